package org.bihuan.intake.complaint;

/** What a problem is called that a complaint becomes. */
public final class Headline {

  /** Characters after which it is cut. */
  private static final int MOST = 60;

  private Headline() {}

  /** The subject, else the beginning of the text; its first line, and no longer than that. */
  public static String of(String subject, String text) {
    String whole = subject == null || subject.isBlank() ? text : subject;
    String line = whole.strip().lines().findFirst().orElse("");
    return line.codePointCount(0, line.length()) <= MOST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST)) + "…";
  }
}
