package org.bihuan.dispatch.notification.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import org.bihuan.dispatch.notification.recipient.NotificationKind;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.security.SecretConfig;
import org.bihuan.kit.security.SecretSeal;
import org.junit.jupiter.api.Test;

class WebhooksWithoutKeyTest {

  private static final SecretConfig NOTHING_SET =
      new SmallRyeConfigBuilder()
          .withMapping(SecretConfig.class)
          .build()
          .getConfigMapping(SecretConfig.class);

  @Test
  void where_no_key_is_set_under_which_secrets_are_kept_there_are_no_webhooks() {
    WebhookDesk desk = new WebhookDesk(null, new SecretSeal(NOTHING_SET), null, null, null);
    NewWebhook wanted =
        new NewWebhook(
            "https://hooks.example.org/", "whsec_x", List.of(NotificationKind.ITEM_OVERDUE));
    assertEquals(
        "webhooks-without-key", assertThrows(Conflict.class, () -> desk.create(wanted)).code());
  }
}
