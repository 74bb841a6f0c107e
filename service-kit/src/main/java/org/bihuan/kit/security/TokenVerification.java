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
 * better not taken for one that runs. Refuses as well without the audience that tokens must name:
 * it would let in whoever has a token that the same provider made for another application.
 */
@ApplicationScoped
class TokenVerification {

  private static final String KEY = "mp.jwt.verify.publickey";
  private static final String LOCATION = "mp.jwt.verify.publickey.location";
  private static final String AUDIENCES = "mp.jwt.verify.audiences";
  private static final String ANY_AUDIENCE = "bihuan.tokens.any-audience";

  private final Optional<String> key;
  private final Optional<String> location;
  private final Optional<String> audiences;
  private final boolean anyAudience;

  TokenVerification(
      @ConfigProperty(name = KEY) Optional<String> key,
      @ConfigProperty(name = LOCATION) Optional<String> location,
      @ConfigProperty(name = AUDIENCES) Optional<String> audiences,
      @ConfigProperty(name = ANY_AUDIENCE, defaultValue = "false") boolean anyAudience) {
    this.key = key;
    this.location = location;
    this.audiences = audiences;
    this.anyAudience = anyAudience;
  }

  void isComplete(@Observes StartupEvent start) {
    if (key.isEmpty() && location.isEmpty()) {
      throw new ConfigurationException(
          "Set "
              + LOCATION
              + " (MP_JWT_VERIFY_PUBLICKEY_LOCATION): a PEM file, or the http(s) address of the"
              + " OpenID provider's key set. Without it no token can be verified.",
          Set.of(KEY, LOCATION));
    }
    if (audiences.isEmpty() && !anyAudience) {
      throw new ConfigurationException(
          "Set "
              + AUDIENCES
              + " (MP_JWT_VERIFY_AUDIENCES): the name that the OpenID provider gives Bihuan in"
              + " \"aud\". Without it a token made for another application is taken. Where the"
              + " provider makes tokens for Bihuan alone, set "
              + ANY_AUDIENCE
              + "=true instead.",
          Set.of(AUDIENCES, ANY_AUDIENCE));
    }
  }
}
