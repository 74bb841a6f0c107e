package org.bihuan.dispatch.notification.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many webhooks there can be; what they may reach is said in the kit. */
@ConfigMapping(prefix = "bihuan.webhooks")
interface WebhookConfig {

  /** Most webhooks there can be. */
  @WithDefault("50")
  int most();
}
