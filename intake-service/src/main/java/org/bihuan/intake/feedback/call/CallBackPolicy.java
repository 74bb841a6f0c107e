package org.bihuan.intake.feedback.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;

/** When reporters are called back, and how often it is tried [ours]. */
@ConfigMapping(prefix = "bihuan.call-back")
public interface CallBackPolicy {

  /** How soon after the write-off; what was planned keeps its last moment when this changes. */
  @WithDefault("3d")
  Duration within();

  /** After so many calls that reached nobody the reporter counts as not to be reached. */
  @WithDefault("3")
  int attempts();

  /** Last moment for the call about what was written off at {@code writtenOffAt}. */
  default Instant dueAt(Instant writtenOffAt) {
    return writtenOffAt.plus(within());
  }
}
