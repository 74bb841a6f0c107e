package org.bihuan.dispatch.item;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.bihuan.contract.SuspensionCause;
import org.bihuan.kit.time.DistrictTime;

/**
 * Why nothing can be done about an item for a while, and when that is looked at again (挂账).
 *
 * @param cause {@code null}, as {@code reviewOn}, while it is not suspended
 * @param reviewOn day of the district by whose end the special team looks at it again
 * @param reviewOverdue whether that day has passed and nobody has
 */
@Embeddable
public record Suspension(
    @Enumerated(EnumType.STRING) @Column(name = "suspension_cause") SuspensionCause cause,
    @Column(name = "review_on") LocalDate reviewOn,
    @Column(name = "review_overdue") boolean reviewOverdue) {

  static final Suspension NONE = new Suspension(null, null, false);

  /** One whose day of review is to come. */
  public static Suspension until(SuspensionCause cause, LocalDate reviewOn) {
    return new Suspension(cause, reviewOn, false);
  }

  /** The day of review has passed. */
  Suspension overdue() {
    return new Suspension(cause, reviewOn, true);
  }

  /** First moment after the day of review; {@code null} when it is told, or there is none. */
  Instant attentionAt() {
    return reviewOn == null || reviewOverdue
        ? null
        : reviewOn.plusDays(1).atStartOfDay(DistrictTime.ZONE).toInstant();
  }
}
