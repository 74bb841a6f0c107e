package org.bihuan.kit.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds on readers of streams, for each replica. */
@ConfigMapping(prefix = "bihuan.streams")
interface StreamConfig {

  /** Most readers at a time. */
  @WithDefault("200")
  int readers();

  /** Most readers of one login at a time. */
  @WithDefault("5")
  int readersOfOne();

  /** Events that may wait for a reader; with one more it is dropped. */
  @WithDefault("512")
  int waiting();

  /**
   * Changes that a reader who comes back is told one by one; who missed more is told to begin anew.
   */
  @WithDefault("1000")
  int mostMissed();

  /** Pause between two signs of life. */
  @WithDefault("15s")
  Duration heartbeat();

  /** After that a reader has to come again, with the rights it has then. */
  @WithDefault("15m")
  Duration lifetime();
}
