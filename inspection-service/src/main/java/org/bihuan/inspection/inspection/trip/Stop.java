package org.bihuan.inspection.inspection.trip;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Place;
import org.bihuan.inspection.onsite.Position;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.refusal.Conflict;

/**
 * A place on the route of an inspection. It is settled once: visited, or left out with a reason.
 *
 * @param place where it is, in words
 * @param position where it is on the map, or {@code null}
 * @param presence that the inspectors were there, or {@code null}
 * @param note what was seen there, or {@code null}
 * @param skippedBecause why they did not come, or {@code null}
 */
@Embeddable
public record Stop(
    @Column(name = "subdistrict_code") String subdistrictCode,
    @Column(name = "place") String place,
    @Embedded Position position,
    @Embedded Presence presence,
    @Column(name = "note") String note,
    @Column(name = "skipped_because") String skippedBecause) {

  static Stop of(NewStop planned, List<Bounds> districts) {
    Position sent = Position.of(planned);
    return new Stop(
        planned.subdistrictCode(),
        planned.place(),
        sent == null ? null : sent.checkedBy(districts),
        null,
        null,
        null);
  }

  public boolean isSettled() {
    return presence != null || skippedBecause != null;
  }

  /** Whether this visit was told before; a device that got no answer sends it again. */
  public boolean knows(Presence told, String seen) {
    return presence != null && presence.isAlso(told) && Objects.equals(note, seen);
  }

  /**
   * Was visited as somebody tells. A finding that came first only showed that somebody was there.
   *
   * @throws Conflict {@code stop-settled} when another visit was told, or it was left out
   */
  public Stop visited(int number, Presence told, String seen) {
    if (skippedBecause != null || presence != null && presence.isTold()) {
      throw new Conflict("stop-settled", number);
    }
    return new Stop(subdistrictCode, place, position, told.since(presence), seen, null);
  }

  /**
   * Was visited by {@code foundAt} at the latest, since something was found there.
   *
   * @throws Conflict {@code stop-settled} when it was left out
   */
  public Stop provedBy(int number, Instant foundAt) {
    if (skippedBecause != null) {
      throw new Conflict("stop-settled", number);
    }
    Presence shown = Presence.shownBy(foundAt);
    return new Stop(
        subdistrictCode,
        place,
        position,
        presence == null ? shown : presence.since(shown),
        note,
        null);
  }

  /**
   * Is left out.
   *
   * @throws Conflict {@code stop-settled} when it was visited or left out before
   */
  public Stop skipped(int number, String reason) {
    if (isSettled()) {
      throw new Conflict("stop-settled", number);
    }
    return new Stop(subdistrictCode, place, position, null, null, reason);
  }

  /** When the inspectors came, or {@code null}. */
  public Instant visitedAt() {
    return presence == null ? null : presence.visitedAt();
  }

  /** Who told of the visit, or {@code null}. */
  public Actor visitedBy() {
    return presence == null ? null : presence.actor();
  }

  /** The place in the words all services share; without its point when that is in doubt. */
  public Place sharedPlace() {
    boolean located = position != null && position.doubt() == null;
    return new Place(
        place,
        subdistrictCode,
        null,
        located ? position.longitude() : null,
        located ? position.latitude() : null);
  }
}
