package org.bihuan.inspection.assessment.appeal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.inspection.assessment.figure.AssessedMonth;

/** Until when units may appeal [ours]. A change holds for past months too. */
@ConfigMapping(prefix = "bihuan.assessment")
public interface AppealPolicy {

  /** Time after the end of the month, or after its closing if that is later. */
  @WithDefault("P15D")
  Duration appealWithin();

  /** Whether it is too late at {@code now} for an appeal in {@code month}. */
  default boolean isTooLate(AssessedMonth month, Instant now) {
    Instant over = month.month().to();
    boolean closedLater = month.isClosed() && month.closing().closedAt().isAfter(over);
    Instant from = closedLater ? month.closing().closedAt() : over;
    return now.isAfter(from.plus(appealWithin()));
  }
}
