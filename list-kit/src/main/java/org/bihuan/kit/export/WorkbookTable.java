package org.bihuan.kit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of one sheet. Texts stand in their cells, not in the table of texts that a workbook
 * can have: that would have to be kept until the end. A cell that is a text is never a formula.
 */
final class WorkbookTable implements TableWriter {

  private static final double WIDTH = 18;

  private final Workbook workbook;
  private final Worksheet sheet;
  private int next;

  WorkbookTable(OutputStream output, String title) {
    this.workbook = new Workbook(output, "Bihuan", "1.0");
    this.sheet = workbook.newWorksheet(title);
  }

  @Override
  public void headings(List<String> headings) {
    for (int i = 0; i < headings.size(); i++) {
      sheet.width(i, WIDTH);
      sheet.inlineString(next, i, headings.get(i));
      sheet.style(next, i).bold().set();
    }
    sheet.freezePane(0, 1);
    next++;
  }

  @Override
  public void row(List<Object> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) instanceof BigDecimal number) {
        sheet.value(next, i, number);
      } else if (cells.get(i) != null) {
        sheet.inlineString(next, i, CellText.bounded((String) cells.get(i)));
      }
    }
    next++;
  }

  @Override
  public void flush() throws IOException {
    sheet.flush();
  }

  @Override
  public void finish() throws IOException {
    workbook.finish();
  }
}
