package org.bihuan.kit.privacy;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a pattern should see it: compatibility forms such as full-width digits as plain ones
 * (NFKC), without invisible characters. What is found is replaced in the text as it was written;
 * the rest of it stays to the letter.
 */
public final class PlainSpelling {

  private PlainSpelling() {}

  /**
   * Replaces what {@code pattern} finds in the plain spelling of {@code text}.
   *
   * @param replacement what stands in place of a finding; {@code null} leaves it as it was written
   */
  public static String replaceAll(
      String text, Pattern pattern, Function<MatchResult, String> replacement) {
    StringBuilder plain = new StringBuilder(text.length());
    int[] begin = new int[text.length() + 1];
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      if (!isInvisible(codePoint)) {
        String spelt = plain(codePoint);
        begin = atLeast(begin, plain.length() + spelt.length() + 1);
        Arrays.fill(begin, plain.length(), plain.length() + spelt.length(), i);
        plain.append(spelt);
      }
      i = next;
    }
    begin[plain.length()] = text.length();
    Matcher matcher = pattern.matcher(plain);
    StringBuilder result = new StringBuilder(text.length());
    int from = 0;
    while (matcher.find()) {
      String instead = replacement.apply(matcher);
      if (instead != null) {
        result.append(text, from, begin[matcher.start()]).append(instead);
        from = end(text, begin, matcher.end());
      }
    }
    return from == 0 ? text : result.append(text, from, text.length()).toString();
  }

  /** Where the last character of a finding ends in the text as it was written. */
  private static int end(String text, int[] begin, int plainEnd) {
    int last = begin[plainEnd - 1];
    return last + Character.charCount(text.codePointAt(last));
  }

  private static int[] atLeast(int[] places, int length) {
    return places.length >= length ? places : Arrays.copyOf(places, length * 2);
  }

  private static String plain(int codePoint) {
    String written = Character.toString(codePoint);
    return codePoint < 128 ? written : Normalizer.normalize(written, Normalizer.Form.NFKC);
  }

  /** Format characters: zero-width, direction marks, soft hyphen, byte order mark. */
  private static boolean isInvisible(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT;
  }

  /** Whether the plain spelling of the character is a digit. */
  static boolean isDigit(int codePoint) {
    return codePoint < 128
        ? codePoint >= '0' && codePoint <= '9'
        : plain(codePoint).chars().anyMatch(c -> c >= '0' && c <= '9');
  }
}
