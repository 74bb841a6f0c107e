package org.bihuan.intake.reporter;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Secrets that protect reporters. */
@ConfigMapping(prefix = "bihuan.personal-data")
interface PersonalDataConfig {

  /**
   * 32 random bytes in base64, from which the keys for encryption and look-up are derived. Losing
   * it loses the data.
   */
  String key();

  /** Keys of the same form that were used before; what they locked stays readable. */
  Optional<List<String>> oldKeys();
}
