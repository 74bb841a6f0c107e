package org.bihuan.kit.security;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start without the key that tokens are verified with: a service that lets nobody in is
 * better not taken for one that runs.
 */
@ApplicationScoped
class VerificationKey {

  private static final String KEY = "mp.jwt.verify.publickey";
  private static final String LOCATION = "mp.jwt.verify.publickey.location";

  private final Optional<String> key;
  private final Optional<String> location;

  VerificationKey(
      @ConfigProperty(name = KEY) Optional<String> key,
      @ConfigProperty(name = LOCATION) Optional<String> location) {
    this.key = key;
    this.location = location;
  }

  void isKnown(@Observes StartupEvent start) {
    if (key.isEmpty() && location.isEmpty()) {
      throw new ConfigurationException(
          "Set "
              + LOCATION
              + " (MP_JWT_VERIFY_PUBLICKEY_LOCATION): a PEM file, or the http(s) address of the"
              + " OpenID provider's key set. Without it no token can be verified.",
          Set.of(KEY, LOCATION));
    }
  }
}
