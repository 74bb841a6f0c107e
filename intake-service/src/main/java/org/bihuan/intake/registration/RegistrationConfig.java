package org.bihuan.intake.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.bihuan.kit.batching.GroupCommit;

/** How many complaints wait to be written, and how they are written (ADR 0014). */
@ConfigMapping(prefix = "bihuan.registration")
interface RegistrationConfig {

  /** Most complaints that wait; one more is refused with 503. */
  @WithDefault("1000")
  int queue();

  /** Transactions under way that write them. */
  @WithDefault("2")
  int writers();

  /** Most complaints in one transaction. */
  @WithDefault("64")
  int batchSize();

  default GroupCommit.Limits limits() {
    return new GroupCommit.Limits(queue(), writers(), batchSize());
  }
}
