package org.bihuan.kit.sheet;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes workbooks. */
public final class SheetWriter {

  private static final double WIDTH = 22;

  private SheetWriter() {}

  /** The answer that hands out such a template under a file name. */
  public static Response template(String sheetName, List<String> headings, String fileName) {
    return Response.ok(template(sheetName, headings), Sheet.XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
        .build();
  }

  /**
   * A workbook of one sheet with nothing but headings, to be filled in. Its columns are texts, so
   * that no program makes numbers of telephones or of days.
   */
  static byte[] template(String sheetName, List<String> headings) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "Bihuan", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(sheetName);
      for (int i = 0; i < headings.size(); i++) {
        sheet.value(0, i, headings.get(i));
        sheet.style(0, i).bold().set();
        sheet.width(i, WIDTH);
        sheet.style(i).format("@").set();
      }
      sheet.freezePane(0, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
