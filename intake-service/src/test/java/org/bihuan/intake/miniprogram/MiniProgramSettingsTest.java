package org.bihuan.intake.miniprogram;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.Optional;
import org.bihuan.kit.refusal.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service starts with settings that can be meant, and with no others. */
class MiniProgramSettingsTest {

  private static final String PROVIDER = "https://login.example.gov.cn";

  private record Settings(Optional<String> appId, Optional<String> secret, boolean standIn)
      implements MiniProgramConfig {

    @Override
    public String address() {
      return "https://api.weixin.qq.com";
    }

    @Override
    public Duration time() {
      return Duration.ofSeconds(1);
    }

    @Override
    public int loginsAtOnce() {
      return 1;
    }
  }

  private static MiniProgramLogins with(
      String appId, String secret, boolean standIn, String issuer) {
    return new MiniProgramLogins(
        new Settings(Optional.ofNullable(appId), Optional.ofNullable(secret), standIn), issuer);
  }

  @ParameterizedTest
  @CsvSource({
    "wx01, ,       false, " + PROVIDER,
    ",     secret, false, " + PROVIDER,
    "wx01, secret, true,  " + MiniProgramLogins.LOCAL_ISSUER,
    ",     ,       true,  " + PROVIDER,
  })
  void what_cannot_be_meant_stops_the_start(
      String appId, String secret, boolean standIn, String issuer) {
    MiniProgramLogins logins = with(appId, secret, standIn, issuer);
    assertThrows(ConfigurationException.class, () -> logins.check(new StartupEvent()));
  }

  @ParameterizedTest
  @CsvSource({
    "wx01, secret, false, " + PROVIDER,
    ",     ,       false, " + PROVIDER,
    ",     ,       true,  " + MiniProgramLogins.LOCAL_ISSUER,
  })
  void what_can_be_meant_does_not(String appId, String secret, boolean standIn, String issuer) {
    MiniProgramLogins logins = with(appId, secret, standIn, issuer);
    assertDoesNotThrow(() -> logins.check(new StartupEvent()));
  }

  @Test
  void without_a_mini_program_there_is_no_login() {
    MiniProgramLogin login = with(null, null, false, PROVIDER).login(new ObjectMapper());
    assertEquals(
        "mini-program-not-set-up",
        assertThrows(NotFound.class, () -> login.exchange("081")).code());
  }
}
