package org.bihuan.inspection.recheck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent.ItemCancelled;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.InspectionEvent.RecheckPlanned;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** Plans re-checks and names their inspectors. */
@ApplicationScoped
@Transactional
public class RecheckDesk {

  private final Rechecks rechecks;
  private final RecheckPolicy policy;
  private final Outbox outbox;
  private final Caller caller;
  private final IfMatch ifMatch;

  RecheckDesk(
      Rechecks rechecks, RecheckPolicy policy, Outbox outbox, Caller caller, IfMatch ifMatch) {
    this.rechecks = rechecks;
    this.policy = policy;
    this.outbox = outbox;
    this.caller = caller;
    this.ifMatch = ifMatch;
  }

  /** A re-check is owed for an accepted reply; one told twice, or late, plans nothing. */
  public void plan(ReplyAccepted accepted) {
    Optional<Recheck> newest = rechecks.newestOf(accepted.itemId());
    if (newest.isPresent() && !newest.get().isFollowedBy(accepted.round())) {
      return;
    }
    Recheck recheck = Recheck.plan(accepted, policy);
    rechecks.persist(recheck);
    outbox.announce(
        new RecheckPlanned(
            recheck.id(),
            recheck.problemId(),
            recheck.itemId(),
            recheck.round(),
            recheck.dueAt(),
            recheck.acceptedAt(),
            Actor.system("recheck-planning")));
  }

  /** An item that was called off needs no re-check any more. */
  public void cancel(ItemCancelled cancelled) {
    rechecks.newestOf(cancelled.itemId()).ifPresent(Recheck::cancelIfOpen);
  }

  Recheck assign(UUID id, Assignment assignment) {
    Recheck recheck = rechecks.visible(id, caller);
    ifMatch.check(recheck.version());
    recheck.assign(assignment.inspectors());
    rechecks.flush();
    return recheck;
  }

  Recheck read(UUID id) {
    return rechecks.visible(id, caller);
  }

  Page<Recheck> page(RecheckFilter filter) {
    return rechecks.page(filter.narrow(Rechecks.visibleTo(caller)), filter);
  }
}
