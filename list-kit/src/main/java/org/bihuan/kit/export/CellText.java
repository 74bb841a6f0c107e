package org.bihuan.kit.export;

import java.util.regex.Pattern;

/** Texts as a cell can hold them, whoever wrote them. */
final class CellText {

  /** What programs for sheets take: characters of one cell. */
  private static final int LONGEST = 32_767;

  private static final String MORE = "…";

  /** No program shows these, and XML has none of them. */
  private static final Pattern NOT_TEXT =
      Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]|[\\x{FFFE}\\x{FFFF}]");

  /**
   * What a program for sheets may take for a formula, behind blanks too: {@code = + - @}, their
   * full-width forms, which some turn into these, and tab and line breaks, behind which a new cell
   * may begin.
   */
  private static final Pattern LIKE_A_FORMULA =
      Pattern.compile("^(?:[\\t\\r\\n]|[\\s\\p{Z}\\uFEFF]*[=+\\-@＝＋－＠])");

  private CellText() {}

  /**
   * The text with an apostrophe before what looks like a formula, as people write it themselves.
   */
  static String harmless(String text) {
    String bounded = bounded(text);
    return LIKE_A_FORMULA.matcher(bounded).lookingAt() ? "'" + bounded : bounded;
  }

  /** The text without control characters, cut to what fits into a cell. */
  static String bounded(String text) {
    String plain = NOT_TEXT.matcher(text).replaceAll("");
    if (plain.length() < LONGEST) {
      return plain;
    }
    int end = LONGEST - 2;
    return plain.substring(0, Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end)
        + MORE;
  }
}
