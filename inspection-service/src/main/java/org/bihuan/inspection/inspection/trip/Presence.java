package org.bihuan.inspection.inspection.trip;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.Objects;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.actor.ActedBy;
import org.bihuan.inspection.onsite.Arrival;
import org.bihuan.inspection.onsite.Position;

/**
 * That the inspectors were at a stop. Somebody tells it, perhaps hours later from where there is a
 * network again; until then a finding may show it.
 *
 * @param visitedAt when they came, never before the start of the inspection nor after the receipt
 * @param arrivedAt the same as the device in the field said it, or {@code null} when a finding
 *     shows it
 * @param receivedAt when it was told, or {@code null}
 * @param position where they stood, or {@code null}
 * @param by who told it, or {@code null}
 */
@Embeddable
public record Presence(
    @Column(name = "visited_at") Instant visitedAt,
    @Column(name = "arrived_at") Instant arrivedAt,
    @Column(name = "received_at") Instant receivedAt,
    @Embedded
        @AttributeOverride(name = "longitude", column = @Column(name = "visit_longitude"))
        @AttributeOverride(name = "latitude", column = @Column(name = "visit_latitude"))
        @AttributeOverride(name = "sentLongitude", column = @Column(name = "visit_sent_longitude"))
        @AttributeOverride(name = "sentLatitude", column = @Column(name = "visit_sent_latitude"))
        @AttributeOverride(name = "sentCrs", column = @Column(name = "visit_sent_crs"))
        @AttributeOverride(name = "doubt", column = @Column(name = "visit_doubt"))
        Position position,
    @Embedded
        @AttributeOverride(name = "role", column = @Column(name = "visited_by_role"))
        @AttributeOverride(name = "unitCode", column = @Column(name = "visited_by_unit_code"))
        @AttributeOverride(name = "subject", column = @Column(name = "visited_by_subject"))
        ActedBy by) {

  /**
   * What {@code by} told. Within the allowance for clocks in the field the moment is moved to lie
   * between the start and now.
   *
   * @param startedAt {@code null} while the inspection has not started
   */
  public static Presence told(
      Instant arrivedAt, Position position, Actor by, Instant startedAt, Instant now) {
    return new Presence(
        Arrival.within(startedAt, arrivedAt, now), arrivedAt, now, position, ActedBy.of(by));
  }

  /** What a finding shows that was made at {@code foundAt}. */
  static Presence shownBy(Instant foundAt) {
    return new Presence(foundAt, null, null, null, null);
  }

  boolean isTold() {
    return arrivedAt != null;
  }

  /** Whether {@code other} is the same visit, sent again. */
  boolean isAlso(Presence other) {
    return isTold() && arrivedAt.equals(other.arrivedAt) && Objects.equals(sent(), other.sent());
  }

  /** The same, come no later than what {@code earlier} shows. */
  Presence since(Presence earlier) {
    boolean shown = earlier != null && earlier.visitedAt.isBefore(visitedAt);
    return new Presence(shown ? earlier.visitedAt : visitedAt, arrivedAt, receivedAt, position, by);
  }

  private Position sent() {
    return position == null ? null : position.unjudged();
  }

  /** Who told it, or {@code null}. */
  Actor actor() {
    return by == null ? null : by.actor();
  }
}
