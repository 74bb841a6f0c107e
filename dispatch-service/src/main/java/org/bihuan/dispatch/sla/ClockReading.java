package org.bihuan.dispatch.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * What the clock of an item shows at a moment.
 *
 * @param overdueSince end of the limit when it has passed, else {@code null}
 * @param light {@code null} while there is no limit
 * @param remaining whole seconds to the end of the limit, negative once it has passed; {@code null}
 *     while there is no limit
 */
public record ClockReading(boolean overdue, Instant overdueSince, Light light, Duration remaining) {

  private static final ClockReading NO_LIMIT = new ClockReading(false, null, null, null);

  /**
   * @param warnAt {@code null} while there is no limit, as is {@code dueAt}
   * @param stoppedAt when the final reply came, or {@code null} while the clock runs
   */
  public static ClockReading of(Instant warnAt, Instant dueAt, Instant stoppedAt, Instant now) {
    if (dueAt == null) {
      return NO_LIMIT;
    }
    Instant at = stoppedAt == null ? now : stoppedAt;
    Light light = Light.at(at, warnAt, dueAt);
    boolean overdue = light == Light.RED;
    Duration remaining = Duration.ofSeconds(Duration.between(at, dueAt).getSeconds());
    return new ClockReading(overdue, overdue ? dueAt : null, light, remaining);
  }
}
