package org.bihuan.dispatch.sameday;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.kit.time.DistrictTime;

/**
 * That a problem has to be on an order the very day it was filed: 当日便确定责任单位，立刻下发督办单 [brief]. Only
 * its first order counts; what becomes of it later has limits of its own.
 *
 * @param orderBy last moment of the day on which the problem was filed
 * @param orderedAt when it first came on an order, or {@code null}
 * @param missed whether it was on none by then; stays so
 * @param attentionAt when the watch has to look at it, {@code null} when there is nothing to wait
 *     for
 */
@Embeddable
public record SameDay(
    @Column(name = "same_day_order_by") Instant orderBy,
    @Column(name = "same_day_ordered_at") Instant orderedAt,
    @Column(name = "same_day_missed") Boolean missed,
    @Column(name = "same_day_attention_at") Instant attentionAt) {

  /**
   * For a problem filed at {@code filedAt}.
   *
   * @param warnBefore how long before the end of the day the special team is warned; at once when
   *     the problem was filed later than that
   */
  static SameDay of(Instant filedAt, Duration warnBefore) {
    Instant end = DistrictTime.lastMoment(DistrictTime.day(filedAt));
    return new SameDay(end, null, false, end.minus(warnBefore));
  }

  /** It came on an order. An order of a later day comes too late, and that is still to be told. */
  public SameDay ordered(Instant at) {
    if (orderedAt != null) {
      return this;
    }
    boolean late = at.isAfter(orderBy) && !missed;
    return new SameDay(orderBy, at, missed, late ? orderBy : null);
  }

  /** Nothing is owed any more. */
  public SameDay ended() {
    return new SameDay(orderBy, orderedAt, missed, null);
  }

  /** The special team was warned. */
  public SameDay warned() {
    return new SameDay(orderBy, orderedAt, missed, orderBy);
  }

  /** The day has passed without an order. */
  public SameDay passed() {
    return new SameDay(orderBy, orderedAt, true, null);
  }

  /** Whether the day is over at {@code now}. */
  public boolean isOver(Instant now) {
    return now.isAfter(orderBy);
  }
}
