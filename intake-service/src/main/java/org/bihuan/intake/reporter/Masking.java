package org.bihuan.intake.reporter;

import org.bihuan.kit.privacy.PersonalNumbers;

/**
 * Makes personal data unrecognisable and keeps what people need to tell cases apart: 李*,
 * 138****5678.
 */
public final class Masking {

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
   * Text that may travel to other services: without identity and phone numbers, and without the
   * reporter's name where the text repeats it.
   *
   * @param name the reporter's name, or {@code null}
   */
  public static String text(String text, String name) {
    String masked = PersonalNumbers.masked(text);
    return name == null || name.codePointCount(0, name.length()) < 2
        ? masked
        : masked.replace(name, name(name));
  }
}
