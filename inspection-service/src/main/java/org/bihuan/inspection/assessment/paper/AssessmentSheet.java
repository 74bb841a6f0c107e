package org.bihuan.inspection.assessment.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bihuan.inspection.assessment.AssessmentFigures;
import org.bihuan.inspection.assessment.AssessmentRow;
import org.bihuan.inspection.assessment.AssessmentView;
import org.bihuan.inspection.assessment.DeductionLine;
import org.bihuan.kit.paging.Figure;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The assessment of a month as a workbook (月度考核表): a sheet of all rows under a title and two rows
 * of headings, and one of what points were taken off for.
 */
final class AssessmentSheet {

  private static final int FIRST_ROW = 3;
  private static final double WIDTH = 12;
  private static final double WIDE = 26;

  /** A heading over the ones below it. */
  private record Group(String heading, List<String> below) {

    /** Over one column alone. */
    static Group of(String heading) {
      return new Group(heading, List.of(""));
    }

    /** Over a share with what it is of. */
    static Group share(String heading) {
      return new Group(heading, List.of("件数", "基数", "比率%"));
    }
  }

  private static final List<Group> GROUPS =
      List.of(
          Group.of("排名"),
          Group.of("对象"),
          Group.of("应结"),
          Group.share("按期结案"),
          Group.share("按期结案（除缓办）"),
          Group.share("结案"),
          Group.share("返工"),
          Group.share("一次通过"),
          Group.share("回复质量"),
          Group.share("反弹"),
          Group.share("派遣准确"),
          Group.share("退单"),
          Group.share("闭环完整"),
          new Group("扣分", List.of("次数", "分值")),
          new Group("得分", List.of("原始", "难度修正")),
          Group.of("环比"),
          Group.of("同比"));

  private AssessmentSheet() {}

  /** The workbook of what is shown. */
  static byte[] of(AssessmentView shown) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "Bihuan", "1.0")) {
      ranking(workbook.newWorksheet("考核"), shown, shown.rows());
      deductions(workbook.newWorksheet("扣分明细"), shown);
      if (!shown.corrections().isEmpty()) {
        ranking(workbook.newWorksheet("封账后更正"), shown, shown.corrections());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static void ranking(Worksheet sheet, AssessmentView shown, List<AssessmentRow> rows) {
    int columns = headings(sheet);
    String title = AssessmentWords.month(shown) + AssessmentWords.of(shown.of()) + "月度考核表";
    sheet.inlineString(0, 0, title);
    sheet.range(0, 0, 0, columns - 1).merge();
    sheet.range(0, 0, 0, columns - 1).style().bold().horizontalAlignment("center").set();
    for (int i = 0; i < rows.size(); i++) {
      write(sheet, FIRST_ROW + i, cells(rows.get(i)));
    }
    sheet.inlineString(FIRST_ROW + rows.size(), 0, AssessmentWords.footnote(shown));
    sheet.freezePane(2, FIRST_ROW);
  }

  /** Two rows; what has nothing below it stands in both. */
  private static int headings(Worksheet sheet) {
    int column = 0;
    for (Group group : GROUPS) {
      int last = column + group.below().size() - 1;
      sheet.inlineString(1, column, group.heading());
      for (int i = 0; i < group.below().size(); i++) {
        sheet.inlineString(2, column + i, group.below().get(i));
        sheet.width(column + i, group.heading().equals("对象") ? WIDE : WIDTH);
      }
      boolean alone = group.below().equals(List.of(""));
      if (alone || last > column) {
        sheet.range(1, column, alone ? 2 : 1, last).merge();
      }
      sheet.range(1, column, 2, last).style().bold().horizontalAlignment("center").set();
      column = last + 1;
    }
    return column;
  }

  private static List<Object> cells(AssessmentRow row) {
    AssessmentFigures figures = row.figures();
    List<Object> cells = new ArrayList<>();
    cells.add(row.rank() == null ? null : BigDecimal.valueOf(row.rank()));
    cells.add(AssessmentWords.name(row));
    cells.add(figures == null ? null : figures.due().value());
    List<Figure> shares =
        figures == null
            ? Arrays.asList(new Figure[10])
            : List.of(
                figures.onTimeRate(),
                figures.onTimeRateDeferredOut(),
                figures.closeRate(),
                figures.reworkRate(),
                figures.firstPassRate(),
                figures.replyQuality(),
                figures.relapseRate(),
                figures.dispatchAccuracy(),
                figures.returnRate(),
                figures.loopCompleteness());
    shares.forEach(figure -> cells.addAll(share(figure)));
    cells.add(row.deductionCount() == null ? null : row.deductionCount().value());
    cells.addAll(
        Arrays.asList(
            row.deducted(), row.score(), row.adjusted(), row.monthOnMonth(), row.yearOnYear()));
    return cells;
  }

  private static List<Object> share(Figure figure) {
    return figure == null
        ? Arrays.asList(null, null, null)
        : Arrays.asList(
            BigDecimal.valueOf(figure.numerator()),
            BigDecimal.valueOf(figure.denominator()),
            figure.value());
  }

  private static void deductions(Worksheet sheet, AssessmentView shown) {
    write(sheet, 0, List.of("对象", "扣分事由", "分值", "条目编号"));
    int number = 1;
    for (AssessmentRow row : shown.rows()) {
      for (DeductionLine line : row.deductions()) {
        write(
            sheet,
            number,
            List.of(
                AssessmentWords.name(row),
                AssessmentWords.kind(line.kind()),
                line.points(),
                line.entry().toString()));
        number++;
      }
    }
    sheet.freezePane(0, 1);
  }

  /** What there is none of is a dash, so that nobody takes it for nought. */
  private static void write(Worksheet sheet, int number, List<?> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) instanceof BigDecimal value) {
        sheet.value(number, i, value);
      } else {
        Object text = cells.get(i) == null ? AssessmentWords.NONE : cells.get(i);
        sheet.inlineString(number, i, text.toString());
      }
    }
  }
}
