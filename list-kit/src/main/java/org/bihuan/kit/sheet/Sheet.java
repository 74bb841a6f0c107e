package org.bihuan.kit.sheet;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A table that somebody sent, as texts: the one sheet of a workbook that is seen and has values, or
 * a CSV file. An operation takes one as its parameter.
 *
 * @param rows those with a value, in order
 * @param merged ranges of cells that were made one
 */
@Schema(
    type = SchemaType.STRING,
    format = "binary",
    maxLength = Sheet.LARGEST,
    description = "A workbook or comma-separated values")
public record Sheet(List<Row> rows, List<Merged> merged) {

  /** Media type of a workbook. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Media type of comma-separated values. */
  public static final String CSV = "text/csv";

  /** Bytes of a body, as long as nobody sets {@code bihuan.http.body-size}. */
  public static final int LARGEST = 1_048_576;

  /** What every import says of the sheets that it does not take. */
  public static final String REFUSED =
      "The sheet is not taken (sheet-unreadable, sheet-encrypted, sheet-macros, sheet-old-format,"
          + " sheet-entities, sheet-too-large, sheet-too-long, sheet-too-wide, sheet-several,"
          + " sheet-empty, sheet-charset, sheet-merged-cells, sheet-headings-missing,"
          + " sheet-heading-repeated), or the `Idempotency-Key` was used for a different request"
          + " (idempotency-key-reused)";

  /** Most rows with a value. */
  static final int MOST_ROWS = 5_000;

  /** Most columns that can have values. */
  static final int MOST_COLUMNS = 100;

  /** Longest text of a cell, in characters. */
  static final int LONGEST_CELL = 4_000;

  /**
   * A row.
   *
   * @param number as programs for sheets number it, from 1
   * @param cells by column; those behind the last value are missing
   */
  record Row(int number, List<Cell> cells) {

    Cell cell(int column) {
      return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
  }

  /**
   * A cell.
   *
   * @param text what is seen in it, or {@code null}; a day as {@code yyyy-MM-dd}, a moment with
   *     {@code HH:mm} or {@code HH:mm:ss} behind it
   * @param fault code of what is wrong with it, or {@code null}
   */
  record Cell(String text, String fault) {

    static final Cell EMPTY = new Cell(null, null);

    static Cell faulty(String fault) {
      return new Cell(null, fault);
    }

    boolean isEmpty() {
      return text == null && fault == null;
    }
  }

  /** A range such as {@code A3:B4} by its last row, from 1. */
  record Merged(String range, int lastRow) {}

  /** The rows under headings. */
  public SheetTable under(List<SheetColumn> columns) {
    return SheetTable.of(this, columns);
  }
}
