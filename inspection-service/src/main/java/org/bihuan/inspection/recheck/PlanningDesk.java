package org.bihuan.inspection.recheck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent.ItemCancelled;
import org.bihuan.contract.DispatchEvent.ItemCorrected;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.InspectionEvent.RecheckPlanned;
import org.bihuan.inspection.late.LateFacts;
import org.bihuan.inspection.reference.Categories;
import org.bihuan.kit.outbox.Outbox;

/** Plans re-checks, and gives them up, as dispatch tells. */
@ApplicationScoped
@Transactional
public class PlanningDesk {

  private final Rechecks rechecks;
  private final RecheckPolicy policy;
  private final Categories categories;
  private final Outbox outbox;
  private final LateFacts lateFacts;

  PlanningDesk(
      Rechecks rechecks,
      RecheckPolicy policy,
      Categories categories,
      Outbox outbox,
      LateFacts lateFacts) {
    this.rechecks = rechecks;
    this.policy = policy;
    this.categories = categories;
    this.outbox = outbox;
    this.lateFacts = lateFacts;
  }

  /** A re-check is owed for an accepted reply; one told again, or late, plans nothing. */
  public void plan(ReplyAccepted accepted, UUID eventId) {
    Optional<Recheck> newest = rechecks.newestOf(accepted.itemId());
    if (newest.isPresent() && !newest.get().isFollowedBy(accepted.round())) {
      lateFacts.note(newest.get().id(), accepted, eventId);
      return;
    }
    plan(accepted);
  }

  private void plan(ReplyAccepted accepted) {
    Recheck recheck = Recheck.plan(accepted, policy, categories.evidence(accepted.categoryCode()));
    rechecks.persist(recheck);
    outbox.announce(
        new RecheckPlanned(
            recheck.id(),
            recheck.item().problemId(),
            recheck.item().itemId(),
            recheck.item().round(),
            recheck.dueAt(),
            recheck.fixing().acceptedAt(),
            Actor.system("recheck-planning")));
  }

  /**
   * An item that was called off needs no re-check any more. When the re-check has passed meanwhile
   * its write-off wins and the cancellation is noted. One that has failed takes nothing from the
   * cancellation: whether the two crossed is known, and noted, where the item is.
   */
  public void cancel(ItemCancelled cancelled, UUID eventId) {
    rechecks.newestOf(cancelled.itemId()).ifPresent(recheck -> cancel(recheck, cancelled, eventId));
  }

  private void cancel(Recheck recheck, ItemCancelled cancelled, UUID eventId) {
    if (recheck.isOpen()) {
      recheck.cancel();
    } else if (!recheck.hasFailed()) {
      lateFacts.note(recheck.id(), cancelled, eventId);
    }
  }

  /** An open re-check says what was corrected; one that was done or called off stays as it was. */
  public void correct(ItemCorrected corrected, UUID eventId) {
    rechecks
        .newestOf(corrected.itemId())
        .filter(Recheck::isOpen)
        .ifPresent(recheck -> recheck.correct(corrected));
  }
}
