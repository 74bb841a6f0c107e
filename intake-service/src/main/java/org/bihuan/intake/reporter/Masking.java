package org.bihuan.intake.reporter;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.kit.privacy.PersonalNumbers;
import org.bihuan.kit.privacy.PlainSpelling;

/**
 * Makes personal data unrecognisable and keeps what people need to tell cases apart: 李*,
 * 138****5678.
 */
public final class Masking {

  /** A single character is a word like any other. */
  private static final int SHORTEST_NAME = 2;

  private static final int SHORTEST_PHONE = 7;

  /** Bounds of the columns that hold texts. */
  private static final int[] COLUMNS = {100, 200, 300, 500, 4000};

  private Masking() {}

  /** First character and a star; {@code null} stays {@code null}. */
  static String name(String name) {
    return name == null || name.isEmpty()
        ? name
        : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
  }

  /** 138****5678 or 0532-****1234; {@code null} stays {@code null}. */
  static String phone(String phone) {
    if (phone == null) {
      return null;
    }
    String masked = PersonalNumbers.masked(phone);
    return masked.equals(phone)
        ? "****" + phone.substring(Math.max(0, phone.length() - 4))
        : masked;
  }

  /**
   * Text that may be seen by others than those who take complaints: without identity and phone
   * numbers, and without the reporter's own name and number, however they are spelt in it.
   *
   * @param text may be {@code null}
   * @param reporter whose name and number it may repeat, in full; {@code null} when unknown
   */
  public static String text(String text, NewReporter reporter) {
    if (text == null) {
      return null;
    }
    String masked = PersonalNumbers.masked(text);
    return reporter == null ? masked : withoutPhone(withoutName(masked, reporter), reporter);
  }

  /**
   * What of a masked text can be kept where it was sent: a masked number may be a sign longer than
   * it was.
   *
   * @param masked may be {@code null}
   * @param most characters that are kept, counted as the bounds of what is sent are
   */
  public static String cut(String masked, int most) {
    return masked == null || masked.codePointCount(0, masked.length()) <= most
        ? masked
        : masked.substring(0, masked.offsetByCodePoints(0, most));
  }

  /** The same of a text that is kept instead of the original, cut to the column it fitted. */
  public static String kept(String text, NewReporter reporter) {
    return text == null
        ? null
        : cut(text(text, reporter), bound(text.codePointCount(0, text.length())));
  }

  /** The narrowest column in which so many characters fit. */
  private static int bound(int length) {
    return IntStream.of(COLUMNS).filter(bound -> length <= bound).findFirst().orElse(length);
  }

  private static String withoutName(String text, NewReporter reporter) {
    String name =
        reporter.name() == null ? "" : reporter.name().replaceAll("[\\p{Cf}\\s\\p{Z}]", "");
    if (name.codePointCount(0, name.length()) < SHORTEST_NAME) {
      return text;
    }
    return PlainSpelling.replaceAll(text, spelt(name), found -> name(name));
  }

  /** The number without its area code, as the reporter would say it at home. */
  private static String withoutPhone(String text, NewReporter reporter) {
    String digits =
        reporter.phone() == null
            ? ""
            : reporter.phone().replaceFirst("^0\\d{2,3}-", "").replaceAll("\\D", "");
    if (digits.length() < SHORTEST_PHONE) {
      return text;
    }
    String masked = "****" + digits.substring(digits.length() - 4);
    return PlainSpelling.replaceAll(text, spelt(digits), found -> masked);
  }

  /** The characters in their order, with blanks and dashes between them. */
  private static Pattern spelt(String characters) {
    return Pattern.compile(
        characters
            .codePoints()
            .mapToObj(Character::toString)
            .map(one -> Normalizer.normalize(one, Normalizer.Form.NFKC))
            .map(Pattern::quote)
            .collect(Collectors.joining("[\\s\\p{Z}\\p{Pd}.·]{0,2}")),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
