package org.bihuan.intake.registration.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.channel.Channels;
import org.bihuan.intake.location.NewLocation;
import org.bihuan.intake.registration.NewComplaint;
import org.bihuan.intake.source.SourceDetails;
import org.bihuan.kit.geo.Crs;
import org.bihuan.kit.sheet.SheetColumn;
import org.bihuan.kit.sheet.SheetTable;
import org.bihuan.kit.time.DistrictTime;

/** The columns of a sheet of complaints from above, and what a row of it says. */
final class ComplaintSheet {

  static final SheetColumn KIND = SheetColumn.required("来源", "问题来源", "Source");
  static final SheetColumn NUMBER = SheetColumn.required("编号", "来源编号", "Number");
  static final SheetColumn SUBJECT = SheetColumn.optional("标题", "主题", "Subject");
  static final SheetColumn TEXT = SheetColumn.required("内容", "问题描述", "Text");
  static final SheetColumn CATEGORY = SheetColumn.optional("类别", "问题类别", "Category");
  static final SheetColumn SUBDISTRICT = SheetColumn.optional("街道", "所属街道", "Sub-district");
  static final SheetColumn COMMUNITY = SheetColumn.optional("社区", "所属社区", "Community");
  static final SheetColumn ADDRESS = SheetColumn.optional("点位", "地址", "Address");
  static final SheetColumn LONGITUDE = SheetColumn.optional("经度", "Longitude");
  static final SheetColumn LATITUDE = SheetColumn.optional("纬度", "Latitude");
  static final SheetColumn CRS = SheetColumn.optional("坐标系", "CRS");

  /** What it was, or who exposed it: one column, since no row needs two of these. */
  static final SheetColumn NAME =
      SheetColumn.optional("曝光媒体/会议/任务名称", "名称", "曝光媒体", "会议名称", "任务名称", "暗访批次", "Source name");

  static final SheetColumn DAY = SheetColumn.optional("日期", "曝光日期", "会议日期", "暗访日期", "Day");
  static final SheetColumn LINK = SheetColumn.optional("链接", "网址", "Link");
  static final SheetColumn WEEK = SheetColumn.optional("周次", "Week");
  static final SheetColumn DUE = SheetColumn.optional("期限", "完成期限", "Due");
  static final SheetColumn SEEN = SheetColumn.optional("发现时间", "Occurred at");

  static final List<SheetColumn> COLUMNS =
      List.of(
          KIND,
          NUMBER,
          SUBJECT,
          TEXT,
          CATEGORY,
          SUBDISTRICT,
          COMMUNITY,
          ADDRESS,
          LONGITUDE,
          LATITUDE,
          CRS,
          NAME,
          DAY,
          LINK,
          WEEK,
          DUE,
          SEEN,
          SheetColumn.ignored("序号", "No."),
          SheetColumn.ignored("备注", "Remarks"));

  /** What the headings of the template add is not read. */
  static final List<String> HEADINGS =
      List.of(
          "来源*(媒体曝光、市暗访、市级会议、每周重点任务、领导现场、专班发现)",
          "编号*(每条一个，不与以往重复)",
          "标题",
          "内容*",
          "类别(名称或代码)",
          "街道(名称或代码)",
          "社区(名称或代码)",
          "点位",
          "经度",
          "纬度",
          "坐标系(GCJ02、BD09 或 WGS84)",
          "曝光媒体/会议/任务名称(暗访填批次)",
          "日期(yyyy-MM-dd，曝光、暗访、会议或现场之日)",
          "链接(仅媒体曝光)",
          "周次(yyyy-Www，仅每周重点任务)",
          "期限(yyyy-MM-dd，仅每周重点任务)",
          "发现时间(yyyy-MM-dd HH:mm)");

  private static final Map<String, SourceKind> KINDS =
      Map.ofEntries(
          Map.entry("媒体曝光", SourceKind.MEDIA_EXPOSURE),
          Map.entry("媒体曝光问题", SourceKind.MEDIA_EXPOSURE),
          Map.entry("市暗访", SourceKind.CITY_COVERT_CHECK),
          Map.entry("暗访", SourceKind.CITY_COVERT_CHECK),
          Map.entry("市级会议", SourceKind.CITY_MEETING),
          Map.entry("每周重点任务", SourceKind.WEEKLY_KEY_TASK),
          Map.entry("重点工作任务", SourceKind.WEEKLY_KEY_TASK),
          Map.entry("重点任务", SourceKind.WEEKLY_KEY_TASK),
          Map.entry("领导现场", SourceKind.LEADER_ON_SITE),
          Map.entry("领导现场发现", SourceKind.LEADER_ON_SITE),
          Map.entry("专班发现", SourceKind.SPECIAL_TEAM),
          Map.entry("专班", SourceKind.SPECIAL_TEAM));

