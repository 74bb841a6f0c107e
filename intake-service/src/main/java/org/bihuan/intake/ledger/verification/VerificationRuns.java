package org.bihuan.intake.ledger.verification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.intake.ledger.verification.VerificationRun.VerificationStatus;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Verifications in the background. */
@ApplicationScoped
class VerificationRuns implements PanacheRepositoryBase<VerificationRun, UUID> {

  private static final Keyset<VerificationRun> PAGES =
      new Keyset<>(VerificationRun.class, VerificationRun::id);

  Page<VerificationRun> page(PageRequest request) {
    return PAGES.read(getEntityManager(), new Criteria(), request);
  }

  Optional<VerificationRun> running() {
    return find("status", VerificationStatus.RUNNING).firstResultOptional();
  }

  /** Until the end of the transaction, nobody else begins a run. */
  void lockBeginning() {
    getEntityManager()
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtext('ledger-verification-begins')) as text)")
        .getSingleResult();
  }
}
