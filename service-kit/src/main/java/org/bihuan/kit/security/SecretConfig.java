package org.bihuan.kit.security;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Under what the secrets shared with other systems are kept. */
@ConfigMapping(prefix = "bihuan.secrets")
public interface SecretConfig {

  /**
   * 32 random bytes in base64. Without it no webhook and no signing key can be made; losing it
   * loses the secrets.
   */
  Optional<String> key();
}
