package org.bihuan.inspection.assessment.fact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Problems that intake told of since this service assesses what becomes of them. */
@ApplicationScoped
public class AssessedProblems implements PanacheRepositoryBase<AssessedProblem, UUID> {

  /** Those of {@code ids} that are known. */
  public Map<UUID, AssessedProblem> of(Collection<UUID> ids) {
    return list("id in ?1", ids).stream()
        .collect(Collectors.toMap(AssessedProblem::id, Function.identity()));
  }
}
