package org.bihuan.dispatch.organisation.duty;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every duty, past and future ones included. */
@ApplicationScoped
public class Duties implements PanacheRepositoryBase<Duty, UUID> {

  private static final Keyset<Duty> PAGES = new Keyset<>(Duty.class, Duty::id);

  Optional<Duty> held(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Those of a kind that hold on a day, longest first. */
  public List<Duty> holding(DutyKind kind, LocalDate day) {
    return list(
        """
        kind = ?1 and span.validFrom <= ?2 and (span.validTo is null or span.validTo > ?2)
        order by span.validFrom, id
        """,
        kind,
        day);
  }

  /** Those of a leader that hold on {@code day} or later. */
  List<Duty> ofLeaderFrom(String leaderCode, LocalDate day) {
    return list("leaderCode = ?1 and (span.validTo is null or span.validTo > ?2)", leaderCode, day);
  }

  /** Those of a kind that have not ended before {@code day}. */
  List<Duty> ofKindFrom(DutyKind kind, LocalDate day) {
    return list("kind = ?1 and (span.validTo is null or span.validTo > ?2)", kind, day);
  }

  Page<Duty> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
