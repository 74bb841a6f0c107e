package org.bihuan.intake.complaint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import org.bihuan.contract.Place;

/**
 * Key that is equal for complaints that say the same about the same place, however it is spelt:
 * composition, width, case, blanks and punctuation do not count. The simplest case of a duplicate,
 * and the only one that is sure without anybody's judgement.
 */
final class ContentKey {

  /** A shorter text may be said of many places, so without a place it has no key [ours]. */
  private static final int LONG_ENOUGH_WITHOUT_PLACE = 15;

  private ContentKey() {}

  /**
   * First 64 bits of SHA-256, or {@code null} when the text alone could be said of many places. The
   * place counts as it was sent, not where it was found to be: another map or other names must not
   * make a second problem of the same words.
   */
  static Long of(Complaint.Registration sent) {
    String said = plain(sent.subject()) + "\n" + plain(sent.text());
    Place place = sent.said().place();
    boolean hasPlace = place.address() != null || place.longitude() != null;
    if (!hasPlace && said.codePointCount(0, said.length()) <= LONG_ENOUGH_WITHOUT_PLACE) {
      return null;
    }
    return hash(
        said
            + "\n"
            + plain(place.address())
            + "\n"
            + place.subdistrictCode()
            + "\n"
            + place.communityCode()
            + "\n"
            + place.longitude()
            + "\n"
            + place.latitude());
  }

  private static String plain(String text) {
    return text == null
        ? ""
        : Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static long hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
