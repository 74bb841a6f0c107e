package org.bihuan.inspection.lookback;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.InspectionEvent.LookBackDone;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.recheck.Rechecks;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.privacy.PersonalNumbers;
import org.jboss.logging.Logger;

/**
 * Draws look-backs among what is written off, and tells what they found. That one was drawn is told
 * to nobody: the ledger would give it away.
 */
@ApplicationScoped
public class LookBacks {

  private static final Logger LOG = Logger.getLogger(LookBacks.class);

  private final Rechecks rechecks;
  private final LookBackPolicy policy;
  private final Outbox outbox;

  LookBacks(Rechecks rechecks, LookBackPolicy policy, Outbox outbox) {
    this.rechecks = rechecks;
    this.policy = policy;
    this.outbox = outbox;
  }

  void check(@Observes StartupEvent event) {
    policy.refuseContradiction();
  }

  /** Plans a look-back at what {@code passed} wrote off, if it is drawn. */
  public void draw(Recheck passed) {
    policy
        .draw(passed.item().itemId(), passed.given().doneAt())
        .ifPresent(window -> rechecks.persist(passed.lookBack(window.from(), window.until())));
  }

  /**
   * Tells what a re-check after the write-off found, drawn or asked for; a relapse becomes a
   * problem of its own, and nobody looks at the item again.
   */
  public void announce(Recheck done, List<AttachedFile> attached) {
    outbox.announce(
        new LookBackDone(
            done.id(),
            done.item().problemId(),
            done.item().itemId(),
            done.given().outcome(),
            done.item().title(),
            PersonalNumbers.masked(done.given().note()),
            done.item().categoryCode(),
            done.place(),
            done.given().doneAt(),
            done.given().doneBy(),
            attached));
    if (done.given().outcome() == RecheckOutcome.RELAPSED) {
      cancelOthers(done);
    }
  }

  /** What has come back is a problem of its own now: found once more it would become a second. */
  private void cancelOthers(Recheck done) {
    rechecks.afterWriteOff(done.item().itemId()).stream()
        .filter(Recheck::isOpen)
        .forEach(
            other -> {
              other.cancel();
              LOG.infof(
                  "Re-check %s is cancelled: %s found that the problem has come back",
                  other.id(), done.id());
            });
  }
}
