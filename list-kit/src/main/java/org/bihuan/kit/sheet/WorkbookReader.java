package org.bihuan.kit.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.kit.refusal.Refusal;
import org.bihuan.kit.refusal.Unprocessable;
import org.bihuan.kit.text.VisibleText;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads the one sheet of a workbook (XLSX) that is seen and has values. */
final class WorkbookReader {

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

  /** Formats of days that every program has; those of East Asia have no text of their own. */
  private static final Set<Integer> DAY_FORMATS =
      Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

  /** More digits than any number that a person writes. */
  private static final int MOST_DIGITS = 30;

  /** A program for sheets makes zeros of what it cannot keep, so a longer number is another one. */
  private static final int MOST_WHOLE_DIGITS = 15;

  private WorkbookReader() {}

  static Sheet read(byte[] file) {
    List<Sheet.Merged> merged = WorkbookGuard.admit(file);
    List<List<Sheet.Row>> withValues = new ArrayList<>();
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS)) {
      for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets().toList()) {
        List<Sheet.Row> rows =
            sheet.getVisibility() == SheetVisibility.VISIBLE ? rows(sheet) : List.of();
        if (!rows.isEmpty()) {
          withValues.add(rows);
        }
      }
    } catch (IOException broken) {
      throw new Unprocessable("sheet-unreadable");
    } catch (RuntimeException broken) {
      if (broken instanceof Refusal refusal) {
        throw refusal;
      }
      // The library tells of a broken workbook by several exceptions.
      throw new Unprocessable("sheet-unreadable");
    }
    if (withValues.size() > 1) {
      throw new Unprocessable("sheet-several");
    }
    return new Sheet(withValues.isEmpty() ? List.of() : withValues.get(0), merged);
  }

  private static List<Sheet.Row> rows(org.dhatim.fastexcel.reader.Sheet sheet) throws IOException {
    List<Sheet.Row> rows = new ArrayList<>();
    try (Stream<Row> stream = sheet.openStream()) {
      for (Iterator<Row> all = stream.iterator(); all.hasNext(); ) {
        Row row = all.next();
        List<Sheet.Cell> cells = cells(row);
        if (!cells.isEmpty()) {
          rows.add(new Sheet.Row(row.getRowNum(), cells));
        }
        if (rows.size() > Sheet.MOST_ROWS) {
          throw new Unprocessable("sheet-too-long", Sheet.MOST_ROWS);
        }
      }
    }
    return rows;
  }

  private static List<Sheet.Cell> cells(Row row) {
    List<Sheet.Cell> cells = new ArrayList<>();
    for (Cell cell : row) {
      Sheet.Cell read = cell == null ? Sheet.Cell.EMPTY : cell(cell);
      if (!read.isEmpty()) {
        int column = cell.getColumnIndex();
        if (column >= Sheet.MOST_COLUMNS) {
          throw new Unprocessable("sheet-too-wide", Sheet.MOST_COLUMNS);
        }
        while (cells.size() < column) {
          cells.add(Sheet.Cell.EMPTY);
        }
        cells.add(read);
      }
    }
    return cells;
  }

  private static Sheet.Cell cell(Cell cell) {
    // What a formula gave when the file was saved is not what its author sees now.
    if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
      return Sheet.Cell.faulty("sheet-formula");
    }
    return switch (cell.getType()) {
      case EMPTY -> Sheet.Cell.EMPTY;
      case NUMBER -> number(cell);
      case BOOLEAN -> new Sheet.Cell(cell.getRawValue(), null);
      case STRING -> text(cell.asString());
      default -> Sheet.Cell.faulty("sheet-error-value");
    };
  }

  /** A text as it is seen, or what is wrong with it. */
  static Sheet.Cell text(String text) {
    if (text == null) {
      return Sheet.Cell.EMPTY;
    }
    if (text.length() > Sheet.LONGEST_CELL) {
      return Sheet.Cell.faulty("sheet-cell-too-long");
    }
    if (text.codePoints().anyMatch(point -> point == 0 || point >= 0xD800 && point <= 0xDFFF)) {
      return Sheet.Cell.faulty("unprintable");
    }
    return new Sheet.Cell(VisibleText.of(text), null);
  }

  private static Sheet.Cell number(Cell cell) {
    BigDecimal number = cell.asNumber();
    if (Math.abs(number.scale()) > MOST_DIGITS
        || number.precision() > MOST_DIGITS
        || number.precision() - number.scale() > MOST_WHOLE_DIGITS) {
      return Sheet.Cell.faulty("sheet-number-too-long");
    }
    if (!isDay(cell)) {
      return new Sheet.Cell(plain(number), null);
    }
    // Moments are kept as fractions of a day, which are hardly ever exact.
    LocalDateTime moment = cell.asDate().plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS);
    String day = moment.toLocalDate().toString();
    return new Sheet.Cell(
        moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? day : day + " " + moment.toLocalTime(),
        null);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static boolean isDay(Cell cell) {
    if (cell.getDataFormatId() != null && DAY_FORMATS.contains(cell.getDataFormatId())) {
      return true;
    }
    String format = cell.getDataFormatString();
    return format != null
        && format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").matches(".*[yY].*");
  }
}
