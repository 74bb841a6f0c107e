package org.bihuan.inspection.sampling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The order in which the re-checks of a lot are drawn. Anybody can repeat it from what the lot
 * publishes: sort the ids by the SHA-256 of {@code seed:id}, both in lower case, as hexadecimal
 * text; the first of them are visited. The seed is made after the lot is closed, so nobody can
 * choose what is drawn.
 */
final class Draw {

  private static final int SEED_BYTES = 16;

  private Draw() {}

  /** 32 hexadecimal digits by chance. */
  static String seed() {
    byte[] seed = new byte[SEED_BYTES];
    new SecureRandom().nextBytes(seed);
    return HexFormat.of().formatHex(seed);
  }

  static List<UUID> order(Collection<UUID> ids, String seed) {
    return ids.stream()
        .map(id -> Map.entry(hash(seed + ":" + id), id))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
