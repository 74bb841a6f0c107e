package org.bihuan.inspection.lookback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which of the problems written off are looked at again, and when: a random 10 %, 30 to 90 days
 * later [ours]. A change holds for what is written off from then on.
 *
 * <p>With a seed the draw can be repeated by whoever is told it: the bytes 0 to 7 of HMAC-SHA-256
 * of the item's id in lower case, keyed with the seed, are a number of 64 bits without sign; an
 * item is drawn when that number is less than {@code share} times 2^64. Bytes 8 to 15 say in the
 * same way when within the time allowed. Who knows the seed foresees the draw, so it is told only
 * after the look-backs of its time are over.
 */
@ConfigMapping(prefix = "bihuan.look-back")
public interface LookBackPolicy {

  /** Share of what is written off, 0 to 1. */
  @WithDefault("0.1")
  @DecimalMin("0")
  @DecimalMax("1")
  double share();

  /** How long after the write-off at the earliest. */
  @WithDefault("30d")
  Duration earliest();

  /**
   * How long after the write-off at the latest; never less than {@code earliest} and {@code
   * within}.
   */
  @WithDefault("90d")
  Duration latest();

  /**
   * How long there is for it from the day on that was drawn; and, for one that a reporter asks for,
   * from then on.
   */
  @WithDefault("7d")
  Duration within();

  /** Secret of 16 characters or more; without one each draw is by chance and cannot be repeated. */
  Optional<@Size(min = 16) String> seed();

  /**
   * When a look-back is to be done.
   *
   * @param from first moment
   * @param until last moment
   */
  record Window(Instant from, Instant until) {}

  /**
   * Refuses settings that leave no time for a look-back.
   *
   * @throws IllegalStateException naming them
   */
  default void refuseContradiction() {
    if (earliest().plus(within()).compareTo(latest()) > 0) {
      throw new IllegalStateException(
          "bihuan.look-back: earliest %s and within %s reach beyond latest %s"
              .formatted(earliest(), within(), latest()));
    }
  }

  /** The look-back that is drawn for an item, nothing for most. */
  default Optional<Window> draw(UUID itemId, Instant writtenOffAt) {
    ByteBuffer numbers = ByteBuffer.wrap(bytes(itemId));
    if (fraction(numbers.getLong()) >= share()) {
      return Optional.empty();
    }
    Duration room = latest().minus(earliest()).minus(within());
    long wait = (long) (fraction(numbers.getLong()) * room.toSeconds());
    Instant from = writtenOffAt.plus(earliest()).plusSeconds(wait);
    return Optional.of(new Window(from, from.plus(within())));
  }

  private byte[] bytes(UUID itemId) {
    return seed()
        .map(seed -> LookBackPolicy.keyed(seed, itemId))
        .orElseGet(
            () -> {
              byte[] chance = new byte[16];
              new SecureRandom().nextBytes(chance);
              return chance;
            });
  }

  private static byte[] keyed(String seed, UUID itemId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(seed.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(itemId.toString().getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** The number without sign as a fraction of 2^64. */
  private static double fraction(long number) {
    return (number >>> 11) * 0x1.0p-53;
  }
}
