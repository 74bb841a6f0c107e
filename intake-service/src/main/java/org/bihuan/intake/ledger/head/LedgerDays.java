package org.bihuan.intake.ledger.head;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.ledger.SignedHead;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Days of the ledger that have ended, and the keys that signed them. */
@ApplicationScoped
public class LedgerDays implements PanacheRepositoryBase<LedgerDay, UUID> {

  private static final Keyset<LedgerDay> PAGES = new Keyset<>(LedgerDay.class, LedgerDay::id);

  Page<LedgerDay> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }

  /** Signed heads after a day, in their order. */
  List<SignedHead> signedAfter(LocalDate day, int most) {
    return find("signature is not null and day > ?1 order by day", day)
        .page(0, most)
        .<LedgerDay>list()
        .stream()
        .map(LedgerDay::head)
        .toList();
  }

  /** Signed heads that end from one place of the chain to another, in their order. */
  public List<SignedHead> signedWithin(long from, long to) {
    return find(
            "signature is not null and sequence >= ?1 and sequence <= ?2 order by day", from, to)
        .<LedgerDay>list()
        .stream()
        .map(LedgerDay::head)
        .toList();
  }

  /** The first signed head that binds this place of the chain. */
  public Optional<SignedHead> signedOver(long sequence) {
    return find("signature is not null and sequence >= ?1 order by sequence, day", sequence)
        .page(0, 1)
        .<LedgerDay>firstResultOptional()
        .map(LedgerDay::head);
  }

  /** Where the day before ends; 0 when there is none. */
  public long endBefore(LocalDate day) {
    return find("day = ?1", day.minusDays(1))
        .<LedgerDay>firstResultOptional()
        .map(before -> before.head().sequence())
        .orElse(0L);
  }

  /** All keys that ever signed, oldest first. */
  public List<KeyView> keys() {
    return getEntityManager()
        .createQuery("from LedgerKey k order by k.since, k.id", LedgerKey.class)
        .getResultStream()
        .map(LedgerKey::view)
        .toList();
  }
}
