package org.bihuan.inspection.recheck;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * When a re-check is owed. What a re-check was planned with stays with it: a change of these
 * figures holds from then on.
 */
@ConfigMapping(prefix = "bihuan.recheck")
public interface RecheckPolicy {

  /** How soon after its acceptance, or the quiet time, a reply has to be re-checked. */
  @WithDefault("7d")
  Duration within();

  /**
   * By category: how long to wait after the reply, so that a one-day clean-up does not pass. No
   * wait for a category that is not named.
   */
  Map<String, Duration> quietTime();

  /**
   * How far from the place, in metres, an inspector's position is marked as far. A phone among high
   * houses errs by a hundred; the place of a complaint is often only its street.
   */
  @WithDefault("300")
  int farFrom();

  /**
   * Last moment for the re-check of a reply accepted at {@code acceptedAt}: time for it is left
   * after the quiet time too.
   */
  default Instant dueAt(Instant acceptedAt, Instant advisedFrom) {
    return (advisedFrom.isAfter(acceptedAt) ? advisedFrom : acceptedAt).plus(within());
  }

  /** From when a re-check is advised; an earlier one counts too and says that it was early. */
  default Instant advisedFrom(String categoryCode, Instant repliedAt) {
    return repliedAt.plus(quietTime().getOrDefault(categoryCode, Duration.ZERO));
  }
}
