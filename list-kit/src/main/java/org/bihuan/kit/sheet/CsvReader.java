package org.bihuan.kit.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bihuan.kit.refusal.Unprocessable;

/** Reads comma-separated values in UTF-8 or, as programs in China write them, in GB18030. */
final class CsvReader {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setIgnoreEmptyLines(false)
          .setLenientEof(false)
          .setTrailingData(false)
          .get();
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvReader() {}

  static Sheet read(byte[] file) {
    List<Sheet.Row> rows = new ArrayList<>();
    try (CSVParser records = FORMAT.parse(new StringReader(text(file)))) {
      for (CSVRecord record : records) {
        List<Sheet.Cell> cells = cells(record);
        if (!cells.isEmpty()) {
          rows.add(new Sheet.Row((int) record.getRecordNumber(), cells));
        }
        if (rows.size() > Sheet.MOST_ROWS) {
          throw new Unprocessable("sheet-too-long", Sheet.MOST_ROWS);
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      throw new Unprocessable("sheet-unreadable");
    }
    return new Sheet(rows, List.of());
  }

  private static List<Sheet.Cell> cells(CSVRecord record) {
    if (record.size() > Sheet.MOST_COLUMNS) {
      throw new Unprocessable("sheet-too-wide", Sheet.MOST_COLUMNS);
    }
    List<Sheet.Cell> cells = new ArrayList<>();
    for (String value : record) {
      // A program that opens the file would calculate it.
      cells.add(
          value.startsWith("=") ? Sheet.Cell.faulty("sheet-formula") : WorkbookReader.text(value));
    }
    while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }

  /** Chinese in GB18030 is hardly ever proper UTF-8, so that this is tried first. */
  private static String text(byte[] file) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        if (text.indexOf('\0') >= 0) {
          throw new Unprocessable("sheet-unreadable");
        }
        return text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
      } catch (CharacterCodingException other) {
        continue;
      }
    }
    throw new Unprocessable("sheet-charset");
  }
}
