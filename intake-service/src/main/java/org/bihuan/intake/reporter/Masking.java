package org.bihuan.intake.reporter;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes personal data unrecognisable and keeps what people need to tell cases apart: 李*,
 * 138****5678.
 */
public final class Masking {

  private static final Pattern IDENTITY_NUMBER =
      Pattern.compile("(?<!\\d)(\\d{6})\\d{8}(\\d{3}[\\dXx])(?!\\d)");
  private static final Pattern MOBILE =
      Pattern.compile("(?<!\\d)(1[3-9]\\d)[- ]?(\\d{4})[- ]?(\\d{4})(?!\\d)");
  private static final Pattern LANDLINE =
      Pattern.compile("(?<!\\d)(0\\d{2,3}-?)(\\d{3,4})(\\d{4})(?!\\d)");

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
    String masked = numbers(phone);
    return masked.equals(phone)
        ? "****" + phone.substring(Math.max(0, phone.length() - 4))
        : masked;
  }

  /**
   * Text that may travel to other services: without identity and phone numbers, and without the
   * reporter's name where the text repeats it.
   *
   * @param name the reporter's name, or {@code null}
   */
  public static String text(String text, String name) {
    String masked = numbers(text);
    return name == null || name.codePointCount(0, name.length()) < 2
        ? masked
        : masked.replace(name, name(name));
  }

  private static String numbers(String text) {
    String masked = IDENTITY_NUMBER.matcher(text).replaceAll("$1********$2");
    masked = MOBILE.matcher(masked).replaceAll("$1****$3");
    return LANDLINE.matcher(masked).replaceAll(Masking::landline);
  }

  private static String landline(MatchResult number) {
    return number.group(1) + "****" + number.group(3);
  }
}
