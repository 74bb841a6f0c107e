package org.bihuan.inspection.coverage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a sub-district counts as a blind spot [ours]. A change holds for past weeks too. */
@ConfigMapping(prefix = "bihuan.coverage.blind")
public interface BlindSpotPolicy {

  /** How many weeks before the one that is asked for must be without a visit too, 0 or more. */
  @WithDefault("2")
  int weeks();
}
