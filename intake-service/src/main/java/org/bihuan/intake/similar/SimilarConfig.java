package org.bihuan.intake.similar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** From which likeness on a district wants to be shown something, and what it lets become one. */
@ConfigMapping(prefix = "bihuan.similar")
public interface SimilarConfig {

  /** Least score of what is suggested, 0 to 1. */
  @WithDefault("0.07")
  double suggestAt();

  /** How long before and after a complaint a problem was filed that is suggested for it. */
  @WithDefault("180d")
  Duration within();

  /** Least score of what may become one without anybody's judgement, 0 to 1. */
  @WithDefault("0.98")
  double mergeAt();

  /** Whether it does, at registration; otherwise only the same text joins by itself. */
  @WithDefault("false")
  boolean merges();
}
