package org.bihuan.intake.reporter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Secrets that protect reporters, and how long what is known of them is kept. */
@ConfigMapping(prefix = "bihuan.personal-data")
public interface PersonalDataConfig {

  /** Largest {@link #lockedAnewPerSecond}. */
  int MOST_PER_SECOND = 10_000;

  /**
   * 32 random bytes in base64, from which the keys for encryption and look-up are derived. Losing
   * it loses the data.
   */
  String key();

  /**
   * Keys of the same form that were used before, or will be next; what they locked is readable, and
   * is locked anew with {@link #key}.
   */
  Optional<List<String>> oldKeys();

  /** Most reporters that a replica locks anew in a second when the key was changed, 1 to 10000. */
  @WithDefault("500")
  int lockedAnewPerSecond();

  /** Months after the end of a complaint for which its reporter is kept, at least 1 [ours: 24]. */
  @WithDefault("24")
  int keepMonths();

  /**
   * Stops a start with bounds that nobody can mean.
   *
   * @throws IllegalStateException when nothing would be locked anew, so much that the requests
   *     would feel it, or reporters were erased as soon as a complaint has ended
   */
  default void refuseContradiction() {
    if (lockedAnewPerSecond() < 1 || lockedAnewPerSecond() > MOST_PER_SECOND) {
      throw new IllegalStateException(
          "bihuan.personal-data.locked-anew-per-second must be from 1 to " + MOST_PER_SECOND);
    }
    if (keepMonths() < 1) {
      throw new IllegalStateException("bihuan.personal-data.keep-months must be at least 1");
    }
  }
}
