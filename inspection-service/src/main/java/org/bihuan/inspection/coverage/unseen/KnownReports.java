package org.bihuan.inspection.coverage.unseen;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All reports of problems. */
@ApplicationScoped
class KnownReports implements PanacheRepositoryBase<KnownReport, UUID> {

  /** The report {@code complaintId}, held until the end of the transaction. */
  Optional<KnownReport> held(UUID complaintId) {
    return findByIdOptional(complaintId, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Those at a problem. */
  List<KnownReport> at(UUID problemId) {
    return list("problemId", problemId);
  }
}
