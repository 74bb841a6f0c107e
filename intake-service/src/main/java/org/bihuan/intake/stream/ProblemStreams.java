package org.bihuan.intake.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.bihuan.intake.problem.ProblemAccess;
import org.bihuan.intake.problem.Problems;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.stream.StreamSource;

/**
 * The problems that changed, each with the state it is in now, for who may see them as they are
 * now.
 */
@ApplicationScoped
class ProblemStreams {

  private static final String CHANGES =
      "select id, id as record_id, status as kind, written_at as at, written_in from problem";

  private final Problems problems;
  private final ProblemAccess access;

  ProblemStreams(Problems problems, ProblemAccess access) {
    this.problems = problems;
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
        return problems.visibleAmong(recordIds, sight);
      }
    };
  }
}
