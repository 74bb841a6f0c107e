package org.bihuan.intake.reporter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;

/** Secrets that protect reporters, and how long what is known of them is kept. */
@ConfigMapping(prefix = "bihuan.personal-data")
public interface PersonalDataConfig {

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
  @Min(1)
  @Max(10_000)
  int lockedAnewPerSecond();

  /**
   * Months after the end of a complaint for which its reporter is kept, at least 1 [ours: 24].
   */
  @WithDefault("24")
  @Min(1)
  int keepMonths();
}
