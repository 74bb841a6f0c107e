package org.bihuan.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events of other services are read. */
@ConfigMapping(prefix = "bihuan.inbox")
public interface InboxConfig {

  /** Most events applied in one transaction. */
  @WithDefault("200")
  int batch();

  /** How often an event that fails by itself is tried before it becomes a dead letter. */
  @WithDefault("3")
  int attempts();

  /** Pause after the database or the broker failed. */
  @WithDefault("1s")
  Duration retryPause();

  /** Time without a round of reading after which health says that it has stalled. */
  @WithDefault("30s")
  Duration stalledAfter();

  /**
   * Whether to read on with the first event there is where the next one to be read is gone. False
   * halts the partition: somebody has to know what was lost. Meant for one start.
   */
  @WithDefault("false")
  boolean skipLost();

  /** How long applied events are remembered; must be longer than the topics keep them. */
  @WithDefault("30d")
  Duration memory();
}
