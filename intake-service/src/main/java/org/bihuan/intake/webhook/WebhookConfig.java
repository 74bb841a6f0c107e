package org.bihuan.intake.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many webhooks a channel can have; what they may reach is said in the kit. */
@ConfigMapping(prefix = "bihuan.webhooks")
interface WebhookConfig {

  /** Most webhooks of one channel. */
  @WithDefault("5")
  int mostOfChannel();
}
