package org.bihuan.intake.ledger;

import io.quarkus.arc.All;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.kit.batching.SetInsert;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** The ledger's entries. */
@ApplicationScoped
class LedgerEntries implements PanacheRepositoryBase<LedgerEntry, UUID> {

  private static final Keyset<LedgerEntry> PAGES =
      new Keyset<>(LedgerEntry.class, LedgerEntry::id)
          .sortableBy("occurredAt", LedgerEntry::occurredAt);

  private final TransactionSynchronizationRegistry transaction;
  private final DataSource dataSource;
  private final List<Ledger.Follower> followers;

  LedgerEntries(
      TransactionSynchronizationRegistry transaction,
      DataSource dataSource,
      @All List<Ledger.Follower> followers) {
    this.transaction = transaction;
    this.dataSource = dataSource;
    this.followers = followers;
  }

  /**
   * Stores an entry in the running transaction, together with its others just before it commits,
   * and lets those know who follow the ledger.
   */
  void add(Ledger.Entered entered, LedgerEntry entry) {
    add(entry);
    followers.forEach(follower -> follower.entered(entered));
  }

  private void add(LedgerEntry entry) {
    if (transaction.getResource(this) instanceof Entered entered) {
      entered.set.add(entry);
      return;
    }
    Entered entered = new Entered();
    entered.set.add(entry);
    transaction.putResource(this, entered);
    transaction.registerInterposedSynchronization(entered);
  }

  /** What one transaction has entered. */
  private final class Entered implements Synchronization {

    private final SetInsert<LedgerEntry> set =
        new SetInsert<>(getEntityManager(), LedgerEntry.class);

    @Override
    public void beforeCompletion() {
      set.write(dataSource);
    }

    @Override
    public void afterCompletion(int status) {
      // Stored or rolled back with the rest.
    }
  }

  Page<LedgerEntry> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }

  /** The newest entry of this kind about a complaint. */
  Optional<LedgerEntry> newest(UUID complaintId, String kind) {
    return find(
            "complaintId = ?1 and kind = ?2 order by recordedAt desc, id desc", complaintId, kind)
        .firstResultOptional();
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
