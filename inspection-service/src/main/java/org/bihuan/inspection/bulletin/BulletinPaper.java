package org.bihuan.inspection.bulletin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.finding.DecisionView;
import org.bihuan.inspection.finding.FindingView;
import org.bihuan.inspection.inspection.InspectionView;
import org.bihuan.inspection.inspection.InspectionView.StopView;
import org.bihuan.inspection.roundtable.RoundtableView;
import org.bihuan.paper.Paper;
import org.bihuan.paper.Paper.Block;
import org.bihuan.paper.Paper.Column;
import org.bihuan.paper.Paper.Field;
import org.bihuan.paper.Paper.Grid;
import org.bihuan.paper.Paper.Head;
import org.bihuan.paper.Paper.Imprint;
import org.bihuan.paper.Paper.Paragraph;
import org.bihuan.paper.Paper.Signature;
import org.bihuan.paper.Paper.Table;

/** A concluded inspection on paper (督查专报). Names of people are written by hand. */
final class BulletinPaper {

  /** A longer focus makes no title. */
  private static final int LONGEST_TITLE = 40;

  private static final List<Column> ROUTE =
      List.of(
          new Column("序号", 10, true),
          new Column("街道", 24, true),
          new Column("点位", 40, false),
          new Column("到访时间", 34, true),
          new Column("现场情况", 48, false));

  private static final List<Column> FINDINGS =
      List.of(
          new Column("序号", 10, true),
          new Column("点位", 30, false),
          new Column("问题", 60, false),
          new Column("照片", 16, true),
          new Column("责任单位\n督办单号", 40, false));

  private static final List<Column> DECISIONS =
      List.of(
          new Column("序号", 10, true),
          new Column("问题", 36, false),
          new Column("议定事项", 54, false),
          new Column("责任单位", 28, false),
          new Column("完成期限", 28, true));

  private final Bulletin bulletin;
  private final InspectionView inspection;
  private final List<FindingView> findings;
  private final String issuingBody;

  private BulletinPaper(Bulletin bulletin, String issuingBody) {
    this.bulletin = bulletin;
    this.inspection = bulletin.inspection();
    this.findings = bulletin.findings();
    this.issuingBody = issuingBody;
  }

  /**
   * The paper of a bulletin.
   *
   * @param issuingBody who issues it
   */
  static Paper of(Bulletin bulletin, String issuingBody) {
    return new BulletinPaper(bulletin, issuingBody).paper();
  }

  private Paper paper() {
    String day = BulletinWords.dayOf(inspection.concludedAt());
    return new Paper(
        "督查专报" + inspection.bulletinSerial(),
        new Head(issuingBody, "督查专报", inspection.bulletinSerial(), day),
        "关于" + subject() + "的督查专报",
        body(day));
  }

  private String subject() {
    String focus = inspection.focus();
    if (focus != null && focus.length() <= LONGEST_TITLE) {
      return focus;
    }
    int stops = inspection.stops().size();
    return inspection.stops().get(0).place() + (stops == 1 ? "" : "等" + stops + "处点位");
  }

  private List<Block> body(String day) {
    List<Block> body = new ArrayList<>();
    body.add(frame());
    body.add(heading("一、督查路线"));
    body.add(running(wholeRoute()));
    body.add(new Table(ROUTE, inspection.stops().stream().map(this::stop).toList()));
    body.add(heading("二、发现问题"));
    body.add(running(found()));
    if (!findings.isEmpty()) {
      body.add(new Table(FINDINGS, numbered(this::finding)));
    }
    captions().forEach(caption -> body.add(new Paragraph(caption, false)));
    body.add(heading("三、座谈会议定事项"));
    body.addAll(roundtables());
    body.add(heading("四、督查结论"));
    inspection.summary().lines().map(BulletinPaper::running).forEach(body::add);
    body.add(new Signature(issuingBody, day));
    body.add(new Imprint(List.of(issuingBody + "　　" + day + "印发")));
    return body;
  }

  private static Paragraph heading(String text) {
    return new Paragraph(text, true);
  }

  private static Paragraph running(String text) {
    return new Paragraph(text, true);
  }

  private Grid frame() {
    String line = inspection.lineCode() == null ? "" : "（" + inspection.lineCode() + "）";
    List<List<Field>> rows = new ArrayList<>();
    rows.add(
        List.of(
            Field.of("督查层级", BulletinWords.tier(inspection.tier()) + line),
            Field.of("督查方式", BulletinWords.method(inspection.method()))));
    rows.add(
        List.of(
            Field.of("开始时间", BulletinWords.minute(inspection.startedAt())),
            Field.of("结束时间", BulletinWords.minute(inspection.concludedAt()))));
    rows.add(
        List.of(
            Field.of("督查重点", BulletinWords.focus(inspection.focus(), inspection.focusSource()))));
    rows.add(List.of(Field.of("督查目的", BulletinWords.plain(inspection.purpose()))));
    rows.add(List.of(Field.of("督查人员", inspectors()), new Field("姓名", "", 10)));
    String along = BulletinWords.participants(inspection.accompaniedBy());
    rows.add(List.of(Field.of("陪同单位", along.isEmpty() ? "无" : along)));
    return new Grid(rows, null);
  }

