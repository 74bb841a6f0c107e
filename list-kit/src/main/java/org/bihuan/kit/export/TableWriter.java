package org.bihuan.kit.export;

import java.io.IOException;
import java.util.List;

/** Writes a table row by row. What is not finished must not look as if it were. */
interface TableWriter {

  /** The first row; as many columns as it has headings. */
  void headings(List<String> headings) throws IOException;

  /**
   * The next row.
   *
   * @param cells texts, numbers, or {@code null} for nothing
   */
  void row(List<Object> cells) throws IOException;

  /** Sends on what was written, so that none of it is kept in memory. */
  void flush() throws IOException;

  /** Ends the file. */
  void finish() throws IOException;
}
