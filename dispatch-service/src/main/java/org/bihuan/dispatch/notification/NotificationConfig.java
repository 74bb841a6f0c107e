package org.bihuan.dispatch.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When news are told together. */
@ConfigMapping(prefix = "bihuan.notifications")
interface NotificationConfig {

  /** How many facts of a kind a recipient is told one by one; more at a time become one message. */
  @WithDefault("5")
  int few();

  /** When many wait: time without another one after which they are told. */
  @WithDefault("2s")
  Duration settled();

  /** When many wait and more keep coming: the longest that one waits. */
  @WithDefault("30s")
  Duration longestWait();

  /** How long a notification can be read. */
  @WithDefault("180d")
  Duration kept();
}
