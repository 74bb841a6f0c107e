package org.bihuan.inspection.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.contract.Place;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.PaperText;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.actor.ParticipantView;
import org.bihuan.inspection.finding.DecisionView;
import org.bihuan.inspection.finding.FindingView;
import org.bihuan.inspection.inspection.InspectionStatus;
import org.bihuan.inspection.inspection.InspectionView;
import org.bihuan.inspection.inspection.InspectionView.StopView;
import org.bihuan.inspection.inspection.trip.FocusSource;
import org.bihuan.inspection.inspection.trip.FocusSourceKind;
import org.bihuan.inspection.roundtable.RoundtableView;
import org.bihuan.paper.Paper;
import org.bihuan.paper.PaperForm;
import org.bihuan.paper.PaperWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of a bulletin on paper [public], in both forms. */
class BulletinPaperTest {

  private static final PaperWriter WRITER = new PaperWriter(Optional.empty());
  private static final Actor TEAM = new Actor("SPECIAL_TEAM", null, "team-1");
  private static final Instant START = Instant.parse("2026-11-24T01:00:00Z");
  private static final UnitName CENTRE = new UnitName("CENTRE", "市场服务建设一中心");
  private static final UUID ROUNDTABLE = UUID.randomUUID();
  private static final List<UUID> TWO_PHOTOS = List.of(UUID.randomUUID(), UUID.randomUUID());

  /** What the form asks for, as it stands in {@link #sample}. */
  private static final List<String> FIELDS =
      List.of(
          "区创城工作专班",
          "〔2026〕第9期",
          "2026年11月24日",
          "关于南山市场及周边的督查专报",
          "督查层级面上督查",
          "督查方式四不两直",
          "开始时间2026年11月24日09:00",
          "结束时间2026年11月24日11:30",
          "南山市场及周边（媒体曝光，市电视台问政节目，2026年11月23日）",
          "督查目的查看整改情况",
          "共3人：市场监管局2人、未注明单位1人",
          "陪同单位无",
          "一、督查路线",
          "计划点位3处，到访2处，未到访1处。",
          "序号街道点位到访时间现场情况",
          "1台东南山市场2026年11月24日09:20公厕已清理",
          "未到访道路施工",
          "二、发现问题",
          "发现问题2处；截至2026年12月1日09:00，已交办1处，已销账1处。",
          "占道经营摊位占道，行人绕行2026年11月24日09:25",
          "图1至2",
          "图3",
          "市场服务建设一中心创督〔2026〕104号",
          "待交办",
          "图1南山市场占道经营（2026年11月24日09:25）",
          "图2南山市场占道经营（2026年11月24日09:25）",
          "图3桑梓路下水道堵塞（2026年11月24日09:50）",
          "三、座谈会议定事项",
          "2026年11月24日11:00在南山市场二楼会议室召开座谈会，参会单位：市场服务建设一中心（值班主任）。",
          "规范市场门前秩序",
          "2026年12月1日",
          "四、督查结论",
          "两处点位已查看，",
          "须举一反三。",
          "区创城工作专班2026年11月24日印发");

  private static FindingView finding(String place, String title, String text, int minutes) {
    return finding(place, title, text, minutes, List.of(UUID.randomUUID()), null, null);
  }

  private static FindingView finding(
      String place,
      String title,
      String text,
      int minutes,
      List<UUID> photos,
      String serial,
      DecisionView decision) {
    Instant at = START.plusSeconds(60L * minutes);
    return new FindingView(
        UUID.randomUUID(),
        UUID.randomUUID(),
        1,
        title,
        text,
        null,
        new Place(place, "370203021", null, null, null),
        at,
        at,
        TEAM,
        serial == null ? null : UUID.randomUUID(),
        serial == null ? null : UUID.randomUUID(),
        serial,
        serial == null ? null : CENTRE,
        photos,
        null,
        null,
        decision,
        0);
  }

  private static List<FindingView> twoFindings() {
    DecisionView decision =
        new DecisionView(ROUNDTABLE, "规范市场门前秩序", CENTRE, LocalDate.parse("2026-12-01"), START);
    return List.of(
        finding("南山市场", "占道经营", "摊位占道，行人绕行", 25, TWO_PHOTOS, "创督〔2026〕104号", decision),
        finding("桑梓路", "下水道堵塞", "下水道堵塞", 50));
  }

  private static StopView stop(int number, String place, int minutes, String note, String why) {
    Instant at = why == null ? START.plusSeconds(60L * minutes) : null;
    return new StopView(number, "370203021", place, null, at, at, at, null, null, note, why);
  }

  private static List<RoundtableView> roundtable() {
    return List.of(
        new RoundtableView(
            ROUNDTABLE,
            START.plusSeconds(7200),
            "南山市场二楼会议室",
            List.of(new ParticipantView(CENTRE, "值班主任")),
            START,
            TEAM));
  }

  private static InspectionView inspection(
      String focus, FocusSource source, List<RoundtableView> roundtables, int found, String end) {
    return new InspectionView(
        UUID.randomUUID(),
        InspectionTier.AREA,
        null,
        InspectionMethod.UNANNOUNCED,
        InspectionStatus.CONCLUDED,
        focus,
        source,
        source == null ? null : "查看整改情况",
        START,
        TEAM,
        source == null
            ? List.of()
            : List.of(
                new Inspector("a", "MARKETS"),
                new Inspector("b", null),
                new Inspector("c", "MARKETS")),
        List.of(),
        List.of(
            stop(1, "南山市场", 20, "公厕已清理", null),
            stop(2, "桑梓路", 45, null, null),
            stop(3, "菜市二路", 0, null, "道路施工")),
        List.of(),
        START,
        found,
        !roundtables.isEmpty(),
        roundtables,
        START.plusSeconds(9000),
        end,
        "〔2026〕第9期",
        null,
        null,
        null,
        List.of(),
        7);
  }

