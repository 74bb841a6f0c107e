package org.bihuan.inspection.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.bihuan.inspection.evaluation.EvaluationAccess;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.stream.StreamSource;

/**
 * The mock evaluations that changed, each with the state it is in now, or in which something was
 * observed.
 */
@ApplicationScoped
class EvaluationStreams {

  private static final String CHANGES =
      """
      select id, id as record_id, status as kind, written_at as at, written_in from mock_evaluation
      union all
      select id, evaluation_id, 'OBSERVED', received_at, written_in from observation
      """;

  private final EvaluationAccess access;

  EvaluationStreams(EvaluationAccess access) {
    this.access = access;
  }

  /** With the sight that the caller has now. */
  @Transactional
  StreamSource ofCaller() {
    Criteria sight = access.criteria();
    return new StreamSource() {
      @Override
      public String changes() {
        return CHANGES;
      }

      @Override
      public Set<UUID> visible(Collection<UUID> recordIds) {
        return access.visibleAmong(recordIds, sight);
      }
    };
  }
}
