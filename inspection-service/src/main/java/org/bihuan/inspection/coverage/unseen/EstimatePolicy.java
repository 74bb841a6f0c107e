package org.bihuan.inspection.coverage.unseen;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Which period the estimate of unseen problems is for [ours]. */
@ConfigMapping(prefix = "bihuan.coverage.estimate")
public interface EstimatePolicy {

  /** How long it is where the question does not say its beginning. */
  @WithDefault("28d")
  Duration period();
}