  private static final Map<String, Crs> SYSTEMS =
      Map.ofEntries(
          Map.entry("GCJ02", Crs.GCJ02),
          Map.entry("GCJ-02", Crs.GCJ02),
          Map.entry("高德", Crs.GCJ02),
          Map.entry("微信", Crs.GCJ02),
          Map.entry("BD09", Crs.BD09),
          Map.entry("BD-09", Crs.BD09),
          Map.entry("百度", Crs.BD09),
          Map.entry("WGS84", Crs.WGS84),
          Map.entry("WGS-84", Crs.WGS84),
          Map.entry("GPS", Crs.WGS84));

  private static final String DEGREES = "-?[0-9]{1,3}(\\.[0-9]{1,20})?";
  private static final int LONGEST_NAME = 60;

  private ComplaintSheet() {}

  /** What a line says; nothing when something of it is wrong. */
  static Optional<NewComplaint> read(SheetTable.Line line, NamedInSheet named) {
    SourceKind kind =
        line.needed(KIND, LONGEST_NAME)
            .flatMap(written -> named.word(line, KIND, KINDS))
            .orElse(null);
    Optional<String> subdistrict = named.subdistrict(line);
    NewComplaint row =
        new NewComplaint(
            Channels.SPECIAL_TEAM_DESK,
            line.needed(NUMBER, 100).orElse(null),
            kind,
            line.text(SUBJECT, 200).orElse(null),
            line.needed(TEXT, 4000).orElse(null),
            named.category(line).orElse(null),
            line.moment(SEEN).map(ComplaintSheet::onTheWall).orElse(null),
            location(line, named, subdistrict.orElse(null)),
            null,
            List.of(),
            source(line, kind));
    return line.isFaulty() ? Optional.empty() : Optional.of(row);
  }

  private static Instant onTheWall(LocalDateTime moment) {
    return moment.atZone(DistrictTime.ZONE).toInstant();
  }

  private static NewLocation location(
      SheetTable.Line line, NamedInSheet named, String subdistrict) {
    NewLocation location =
        new NewLocation(
            line.text(ADDRESS, 300).orElse(null),
            subdistrict,
            named.community(line, subdistrict).orElse(null),
            null,
            degrees(line, LONGITUDE).orElse(null),
            degrees(line, LATITUDE).orElse(null),
            named.word(line, CRS, SYSTEMS).orElse(null));
    boolean nothing =
        Stream.of(
                location.address(),
                location.subdistrictCode(),
                location.communityCode(),
                location.longitude(),
                location.latitude(),
                location.crs())
            .allMatch(Objects::isNull);
    return nothing ? null : location;
  }

  private static Optional<Double> degrees(SheetTable.Line line, SheetColumn column) {
    Optional<String> text = line.text(column, 30);
    if (text.isPresent() && !text.get().matches(DEGREES)) {
      line.fault(column, "degrees");
      return Optional.empty();
    }
    return text.map(Double::valueOf);
  }

  /** What the row tells of its source; nothing when all of its columns are empty. */
  private static SourceDetails source(SheetTable.Line line, SourceKind kind) {
    String name = line.text(NAME, 200).orElse(null);
    LocalDate day = line.day(DAY).orElse(null);
    String link = line.text(LINK, 500).orElse(null);
    String week = line.text(WEEK, LONGEST_NAME).map(ComplaintSheet::week).orElse(null);
    LocalDate due = line.day(DUE).orElse(null);
    if (Stream.of(name, day, link, week, due).allMatch(Objects::isNull)) {
      return null;
    }
    boolean exposed = kind == SourceKind.MEDIA_EXPOSURE;
    boolean checked = kind == SourceKind.CITY_COVERT_CHECK;
    return new SourceDetails(
        checked ? name : null,
        checked || exposed ? null : name,
        exposed ? null : day,
        exposed ? name : null,
        exposed ? day : null,
        link,
        week,
        due);
  }

  /** {@code 2026年第48周} is written too. */
  private static String week(String text) {
    String week = text.replaceFirst("^(\\d{4})\\s*年\\s*第?\\s*(\\d{1,2})\\s*周$", "$1-W$2");
    return week.replaceFirst("-W(\\d)$", "-W0$1");
  }

  /** The column that a field of the complaint stands in. */
  static SheetColumn columnOf(String field) {
    return switch (field) {
      case "sourceRef" -> NUMBER;
      case "subject" -> SUBJECT;
      case "text" -> TEXT;
      case "categoryCode" -> CATEGORY;
      case "occurredAt" -> SEEN;
      case "location.address" -> ADDRESS;
      case "location.subdistrictCode" -> SUBDISTRICT;
      case "location.communityCode" -> COMMUNITY;
      case "location", "location.longitude" -> LONGITUDE;
      case "location.latitude" -> LATITUDE;
      case "location.crs" -> CRS;
      case "source.heldOn", "source.publishedOn" -> DAY;
      case "source.link" -> LINK;
      case "source.week" -> WEEK;
      case "source.dueOn" -> DUE;
      case "source.title", "source.outlet", "source.reference" -> NAME;
      default -> KIND;
    };
  }
}
