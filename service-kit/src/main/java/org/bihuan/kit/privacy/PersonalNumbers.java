package org.bihuan.kit.privacy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes the numbers out of a text by which a person could be found: identity, mobile and landline
 * numbers, bank cards, passports and number plates of mainland China, in whatever spelling:
 * full-width digits, country code, blanks, dots and dashes between the digits, invisible
 * characters. Events and logs carry no personal data (ADR 0007).
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

  private static final Pattern BIRTHDAY =
      Pattern.compile("\\d{6}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]).{4}");

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

  /** 16 to 19 digits by ISO/IEC 7812; the check digit tells them from other long figures. */
  private static final Pattern BANK_CARD =
      Pattern.compile("(?<![\\d])[3-6](?:[\\s\\p{Zs}\\p{Pd}]?\\d){15,18}(?!\\d)");

  /** Ordinary passports since 2012 and permits for Hong Kong and Macao: E12345678, EA1234567. */
  private static final Pattern PASSPORT =
      Pattern.compile("(?<![0-9A-Za-z])([EGC](?:\\d{8}|[A-HJ-NP-Z]\\d{7}))(?![0-9A-Za-z])");

  private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

  /** What stands before and after the letter of the city; the dot after it is part of a plate. */
  private static final String PLATE_GAP = "[ \\t\\p{Zs}·•・‧.\\p{Pd}_]";

  /** What people put once more between the signs after it. */
  private static final String SIGN_GAP = "[ \\t\\p{Zs}·•・‧.]";

  /**
   * Number plate (GA 36): province, letter of the city, then six signs of a new-energy vehicle,
   * four with the mark of a special one, or five. I and O are on no ordinary plate. The number of
   * the next of a list may come right after it.
   */
  private static final Pattern PLATE = plate("{0,2}", "", "");

  /**
   * The same in two parts after a gap: 鲁B 123 45. Signs in more parts are a number of a house, a
   * date or a version.
   */
  private static final Pattern PARTED_PLATE = plate("{1,2}", SIGN_GAP + "?", "(?![.·•・‧]\\d)");

  /** Of the signs of a plate at most two are letters; a word has more of them. */
  private static final int MOST_LETTERS_OF_PLATE = 2;

  private static final int DIGITS_OF_NUMBER = 10;
  private static final int DIGITS_OF_PASSPORT = 7;
  private static final int DIGITS_OF_PLATE = 2;

  private PersonalNumbers() {}

  private static Pattern plate(String gaps, String parted, String end) {
    return Pattern.compile(
        "([%1$s])%2$s{0,2}([A-HJ-Z])%2$s%3$s(%5$s(?:%4$s%6$s)(?:%4$s\\d){4}|\\d(?:%4$s\\d){4}%4$s%5$s|%6$s(?:%4$s%6$s){3}%4$s[挂学警港澳领]|%6$s(?:%4$s%6$s){4})(?:(?![0-9A-Z])|(?=\\d{1,2}、))%7$s"
            .formatted(PROVINCES, PLATE_GAP, gaps, parted, "[A-HJK]", "[0-9A-HJ-NP-Z]", end),
        Pattern.CASE_INSENSITIVE);
  }

  private static String digits(int count) {
    return "(?:" + GAP + "\\d){" + count + "}";
  }

  /**
   * The text with each number shown as 199****0123 and each plate as 鲁B***45; {@code null} stays
   * {@code null}.
   */
  public static String masked(String text) {
    int digits = text == null ? 0 : digitsOf(text);
    String masked = digits < DIGITS_OF_NUMBER ? text : withoutNumbers(text);
    if (digits >= DIGITS_OF_PASSPORT) {
      masked = PlainSpelling.replaceAll(masked, PASSPORT, PersonalNumbers::passport);
    }
    if (digits < DIGITS_OF_PLATE || !mayHavePlate(text)) {
      return masked;
    }
    masked = PlainSpelling.replaceAll(masked, PLATE, PersonalNumbers::plate);
    return PlainSpelling.replaceAll(masked, PARTED_PLATE, PersonalNumbers::plate);
  }

  private static String withoutNumbers(String text) {
    String masked = PlainSpelling.replaceAll(text, IDENTITY, PersonalNumbers::identity);
    masked = PlainSpelling.replaceAll(masked, OLD_IDENTITY, found -> hidden(found.group(), 6, 3));
    masked = PlainSpelling.replaceAll(masked, BANK_CARD, PersonalNumbers::bankCard);
    masked = PlainSpelling.replaceAll(masked, MOBILE, found -> hidden(found.group(1), 3, 4));
    return PlainSpelling.replaceAll(masked, LANDLINE, PersonalNumbers::landline);
  }

  /** Several dates in a row are as many digits, but no birthday is among them. */
  private static String identity(MatchResult found) {
    String digits = plainDigits(found.group());
    return BIRTHDAY.matcher(digits).matches() ? hidden(digits, 6, 4) : null;
  }

  private static String bankCard(MatchResult found) {
    String digits = plainDigits(found.group());
    return passesLuhn(digits) ? hidden(digits, 4, 4) : null;
  }

  /** ISO/IEC 7812-1, annex B. */
  private static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  private static String passport(MatchResult found) {
    String number = found.group(1);
    return number.charAt(0) + "*****" + number.substring(number.length() - 3);
  }

  private static String plate(MatchResult found) {
    String signs = found.group(3).replaceAll(SIGN_GAP, "");
    long letters = signs.chars().filter(sign -> sign < 128 && Character.isLetter(sign)).count();
    return letters > MOST_LETTERS_OF_PLATE || found.group(3).length() > signs.length() + 1
        ? null
        : found.group(1)
            + found.group(2)
            + "*".repeat(signs.length() - 2)
            + signs.substring(signs.length() - 2);
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

  /** How many there are, up to those of the shortest number that is told from any other figure. */
  private static int digitsOf(String text) {
    return (int) text.codePoints().filter(PlainSpelling::isDigit).limit(DIGITS_OF_NUMBER).count();
  }

  private static boolean mayHavePlate(String text) {
    return text.chars().anyMatch(sign -> PROVINCES.indexOf(sign) >= 0);
  }
}
