package org.bihuan.kit.privacy;

import java.util.regex.Pattern;

/**
 * Takes the numbers out of a text by which a person could be found: identity, mobile and landline
 * numbers of mainland China. Events and logs carry no personal data (ADR 0007).
 */
public final class PersonalNumbers {

  private static final Pattern IDENTITY =
      Pattern.compile("(?<!\\d)(\\d{6})\\d{8}(\\d{3}[\\dXx])(?!\\d)");
  private static final Pattern MOBILE =
      Pattern.compile("(?<!\\d)(1[3-9]\\d)[- ]?\\d{4}[- ]?(\\d{4})(?!\\d)");
  private static final Pattern LANDLINE =
      Pattern.compile("(?<!\\d)(0\\d{2,3}-?)\\d{3,4}(\\d{4})(?!\\d)");

  private PersonalNumbers() {}

  /** The text with each number shown as 199****0123. */
  public static String masked(String text) {
    String masked = IDENTITY.matcher(text).replaceAll("$1********$2");
    masked = MOBILE.matcher(masked).replaceAll("$1****$2");
    return LANDLINE.matcher(masked).replaceAll("$1****$2");
  }
}
