package org.bihuan.intake.registration.spam;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is so surely no complaint that nobody needs to look at it. Only strong signs count: what is
 * merely odd waits for the desk, as all does that comes without a login [ours].
 */
final class SpamPolicy {

  /** One link or account may belong to what is complained of. */
  private static final int FEWEST_SIGNS = 2;

  /** Labels and their number are bounded: each repetition of a group takes stack. */
  private static final Pattern LINK =
      Pattern.compile(
          "https?://[^\\s\\p{IsHan}]+|(?<![a-z0-9@.-])(?:[a-z0-9-]{2,63}\\.){1,8}(?:com|cn|net|org|top|xyz|vip|cc|shop|club|site|me|info)(?![a-z])");

  /** A messenger, then what may be an account of it: five signs or more. */
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "(?:微信|薇信|威信|v信|vx|wx|wechat|qq|扣扣|telegram|tg|whatsapp|飞机)(?:群|号|:|,|\\s|加|是){0,4}([a-z0-9_-]{5,})");

  private SpamPolicy() {}

  /**
   * Whether a text is mostly there to lead its reader elsewhere.
   *
   * @param subject headline, or {@code null}
   * @param namesMatter whether it names a place, or something that a district deals with
   */
  static boolean looksLikeAdvertising(String subject, String text, boolean namesMatter) {
    return !namesMatter && signs(spelt(subject) + "\n" + spelt(text)) >= FEWEST_SIGNS;
  }

  /** Whether it has so many signs that it is worth asking what it names. */
  static boolean hasSigns(String subject, String text) {
    return looksLikeAdvertising(subject, text, false);
  }

  /** What is the same in two spellings of one text: case, width, blanks and punctuation aside. */
  static String plain(String subject, String text) {
    return (spelt(subject) + spelt(text)).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** How many different links and accounts there are. */
  private static int signs(String text) {
    Set<String> signs = new HashSet<>();
    for (Pattern pattern : new Pattern[] {LINK, ACCOUNT}) {
      Matcher found = pattern.matcher(text);
      while (found.find()) {
        signs.add(found.group(found.groupCount()));
      }
    }
    return signs.size();
  }

  private static String spelt(String text) {
    return text == null
        ? ""
        : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
