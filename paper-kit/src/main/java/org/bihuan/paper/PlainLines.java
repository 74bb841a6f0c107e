package org.bihuan.paper;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * A text in somebody's own words, made fit to be printed. What is not drawn but changes how others
 * are (control characters, direction marks, joiners, variants of an emoji) is left out: it could
 * let a paper read differently from what was written.
 */
final class PlainLines {

  /**
   * Stands for a character that cannot be drawn: the geta mark, with which printers have always
   * shown that a type was missing. It is at least as wide as what it stands for.
   */
  static final int MISSING = '〓';

  private PlainLines() {}

  /** The lines of {@code text}, one that is empty for {@code null}. */
  static List<String> of(String text) {
    return of(text, anything -> true);
  }

  /**
   * The same with {@link #MISSING} for every character of which there is no drawing.
   *
   * @param drawn whether there is a drawing of the character
   */
  static List<String> of(String text, IntPredicate drawn) {
    if (text == null) {
      return List.of("");
    }
    return Arrays.stream(text.split("\\R", -1)).map(line -> line(line, drawn)).toList();
  }

  private static String line(String written, IntPredicate drawn) {
    return Normalizer.normalize(written, Normalizer.Form.NFC)
        .codePoints()
        .map(character -> character == '\t' ? ' ' : character)
        .filter(PlainLines::isSeen)
        .map(character -> drawn.test(character) ? character : MISSING)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
      default -> !isVariation(character) && (character & 0xFFFE) != 0xFFFE;
    };
  }

  private static boolean isVariation(int character) {
    return character >= 0xFE00 && character <= 0xFE0F
        || character >= 0xE0100 && character <= 0xE01EF;
  }
}
