package org.bihuan.kit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Comma-separated values after RFC 4180, with the mark by which Excel knows UTF-8. */
final class CsvTable implements TableWriter {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CSVPrinter rows;

  CsvTable(OutputStream output) throws IOException {
    Writer text = new OutputStreamWriter(output, StandardCharsets.UTF_8);
    text.write(BYTE_ORDER_MARK);
    this.rows = new CSVPrinter(text, CSVFormat.RFC4180);
  }

  @Override
  public void headings(List<String> headings) throws IOException {
    rows.printRecord(headings);
  }

  @Override
  public void row(List<Object> cells) throws IOException {
    rows.printRecord(cells.stream().map(CsvTable::cell).toList());
  }

  private static String cell(Object cell) {
    if (cell instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return cell == null ? "" : CellText.harmless((String) cell);
  }

  @Override
  public void flush() throws IOException {
    rows.flush();
  }

  @Override
  public void finish() throws IOException {
    rows.flush();
  }
}
