package org.bihuan.inspection.evaluation.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.evaluation.EvaluationAccess;
import org.bihuan.inspection.evaluation.MockEvaluation;
import org.bihuan.inspection.evaluation.checklist.Checklists;
import org.bihuan.inspection.evaluation.point.EvaluationPoint;
import org.bihuan.inspection.evaluation.point.EvaluationPoints;
import org.bihuan.inspection.onsite.Arrival;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;

/** Takes what is seen at the points of an evaluation. */
@ApplicationScoped
@Transactional
class ObservationDesk {

  private final EvaluationAccess access;
  private final EvaluationPoints points;
  private final Checklists checklists;
  private final Observations observations;
  private final ObservedPhotos photos;
  private final Clock clock;

  ObservationDesk(
      EvaluationAccess access,
      EvaluationPoints points,
      Checklists checklists,
      Observations observations,
      ObservedPhotos photos,
      Clock clock) {
    this.access = access;
    this.points = points;
    this.checklists = checklists;
    this.observations = observations;
    this.photos = photos;
    this.clock = clock;
  }

  Page<ObservationView> page(ObservationFilter filter) {
    return observations.page(filter.narrow(), filter).map(ObservationView::of);
  }

  ObservationView read(UUID id) {
    return observations
        .findByIdOptional(id)
        .map(ObservationView::of)
        .orElseThrow(() -> new NotFound("observation-not-found", id));
  }

  /** Keeps an observation; the same again counts once, also when the evaluation is over by then. */
  Taken take(UUID evaluationId, NewObservation sent) {
    refuseWithoutNote(sent);
    MockEvaluation evaluation = access.toObserve(evaluationId);
    Actor by = access.observer();
    EvaluationPoint point =
        points
            .held(evaluationId, sent.point())
            .orElseThrow(() -> new Invalid("point", "unknown-point"));
    Optional<Observation> before = observations.of(point.id(), sent.item());
    if (before.filter(told -> told.isAlso(sent, by)).isPresent()) {
      return new Taken(ObservationView.of(before.get()), false);
    }
    evaluation.observe();
    if (before.isPresent()) {
      throw new Conflict("observed-before", before.get().observedAt());
    }
    return new Taken(ObservationView.of(keep(sent, evaluation, point, by)), true);
  }

  private Observation keep(
      NewObservation sent, MockEvaluation evaluation, EvaluationPoint point, Actor by) {
    Instant now = clock.instant();
    Instant observedAt =
        Arrival.kept(
            "observedAt", sent.observedAt(), evaluation.startedAt(), "observed-before-start", now);
    BigDecimal weight = weight(point, sent.item());
    Observation observation = Observation.of(sent, point, weight, observedAt, by, now);
    photos.use(observation);
    observations.persist(observation);
    return observation;
  }

  private BigDecimal weight(EvaluationPoint point, int number) {
    if (number > point.itemCount()) {
      throw new Invalid("item", "unknown-item", point.itemCount());
    }
    return checklists.weightOf(point.checklistId(), number);
  }

  private static void refuseWithoutNote(NewObservation sent) {
    if (sent.outcome() == ObservationOutcome.FAILED && sent.note() == null) {
      throw new Invalid("note", "note-for-failed-item");
    }
  }

  /**
   * What came of an observation that was sent.
   *
   * @param isNew whether it was not known before
   */
  record Taken(ObservationView view, boolean isNew) {}
}
