package org.bihuan.inspection.inspection;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.Place;
import org.bihuan.inspection.onsite.Position;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.refusal.Conflict;

/**
 * A place on the route of an inspection. It is settled once: visited, or left out with a reason.
 *
 * @param place where it is, in words
 * @param position where it is on the map, or {@code null}
 * @param visitedAt when the inspectors came, or {@code null}
 * @param note what was seen there, or {@code null}
 * @param skippedBecause why they did not come, or {@code null}
 */
@Embeddable
public record Stop(
    @Column(name = "subdistrict_code") String subdistrictCode,
    @Column(name = "place") String place,
    @Embedded Position position,
    @Column(name = "visited_at") Instant visitedAt,
    @Column(name = "note") String note,
    @Column(name = "skipped_because") String skippedBecause) {

  static Stop of(NewInspection.NewStop planned, List<Bounds> districts) {
    Position sent = Position.of(planned);
    return new Stop(
        planned.subdistrictCode(),
        planned.place(),
        sent == null ? null : sent.checkedBy(districts),
        null,
        null,
        null);
  }

  boolean isSettled() {
    return visitedAt != null || skippedBecause != null;
  }

  Stop visited(int number, Instant arrivedAt, String seen) {
    refuseSettled(number);
    return new Stop(subdistrictCode, place, position, arrivedAt, seen, null);
  }

  Stop skipped(int number, String reason) {
    refuseSettled(number);
    return new Stop(subdistrictCode, place, position, null, null, reason);
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

  private void refuseSettled(int number) {
    if (isSettled()) {
      throw new Conflict("stop-settled", number);
    }
  }
}
