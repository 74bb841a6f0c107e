package org.bihuan.kit.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/**
 * What is searched for, made comparable with what the functions {@code search_text} and {@code
 * serial_key} of the database make of what is stored: composed characters, one width, one case.
 */
public final class SearchText {

  /** What serials are written with or without: as in the function of the database. */
  private static final String NOT_OF_A_SERIAL = "()[]{}<>〔〕【】「」《》-–—·/";

  private SearchText() {}

  /** The words of {@code text}, each once; {@code null} has none. */
  public static List<String> words(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(folded(text).split("\\s+"))
            .filter(word -> !VisibleText.isBlank(word))
            .distinct()
            .toList();
  }

  /**
   * The pattern that finds {@code word}, one of {@link #words}, anywhere in a {@code search_text};
   * its backslash escapes, so that a percent sign is one.
   */
  public static String pattern(String word) {
    StringBuilder pattern = new StringBuilder("%x");
    word.codePoints()
        .forEach(
            point -> {
              if (point == '%' || point == '_' || point == '\\') {
                pattern.append('\\');
              }
              pattern.appendCodePoint(point).append('x');
            });
    return pattern.append('%').toString();
  }

  /** What a serial comes down to: {@code 创督[2026] 104号} is {@code 创督〔2026〕104号}. */
  public static String serialKey(String serial) {
    StringBuilder key = new StringBuilder();
    folded(serial)
        .codePoints()
        .filter(point -> !Character.isWhitespace(point) && NOT_OF_A_SERIAL.indexOf(point) < 0)
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  /**
   * What a name comes down to: two that differ in nothing but blanks, width and case are one name.
   */
  public static String nameKey(String name) {
    StringBuilder key = new StringBuilder();
    folded(name)
        .codePoints()
        .filter(point -> !Character.isWhitespace(point))
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .map(Character::toLowerCase)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
