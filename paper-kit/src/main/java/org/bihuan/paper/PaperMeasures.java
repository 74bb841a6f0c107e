package org.bihuan.paper;

import java.util.List;
import java.util.stream.Stream;

/** Measures of the page after GB/T 9704-2012 [public] that both forms share. */
final class PaperMeasures {

  /** Upper and lower margin, binding edge and the edge across from it, in millimetres. */
  static final int TOP = 37;

  static final int BOTTOM = 35;
  static final int BINDING = 28;
  static final int OUTER = 26;

  /** Columns of a grid in millimetres: a label, and the code beside all rows. */
  static final int LABEL = 24;

  static final int CODE = 30;

  private static final double POINTS_A_MILLIMETRE = 72 / 25.4;
  private static final int LARGEST_NAME = 40;
  private static final int SMALLEST_NAME = 22;

  private PaperMeasures() {}

  /** Widths of a grid's columns: label, text, label, text, and the code's where there is one. */
  static List<Integer> columns(boolean code) {
    int texts = Paper.WIDTH - 2 * LABEL - (code ? CODE : 0);
    List<Integer> columns = List.of(LABEL, texts / 2, LABEL, texts - texts / 2);
    return code ? Stream.concat(columns.stream(), Stream.of(CODE)).toList() : columns;
  }

  /** Size of the issuing body's name, in points: as large as fits on a line, within bounds. */
  static int nameSize(String name) {
    int characters = Math.max(1, name.codePointCount(0, name.length()));
    int fitting = (int) (Paper.WIDTH * 0.96 * POINTS_A_MILLIMETRE / characters);
    return Math.max(SMALLEST_NAME, Math.min(LARGEST_NAME, fitting));
  }
}
