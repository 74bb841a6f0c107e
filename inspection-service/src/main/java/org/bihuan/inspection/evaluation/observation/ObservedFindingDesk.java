package org.bihuan.inspection.evaluation.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.bihuan.contract.Place;
import org.bihuan.inspection.evaluation.EvaluationAccess;
import org.bihuan.inspection.evaluation.point.EvaluationPoints;
import org.bihuan.inspection.finding.Finding;
import org.bihuan.inspection.finding.FindingDesk;
import org.bihuan.inspection.finding.FindingView;
import org.bihuan.kit.refusal.NotFound;

/** Sends what failed at a point round the loop, like what an inspection finds. */
@ApplicationScoped
@Transactional
class ObservedFindingDesk {

  private final EvaluationAccess access;
  private final Observations observations;
  private final EvaluationPoints points;
  private final FindingDesk findings;
  private final Clock clock;

  ObservedFindingDesk(
      EvaluationAccess access,
      Observations observations,
      EvaluationPoints points,
      FindingDesk findings,
      Clock clock) {
    this.access = access;
    this.observations = observations;
    this.points = points;
    this.findings = findings;
    this.clock = clock;
  }

  /** Possible after the conclusion too: the score stays as it is. */
  FindingView report(UUID observationId, NewObservedFinding sent) {
    Observation observation =
        observations
            .held(observationId)
            .orElseThrow(() -> new NotFound("observation-not-found", observationId));
    access.toObserve(observation.evaluationId());
    Place place = points.findById(observation.pointId()).sharedPlace();
    Finding finding =
        Finding.observed(
            new Finding.Words(
                sent.title(),
                sent.description() == null ? observation.note() : sent.description(),
                sent.categoryCode(),
                sent.attachmentIds()),
            new Finding.Observed(observation.evaluationId(), observation.id()),
            place,
            observation.observedAt(),
            access.observer(),
            clock.instant());
    observation.lead(finding.id());
    findings.file(finding, null, null);
    return FindingView.of(finding);
  }
}
