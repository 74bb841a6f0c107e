package org.bihuan.kit.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often and how long a message is tried. */
@ConfigMapping(prefix = "bihuan.deliveries")
public interface DeliveryConfig {

  /** Attempts after which a message is given up. */
  @WithDefault("10")
  int attempts();

  /** Pause after the first attempt; each later one is four times as long as the one before. */
  @WithDefault("5s")
  Duration firstPause();

  /** The longest pause. */
  @WithDefault("8h")
  Duration longestPause();

  /** Addresses that a replica sends to at the same time. */
  @WithDefault("8")
  int workers();

  /** How long what is over stays readable, with its attempts. */
  @WithDefault("180d")
  Duration kept();
}
