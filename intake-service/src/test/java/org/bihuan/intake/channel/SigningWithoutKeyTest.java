package org.bihuan.intake.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.security.SecretConfig;
import org.bihuan.kit.security.SecretSeal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningWithoutKeyTest {

  private static final SecretConfig NOTHING_SET =
      new SmallRyeConfigBuilder()
          .withMapping(SecretConfig.class)
          .build()
          .getConfigMapping(SecretConfig.class);

  @ParameterizedTest
  @EnumSource(names = {"SIGNING", "SANDBOX"})
  void where_no_key_is_set_under_which_secrets_are_kept_none_is_made(ChannelKeyUse use) {
    ChannelDesk desk = new ChannelDesk(null, null, new SecretSeal(NOTHING_SET), null);
    Conflict refusal =
        assertThrows(Conflict.class, () -> desk.issue("HOTLINE_12319", "示例热线公司", use));
    assertEquals("signing-without-key", refusal.code());
  }
}
