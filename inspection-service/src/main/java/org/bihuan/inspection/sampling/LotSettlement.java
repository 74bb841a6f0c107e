package org.bihuan.inspection.sampling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent.ItemCancelled;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.recheck.PlanningDesk;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.recheck.Rechecks;

/** Decides about lots as their samples are visited. */
@ApplicationScoped
@Transactional
public class LotSettlement {

  private static final Actor SAMPLING = Actor.system("sampling");

  private final Lots lots;
  private final Rechecks rechecks;
  private final PlanningDesk planning;
  private final Clock clock;

  LotSettlement(Lots lots, Rechecks rechecks, PlanningDesk planning, Clock clock) {
    this.lots = lots;
    this.rechecks = rechecks;
    this.planning = planning;
    this.clock = clock;
  }

  /** Holds the lot of the re-check, if it is visited for one, before anything is written. */
  public void hold(Recheck done) {
    if (done.lot().isDrawn()) {
      lots.held(done.lot().lotId());
    }
  }

  /**
   * Counts a visit for the lot of the re-check, if it is of one that is open.
   *
   * @return those that passed with their lot by it
   */
  public List<Recheck> settle(Recheck done) {
    if (!done.lot().isDrawn()) {
      return List.of();
    }
    Lot lot = lots.held(done.lot().lotId());
    Instant now = clock.instant();
    boolean decided =
        lot.isOpen() && lot.count(done.given().outcome() == RecheckOutcome.PASSED, now);
    return decided ? conclude(lot, now) : List.of();
  }

  /** What waited for the lot passes with it, or is visited by itself. */
  private List<Recheck> conclude(Lot lot, Instant now) {
    List<Recheck> waiting = waiting(lot);
    if (lot.status() == LotStatus.REJECTED) {
      waiting.forEach(member -> member.lot().release());
      return List.of();
    }
    waiting.forEach(member -> member.passWithLot(SAMPLING, now));
    return waiting;
  }

  /**
   * An item that was called off needs no re-check any more; when that was drawn, the next of the
   * draw is visited in its place.
   */
  public void cancel(ItemCancelled cancelled, UUID eventId) {
    Optional<Recheck> drawn =
        rechecks
            .newestOf(cancelled.itemId())
            .filter(recheck -> recheck.isOpen() && recheck.lot().isDrawn());
    // Held before, so that no visit decides about it meanwhile.
    Optional<Lot> lot = drawn.map(recheck -> lots.held(recheck.lot().lotId())).filter(Lot::isOpen);
    planning.cancel(cancelled, eventId);
    lot.ifPresent(this::drawAnother);
  }

  private void drawAnother(Lot lot) {
    List<Recheck> waiting = waiting(lot);
    if (waiting.isEmpty()) {
      lot.shrink(clock.instant());
    } else {
      waiting.get(0).lot().drawInstead();
    }
  }

  /** Those that wait for the lot, in the order of the draw. */
  private List<Recheck> waiting(Lot lot) {
    return rechecks.ofLot(lot.id()).stream().filter(member -> member.lot().isHeld()).toList();
  }
}
