package org.bihuan.inspection.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.inspection.evaluation.score.Score;
import org.bihuan.inspection.evaluation.score.Scores;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.security.Caller;

/** Shows evaluations with their scores as the caller may see them. */
@ApplicationScoped
@Transactional
class EvaluationReading {

  private final EvaluationAccess access;
  private final MockEvaluations evaluations;
  private final Scores scores;
  private final Caller caller;

  EvaluationReading(
      EvaluationAccess access, MockEvaluations evaluations, Scores scores, Caller caller) {
    this.access = access;
    this.evaluations = evaluations;
    this.scores = scores;
    this.caller = caller;
  }

  Page<EvaluationView> page(EvaluationFilter filter) {
    Page<MockEvaluation> page = evaluations.page(filter.narrow(access.criteria()), filter);
    Map<UUID, Score> found =
        scores.ofEvaluations(page.items().stream().map(MockEvaluation::id).toList());
    return page.map(one -> view(one, found.getOrDefault(one.id(), Score.NONE)));
  }

  EvaluationView read(UUID id) {
    return whole(access.visible(id));
  }

  /** An evaluation after everything the running transaction did to it. */
  EvaluationView full(MockEvaluation evaluation) {
    evaluations.flush();
    return whole(evaluation);
  }

  private EvaluationView whole(MockEvaluation evaluation) {
    UUID id = evaluation.id();
    return view(evaluation, scores.ofEvaluations(List.of(id)).getOrDefault(id, Score.NONE));
  }

  private EvaluationView view(MockEvaluation evaluation, Score score) {
    List<EvaluationAction> allowed =
        caller.allowed(evaluation.allowedActions()).stream()
            .filter(action -> action != EvaluationAction.OBSERVE || access.mayObserve(evaluation))
            .toList();
    return EvaluationView.of(evaluation, score, allowed);
  }
}
