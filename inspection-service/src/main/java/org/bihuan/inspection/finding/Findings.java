package org.bihuan.inspection.finding;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** All findings. */
@ApplicationScoped
class Findings implements PanacheRepositoryBase<Finding, UUID> {

  private static final Keyset<Finding> KEYSET =
      new Keyset<>(Finding.class, Finding::id).sortableBy("reportedAt", Finding::reportedAt);

  Page<Finding> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** Those of an inspection that meet {@code visible}, the first one first. */
  List<Finding> allOf(UUID inspectionId, Criteria visible) {
    return KEYSET.all(getEntityManager(), visible.equal("inspectionId", inspectionId));
  }

  /** How many findings of an inspection no round table has decided about. */
  long undecided(UUID inspectionId) {
    return count("inspectionId = ?1 and decision.roundtableId is null", inspectionId);
  }

  /** The finding of an inspection that has this id, or became the problem of this id. */
  Optional<Finding> ofInspection(UUID inspectionId, UUID id) {
    return find("inspectionId = ?1 and (id = ?2 or problemId = ?2)", inspectionId, id)
        .firstResultOptional();
  }

  /** The finding {@code id} when it meets {@code visible}. */
  Optional<Finding> visible(UUID id, Criteria visible) {
    return KEYSET.one(getEntityManager(), visible.equal("id", id));
  }

  /** How many were reported from {@code from} on and before {@code to}. */
  long reported(Instant from, Instant to) {
    return count("reportedAt >= ?1 and reportedAt < ?2", from, to);
  }
}
