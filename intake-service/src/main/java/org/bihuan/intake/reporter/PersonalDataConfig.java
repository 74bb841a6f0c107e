package org.bihuan.intake.reporter;

import io.smallrye.config.ConfigMapping;

/** Secrets that protect reporters. */
@ConfigMapping(prefix = "bihuan.personal-data")
interface PersonalDataConfig {

  /**
   * 32 random bytes in base64, from which the keys for encryption and look-up are derived. Losing
   * it loses the data.
   */
  String key();
}
