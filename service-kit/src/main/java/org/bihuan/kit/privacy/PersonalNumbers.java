package org.bihuan.kit.privacy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes the numbers out of a text by which a person could be found: identity, mobile and landline
 * numbers of mainland China, in whatever spelling: full-width digits, country code, blanks, dots
 * and dashes between the digits, invisible characters. Events and logs carry no personal data (ADR
 * 0007).
 */
public final class PersonalNumbers {

  /** What people put between the digits of a number. */
  private static final String GAP = "[\\s\\p{Z}\\p{Pd}.·•・‧_/~()\\[\\]]{0,3}";

  private static final String COUNTRY = "(?:(?:\\+|00)?" + GAP + "86" + GAP + ")?";

  /**
   * Resident identity number (GB 11643): six digits of place, a birthday, three digits, a check.
   */
  private static final Pattern IDENTITY =
      Pattern.compile("(?<!\\d)[1-9]" + digits(16) + GAP + "[\\dXx](?![\\dXx])");

  /** The identity number of fifteen digits that was issued until 1999. */
  private static final Pattern OLD_IDENTITY =
      Pattern.compile(
          "(?<!\\d)[1-9]\\d{5}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}(?!\\d)");

  private static final Pattern MOBILE =
      Pattern.compile("(?<!\\d)" + COUNTRY + "(1" + GAP + "[3-9]" + digits(9) + ")(?!\\d)");

  /** Area code without its 0, then seven or eight digits of which the first is no 0, 1 or 9. */
  private static final Pattern LANDLINE =
      Pattern.compile(
          "(?<!\\d)(?:(?:\\+|00)?%1$s86%1$s[(]?0?|[(]?0)%1$s(1%1$s0|2%1$s\\d|[3-9]%1$s\\d%1$s\\d)%1$s([2-8]%2$s(?:%1$s\\d)?)(?!\\d)"
              .formatted(GAP, digits(6)));

  private PersonalNumbers() {}

  private static String digits(int count) {
    return "(?:" + GAP + "\\d){" + count + "}";
  }

  /** The text with each number shown as 199****0123; {@code null} stays {@code null}. */
  public static String masked(String text) {
    if (text == null || !hasDigitsOfANumber(text)) {
      return text;
    }
    String masked = PlainSpelling.replaceAll(text, IDENTITY, found -> hidden(found.group(), 6, 4));
    masked = PlainSpelling.replaceAll(masked, OLD_IDENTITY, found -> hidden(found.group(), 6, 3));
    masked = PlainSpelling.replaceAll(masked, MOBILE, found -> hidden(found.group(1), 3, 4));
    return PlainSpelling.replaceAll(masked, LANDLINE, PersonalNumbers::landline);
  }

  private static String landline(MatchResult found) {
    String local = plainDigits(found.group(2));
    return "0" + plainDigits(found.group(1)) + "-****" + local.substring(local.length() - 4);
  }

  private static String plainDigits(String number) {
    return number.replaceAll("[^\\dXx]", "");
  }

  /** The digits alone: the first and the last ones, stars for the rest. */
  private static String hidden(String number, int first, int last) {
    String digits = plainDigits(number);
    return digits.substring(0, first)
        + "*".repeat(digits.length() - first - last)
        + digits.substring(digits.length() - last);
  }

  /** No shorter number is told from any other figure, and most texts have none. */
  private static boolean hasDigitsOfANumber(String text) {
    return text.codePoints().filter(PlainSpelling::isDigit).limit(10).count() == 10;
  }
}
