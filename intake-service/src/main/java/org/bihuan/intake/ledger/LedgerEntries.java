package org.bihuan.intake.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** The ledger's entries, read only. */
@ApplicationScoped
class LedgerEntries implements PanacheRepositoryBase<LedgerEntry, UUID> {

  private static final Keyset<LedgerEntry> PAGES =
      new Keyset<>(LedgerEntry.class, LedgerEntry::id)
          .sortableBy("occurredAt", LedgerEntry::occurredAt);

  Page<LedgerEntry> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }

  /**
   * Everything told about a problem and its complaints, in no order. Two look-ups in two indexes:
   * with OR, the whole ledger would be read for each problem.
   */
  List<LedgerEntry> ofProblem(UUID problemId) {
    return list(
        """
        id in (
          select e.id from LedgerEntry e where e.problemId = ?1
          union
          select e.id from LedgerEntry e join Complaint c on e.complaintId = c.id where c.problem.id = ?1)
        """,
        problemId);
  }
}