  private static Paper paper(InspectionView inspection, List<FindingView> findings) {
    Map<String, String> units = Map.of("MARKETS", "市场监管局");
    return BulletinPaper.of(
        new Bulletin(
            inspection,
            findings,
            1,
            Instant.parse("2026-12-01T01:00:00Z"),
            code -> "台东",
            units::get),
        "区创城工作专班");
  }

  private static Paper sample() {
    FocusSource source =
        new FocusSource(FocusSourceKind.MEDIA_EXPOSURE, "市电视台问政节目", LocalDate.parse("2026-11-23"));
    return paper(
        inspection("南山市场及周边", source, roundtable(), 2, "两处点位已查看，发现问题两处。\n须举一反三。"), twoFindings());
  }

  @Test
  void a_bulletin_has_all_its_fields_as_pdf_and_as_word() throws IOException {
    byte[] pdf = WRITER.write(sample(), PaperForm.PDF);
    Files.createDirectories(Path.of("target/papers"));
    Files.write(Path.of("target/papers/bulletin.pdf"), pdf);
    String printed = PaperText.pdf(pdf);
    String word = PaperText.word(WRITER.write(sample(), PaperForm.DOCX));
    for (String field : FIELDS) {
      assertTrue(printed.contains(field), field + " in " + printed);
      assertTrue(word.contains(field), field + " in " + word);
    }
    for (String text : List.of(printed, word)) {
      assertFalse(text.contains("null"), text);
      assertFalse(text.contains("〓"), text);
    }
    assertEquals("督查专报〔2026〕第9期", sample().name());
  }

  @Test
  void where_nothing_was_found_or_said_the_paper_says_so() {
    Paper paper = paper(inspection(null, null, List.of(), 0, "未见问题。"), List.of());
    assertEquals("关于南山市场等3处点位的督查专报", paper.title());
    String text = PaperText.pdf(WRITER.write(paper, PaperForm.PDF));
    assertTrue(text.contains("未发现问题。"), text);
    assertTrue(text.contains("未召开座谈会。"), text);
    assertFalse(text.contains("null"), text);
  }

  @Test
  void a_round_table_without_decisions_is_told_with_who_was_there() {
    Paper paper =
        paper(
            inspection("夜市", null, roundtable(), 1, "已查看。"),
            List.of(finding("桑梓路", "下水道堵塞", "下水道堵塞", 50)));
    String text = PaperText.word(WRITER.write(paper, PaperForm.DOCX));
    assertTrue(text.contains("参会单位：市场服务建设一中心（值班主任）。没有议定事项。"), text);
  }

  @Test
  void a_reader_who_sees_less_is_told_that_there_is_more() {
    Paper some = paper(inspection("夜市", null, List.of(), 5, "已查看。"), twoFindings());
    String text = PaperText.word(WRITER.write(some, PaperForm.DOCX));
    assertTrue(text.contains("发现问题5处，本件列出与阅件单位有关的2处；"), text);
    Paper none = paper(inspection("夜市", null, List.of(), 5, "已查看。"), List.of());
    assertTrue(
        PaperText.word(WRITER.write(none, PaperForm.DOCX)).contains("发现问题5处，本件列出与阅件单位有关的0处。"));
  }

  @Test
  void a_long_focus_is_no_title() {
    Paper paper = paper(inspection("长".repeat(41), null, List.of(), 0, "已查看。"), List.of());
    assertEquals("关于南山市场等3处点位的督查专报", paper.title());
  }

  @Test
  void many_findings_go_over_several_pages() {
    List<FindingView> many = new ArrayList<>();
    IntStream.rangeClosed(1, 60)
        .forEach(i -> many.add(finding("桑梓路" + i + "号", "下水道堵塞", "雨后积水".repeat(20), i)));
    String text =
        PaperText.pdf(
            WRITER.write(
                paper(inspection("夜市", null, List.of(), 60, "已查看。"), many), PaperForm.PDF));
    IntStream.rangeClosed(1, 60).forEach(i -> assertTrue(text.contains("桑梓路" + i + "号"), "" + i));
    assertTrue(text.contains("图60桑梓路60号"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script></td></table>",
        "&amp; &xxe; ]]>",
        "\u202E倒写\u202C",
        "漏水😀"
      })
  void no_words_break_a_bulletin(String words) {
    Paper paper =
        paper(
            inspection(words, null, List.of(), 1, words),
            List.of(finding(words, words, words, 50)));
    for (PaperForm form : PaperForm.values()) {
      byte[] file = WRITER.write(paper, form);
      String text = form == PaperForm.PDF ? PaperText.pdf(file) : PaperText.word(file);
      assertTrue(text.contains("区创城工作专班2026年11月24日印发"), text);
    }
  }

  @Test
  void every_code_has_a_word_of_its_own() {
    Stream.of(
            Arrays.stream(InspectionTier.values()).map(BulletinWords::tier).toList(),
            Arrays.stream(InspectionMethod.values()).map(BulletinWords::method).toList(),
            Arrays.stream(FocusSourceKind.values()).map(BulletinWords::source).toList())
        .forEach(words -> assertEquals(words.size(), words.stream().distinct().count()));
  }
}
