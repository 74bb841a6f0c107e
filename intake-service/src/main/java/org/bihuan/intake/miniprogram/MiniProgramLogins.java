package org.bihuan.intake.miniprogram;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.util.Set;
import org.bihuan.kit.refusal.NotFound;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Chooses who knows the accounts of residents. The stand-in lets everybody be anybody, so a service
 * whose tokens come from a real provider does not start with it.
 */
@ApplicationScoped
class MiniProgramLogins {

  /** Issuer of the tokens that the local stack makes. */
  static final String LOCAL_ISSUER = "https://bihuan.local";

  private static final String STAND_IN = "bihuan.mini-program.stand-in";
  private static final String APP_ID = "bihuan.mini-program.app-id";
  private static final String SECRET = "bihuan.mini-program.secret";

  private final MiniProgramConfig config;
  private final String issuer;

  MiniProgramLogins(
      MiniProgramConfig config, @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
    this.config = config;
    this.issuer = issuer;
  }

  /**
   * Refuses settings that cannot be meant.
   *
   * @throws ConfigurationException when half of what WeChat wants is set, or the stand-in beside
   *     WeChat or beside a provider of tokens other than the local stack
   */
  void check(@Observes StartupEvent start) {
    if (config.appId().isPresent() != config.secret().isPresent()) {
      throw new ConfigurationException(
          APP_ID + " and " + SECRET + " are set together or not at all", Set.of(APP_ID, SECRET));
    }
    if (config.standIn() && (config.appId().isPresent() || !issuer.equals(LOCAL_ISSUER))) {
      throw new ConfigurationException(
          STAND_IN
              + " lets everybody log in as anybody: it is for the local stack, not beside WeChat or"
              + " tokens of another issuer than "
              + LOCAL_ISSUER,
          Set.of(STAND_IN));
    }
  }

  @Produces
  @ApplicationScoped
  MiniProgramLogin login(ObjectMapper json) {
    if (config.standIn()) {
      return new StandInLogin();
    }
    if (config.appId().isPresent()) {
      return new WeChatLogin(config, json);
    }
    return code -> {
      throw new NotFound("mini-program-not-set-up");
    };
  }
}
