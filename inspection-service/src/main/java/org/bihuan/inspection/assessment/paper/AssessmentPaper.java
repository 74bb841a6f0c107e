package org.bihuan.inspection.assessment.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.inspection.assessment.AssessmentRow;
import org.bihuan.inspection.assessment.AssessmentView;
import org.bihuan.inspection.assessment.DeductionLine;
import org.bihuan.paper.Paper;
import org.bihuan.paper.Paper.Block;
import org.bihuan.paper.Paper.Column;
import org.bihuan.paper.Paper.Head;
import org.bihuan.paper.Paper.Paragraph;
import org.bihuan.paper.Paper.Signature;
import org.bihuan.paper.Paper.Table;

/** The assessment of a month on paper (月度考核表). */
final class AssessmentPaper {

  private static final List<Column> RANKING =
      List.of(
          new Column("排名", 12, true),
          new Column("对象", 38, false),
          new Column("应结", 14, true),
          new Column("扣分", 16, true),
          new Column("得分", 20, true),
          new Column("难度\n修正", 20, true),
          new Column("环比", 18, true),
          new Column("同比", 18, true));

  private static final List<Column> FIGURES =
      List.of(
          new Column("对象", 26, false),
          new Column("按期\n结案率", 22, true),
          new Column("按期（除\n缓办）", 22, true),
          new Column("结案率", 22, true),
          new Column("返工率", 21, true),
          new Column("一次\n通过率", 21, true),
          new Column("回复\n质量", 22, true));

  private static final List<Column> MORE =
      List.of(
          new Column("对象", 36, false),
          new Column("反弹率", 30, true),
          new Column("派遣准确率", 30, true),
          new Column("退单率", 30, true),
          new Column("闭环完整度", 30, true));

  private static final List<Column> DEDUCTIONS =
      List.of(
          new Column("对象", 36, false),
          new Column("扣分事由", 34, false),
          new Column("分值", 16, true),
          new Column("条目编号", 70, false));

  private final AssessmentView shown;
  private final String issuingBody;

  private AssessmentPaper(AssessmentView shown, String issuingBody) {
    this.shown = shown;
    this.issuingBody = issuingBody;
  }

  /**
   * The paper of what is shown.
   *
   * @param issuingBody who issues it
   */
  static Paper of(AssessmentView shown, String issuingBody) {
    return new AssessmentPaper(shown, issuingBody).paper();
  }

  private Paper paper() {
    String month = AssessmentWords.month(shown);
    String of = AssessmentWords.of(shown.of());
    return new Paper(
        month + of + "考核",
        new Head(issuingBody, "月度考核", shown.month(), ""),
        month + of + "月度考核情况",
        body());
  }

  private List<Block> body() {
    List<Block> body = new ArrayList<>();
    body.add(heading("一、得分与排名"));
    body.add(new Table(RANKING, shown.rows().stream().map(AssessmentPaper::ranking).toList()));
    List<AssessmentRow> seen = shown.rows().stream().filter(row -> row.figures() != null).toList();
    body.add(heading("二、主要指标"));
    body.add(new Table(FIGURES, seen.stream().map(AssessmentPaper::figures).toList()));
    body.add(heading("三、其他指标"));
    body.add(new Table(MORE, seen.stream().map(AssessmentPaper::more).toList()));
    body.add(heading("四、扣分明细"));
    body.add(new Table(DEDUCTIONS, seen.stream().flatMap(this::deductions).toList()));
    if (!shown.corrections().isEmpty()) {
      body.add(heading("五、封账后更正"));
      body.add(
          new Table(RANKING, shown.corrections().stream().map(AssessmentPaper::ranking).toList()));
    }
    body.add(new Paragraph(AssessmentWords.footnote(shown), false));
    body.add(
        new Paragraph("应结不足%d件的列出而不排名；得分相同的名次并列。".formatted(shown.formula().fewestDue()), false));
    body.add(new Signature(issuingBody, AssessmentWords.minute(shown.asOf())));
    return body;
  }

  private static Paragraph heading(String text) {
    return new Paragraph(text, true);
  }

  private static List<String> ranking(AssessmentRow row) {
    return List.of(
        AssessmentWords.rank(row),
        AssessmentWords.name(row),
        row.figures() == null ? AssessmentWords.NONE : AssessmentWords.count(row.figures().due()),
        AssessmentWords.number(row.deducted()),
        AssessmentWords.number(row.score()),
        AssessmentWords.number(row.adjusted()),
        AssessmentWords.change(row.monthOnMonth()),
        AssessmentWords.change(row.yearOnYear()));
  }

  private static List<String> figures(AssessmentRow row) {
    return List.of(
        AssessmentWords.name(row),
        AssessmentWords.share(row.figures().onTimeRate()),
        AssessmentWords.share(row.figures().onTimeRateDeferredOut()),
        AssessmentWords.share(row.figures().closeRate()),
        AssessmentWords.share(row.figures().reworkRate()),
        AssessmentWords.share(row.figures().firstPassRate()),
        AssessmentWords.share(row.figures().replyQuality()));
  }

  private static List<String> more(AssessmentRow row) {
    return List.of(
        AssessmentWords.name(row),
        AssessmentWords.share(row.figures().relapseRate()),
        AssessmentWords.share(row.figures().dispatchAccuracy()),
        AssessmentWords.share(row.figures().returnRate()),
        AssessmentWords.share(row.figures().loopCompleteness()));
  }

  private Stream<List<String>> deductions(AssessmentRow row) {
    return row.deductions().stream().map(line -> deduction(row, line));
  }

  private static List<String> deduction(AssessmentRow row, DeductionLine line) {
    return List.of(
        AssessmentWords.name(row),
        AssessmentWords.kind(line.kind()),
        line.points().toPlainString(),
        line.entry().toString());
  }
}
