package org.bihuan.inspection.lookback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.bihuan.contract.IntakeEvent.FeedbackGiven;
import org.bihuan.contract.RecheckKind;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.onsite.Doubt;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.recheck.Rechecks;
import org.bihuan.kit.refusal.NotFound;

/**
 * Plans a re-check when a reporter says that what was written off is not solved. Like a look-back
 * it is told to nobody, and what it finds goes the same way.
 */
@ApplicationScoped
@Transactional
public class FeedbackDesk {

  private final Rechecks rechecks;
  private final LookBackPolicy policy;

  FeedbackDesk(Rechecks rechecks, LookBackPolicy policy) {
    this.rechecks = rechecks;
    this.policy = policy;
  }

  /**
   * Follows what a reporter says. One re-check is open at a time, on which others who say the same
   * are noted; what has come back is a problem of its own by then, so nobody looks at this one
   * again.
   *
   * @throws NotFound {@code recheck-not-found} when nothing of the problem was written off here
   */
  public void follow(FeedbackGiven fact) {
    if (fact.resolved()) {
      return;
    }
    Recheck passed =
        rechecks
            .passedOf(fact.problemId())
            .orElseThrow(() -> new NotFound("recheck-not-found", fact.problemId()));
    List<Recheck> later = rechecks.afterWriteOff(passed.item().itemId());
    if (later.stream().anyMatch(look -> isAbout(look, fact) || hasRelapsed(look))) {
      return;
    }
    open(later)
        .ifPresentOrElse(
            look -> look.doubt().shareWith(fact.complaintId()), () -> plan(passed, later, fact));
  }

  private void plan(Recheck passed, List<Recheck> later, FeedbackGiven fact) {
    int turn = (int) later.stream().filter(FeedbackDesk::isAskedFor).count();
    rechecks.persist(
        passed.lookAfterFeedback(
            Doubt.of(turn, fact.complaintId()),
            fact.givenAt(),
            fact.givenAt().plus(policy.within())));
  }

  private static Optional<Recheck> open(List<Recheck> later) {
    return later.stream().filter(FeedbackDesk::isAskedFor).filter(Recheck::isOpen).findFirst();
  }

  private static boolean isAskedFor(Recheck look) {
    return look.kind() == RecheckKind.FEEDBACK;
  }

  /** The same fact told again. */
  private static boolean isAbout(Recheck look, FeedbackGiven fact) {
    return look.doubt().askedBy().contains(fact.complaintId());
  }

  private static boolean hasRelapsed(Recheck look) {
    return look.given().outcome() == RecheckOutcome.RELAPSED;
  }
}
