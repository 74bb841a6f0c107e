package org.bihuan.inspection.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Role;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/**
 * Which evaluations the caller may see, and act on. They are read by those who watch over the whole
 * district. Who speaks for a unit or a sub-district as well foresees none but those it has planned
 * or is to observe: what is prepared for is not evaluated.
 */
@ApplicationScoped
public class EvaluationAccess {

  private static final String FORESEEN =
      "%1$s.startedAt is not null or %1$s.plannedBy.subject = %%s"
          + " or exists (select 1 from %1$s.inspectors i where i.subject = %%s)";

  private final MockEvaluations evaluations;
  private final Caller caller;
  private final IfMatch ifMatch;

  EvaluationAccess(MockEvaluations evaluations, Caller caller, IfMatch ifMatch) {
    this.evaluations = evaluations;
    this.caller = caller;
    this.ifMatch = ifMatch;
  }

  private boolean mightPrepare() {
    return Oversight.isUnit(caller) || caller.hasAnyRole(Role.SUBDISTRICT);
  }

  /** The condition that an evaluation {@code e} is within sight. */
  public Criteria criteria() {
    return mightPrepare()
        ? new Criteria().where(FORESEEN.formatted("e"), caller.subject(), caller.subject())
        : new Criteria();
  }

  /** Those of {@code ids} that meet {@code sight}. */
  public Set<UUID> visibleAmong(Collection<UUID> ids, Criteria sight) {
    return evaluations.all(sight.copy().in("id", ids)).stream()
        .map(MockEvaluation::id)
        .collect(Collectors.toSet());
  }

  /** The condition that the evaluation of a point {@code e} is within sight. */
  public Criteria criteriaOfPoints() {
    return mightPrepare()
        ? new Criteria()
            .where(
                "exists (select 1 from MockEvaluation m where m.id = e.evaluationId and ("
                    + FORESEEN.formatted("m")
                    + "))",
                caller.subject(),
                caller.subject())
        : new Criteria();
  }

  /**
   * The evaluation {@code id}.
   *
   * @throws NotFound when there is none within the caller's sight
   */
  MockEvaluation visible(UUID id) {
    return evaluations
        .visible(id, criteria())
        .orElseThrow(() -> new NotFound("evaluation-not-found", id));
  }

  /**
   * The evaluation {@code id}, held alone, for those who lead it.
   *
   * @throws NotFound when there is none within the caller's sight
   * @throws org.bihuan.kit.refusal.PreconditionFailed when the caller believes in another version
   */
  MockEvaluation toLead(UUID id) {
    evaluations.hold(id, LockModeType.PESSIMISTIC_WRITE);
    MockEvaluation evaluation = visible(id);
    ifMatch.check(evaluation.version());
    return evaluation;
  }

  /**
   * The evaluation {@code id}, held beside others who observe.
   *
   * @throws NotFound when there is none within the caller's sight
   * @throws Forbidden {@code not-your-evaluation} for an inspector when others were named
   */
  public MockEvaluation toObserve(UUID id) {
    evaluations.hold(id, LockModeType.PESSIMISTIC_READ);
    MockEvaluation evaluation = visible(id);
    if (!mayObserve(evaluation)) {
      throw new Forbidden("not-your-evaluation");
    }
    return evaluation;
  }

  /**
   * Those planned for before {@code end} and under way that are the caller's to observe as one of
   * the inspectors, or as any where none is named; none in a role that does not observe.
   */
  public List<MockEvaluation> toDoBy(Instant end) {
    if (caller.allowed(List.of(EvaluationAction.OBSERVE)).isEmpty()) {
      return List.of();
    }
    return evaluations.all(
        criteria()
            .equal("status", EvaluationStatus.UNDER_WAY)
            .before("plannedFor", end)
            .where(
                "exists (select 1 from e.inspectors i where i.subject = %s)"
                    + (caller.hasAnyRole(Role.INSPECTOR) ? " or e.inspectors is empty" : ""),
                caller.subject()));
  }

  /** Whether the caller is one of the inspectors that were named. */
  public boolean isNamed(MockEvaluation evaluation) {
    return evaluation.inspectors().stream()
        .anyMatch(inspector -> inspector.subject().equals(caller.subject()));
  }

  /** Whether it is the caller's to observe: those who lead it may whoever is named. */
  boolean mayObserve(MockEvaluation evaluation) {
    return caller.hasAnyRole(Role.SPECIAL_TEAM, Role.COMMITTEE_INSPECTOR)
        || evaluation.isOpenTo(caller.subject());
  }

  /** The caller as one who leads. */
  Actor leader() {
    return caller.actor(EvaluationAction.LEADING);
  }

  /** The caller as one who observes. */
  public Actor observer() {
    return caller.actor(EvaluationAction.OBSERVING);
  }
}