  /** How many from which unit: a login is no name. */
  private String inspectors() {
    if (inspection.inspectors().isEmpty()) {
      return "";
    }
    Map<String, Long> byUnit =
        inspection.inspectors().stream()
            .map(Inspector::unitCode)
            .map(code -> code == null ? "未注明单位" : bulletin.units().apply(code))
            .collect(
                Collectors.groupingBy(unit -> unit, LinkedHashMap::new, Collectors.counting()));
    return "共%d人：%s"
        .formatted(
            inspection.inspectors().size(),
            byUnit.entrySet().stream()
                .map(unit -> unit.getKey() + unit.getValue() + "人")
                .collect(Collectors.joining("、")));
  }

  private String wholeRoute() {
    long visited = inspection.stops().stream().filter(stop -> stop.visitedAt() != null).count();
    int left = inspection.stops().size() - Math.toIntExact(visited);
    return "计划点位%d处，到访%d处%s。"
        .formatted(inspection.stops().size(), visited, left == 0 ? "" : "，未到访" + left + "处");
  }

  private List<String> stop(StopView stop) {
    boolean visited = stop.visitedAt() != null;
    return List.of(
        String.valueOf(stop.number()),
        bulletin.subdistricts().apply(stop.subdistrictCode()),
        stop.place(),
        visited ? BulletinWords.minute(stop.visitedAt()) : "未到访",
        visited ? BulletinWords.plain(stop.note()) : BulletinWords.plain(stop.skippedBecause()));
  }

  /** The figures hold for what is listed, which may be less than what was found. */
  private String found() {
    int all = inspection.findingCount();
    String listed = findings.size() == all ? "" : "，本件列出与阅件单位有关的" + findings.size() + "处";
    if (findings.isEmpty()) {
      return all == 0 ? "未发现问题。" : "发现问题" + all + "处" + listed + "。";
    }
    long ordered = findings.stream().filter(finding -> finding.orderSerial() != null).count();
    return "发现问题%d处%s；截至%s，已交办%d处，已销账%d处。"
        .formatted(
            all, listed, BulletinWords.minute(bulletin.madeAt()), ordered, bulletin.writtenOff());
  }

  private interface Row {
    List<String> of(int number, FindingView finding);
  }

  private List<List<String>> numbered(Row row) {
    return IntStream.range(0, findings.size())
        .mapToObj(index -> row.of(index + 1, findings.get(index)))
        .toList();
  }

  private List<String> finding(int number, FindingView finding) {
    String unit = finding.leadUnit() == null ? "待交办" : finding.leadUnit().name();
    return List.of(
        String.valueOf(number),
        BulletinWords.joined(
            "\n",
            bulletin.subdistricts().apply(finding.place().subdistrictCode()),
            finding.place().address()),
        BulletinWords.joined(
            "\n", finding.title(), told(finding), BulletinWords.minute(finding.foundAt())),
        photosOf(finding),
        BulletinWords.joined("\n", unit, finding.orderSerial()));
  }

  private static String told(FindingView finding) {
    return finding.description().equals(finding.title()) ? null : finding.description();
  }

  /** Photos are numbered through the paper, in the order in which the system shows them. */
  private int firstPhotoOf(FindingView finding) {
    return 1
        + findings.stream()
            .takeWhile(earlier -> !earlier.id().equals(finding.id()))
            .mapToInt(earlier -> earlier.attachmentIds().size())
            .sum();
  }

  private String photosOf(FindingView finding) {
    int photos = finding.attachmentIds().size();
    int first = firstPhotoOf(finding);
    if (photos < 2) {
      return photos == 0 ? "无" : "图" + first;
    }
    return "图" + first + "至" + (first + photos - 1);
  }

  private List<String> captions() {
    List<String> captions = new ArrayList<>();
    for (FindingView finding : findings) {
      for (int i = 0; i < finding.attachmentIds().size(); i++) {
        captions.add(
            "图%d　%s　%s（%s）"
                .formatted(
                    captions.size() + 1,
                    BulletinWords.plain(finding.place().address()),
                    finding.title(),
                    BulletinWords.minute(finding.foundAt())));
      }
    }
    return captions;
  }

  private List<Block> roundtables() {
    List<Block> blocks = new ArrayList<>();
    for (RoundtableView held : inspection.roundtables()) {
      blocks.add(
          running(
              "%s在%s召开座谈会，参会单位：%s。"
                  .formatted(
                      BulletinWords.minute(held.heldAt()),
                      held.place(),
                      BulletinWords.participants(held.attendees()))));
    }
    List<List<String>> decided =
        numbered(BulletinPaper::decision).stream().filter(row -> !row.isEmpty()).toList();
    if (decided.isEmpty()) {
      blocks.add(running(inspection.roundtables().isEmpty() ? "未召开座谈会。" : "没有议定事项。"));
    } else {
      blocks.add(new Table(DECISIONS, decided));
    }
    return blocks;
  }

  /** Under the number that the finding has above; empty when nothing was decided about it. */
  private static List<String> decision(int number, FindingView finding) {
    DecisionView decision = finding.decision();
    return decision == null
        ? List.of()
        : List.of(
            String.valueOf(number),
            finding.title(),
            decision.text(),
            decision.responsibleUnit().name(),
            BulletinWords.day(decision.dueOn()).replace("年", "年\n"));
  }
}
