package org.bihuan.dispatch.organisation.posting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every posting, past and future ones included. */
@ApplicationScoped
public class Postings implements PanacheRepositoryBase<Posting, UUID> {

  private static final Keyset<Posting> PAGES = new Keyset<>(Posting.class, Posting::id);

  Optional<Posting> held(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The posting {@code id}, when it is within sight. */
  Optional<Posting> visible(UUID id, Criteria sight) {
    return PAGES.one(getEntityManager(), sight.equal("id", id));
  }

  List<Posting> ofCadre(Posting.Cadre cadre) {
    return list(
        "unit.code = ?1 and cadreName = ?2 and cadreNumber is not distinct from ?3",
        cadre.unitCode(),
        cadre.name(),
        cadre.number());
  }

  /** All of the cadres of some units, held so that they do not change meanwhile. */
  List<Posting> ofUnits(Collection<String> unitCodes) {
    return find("unit.code in ?1", unitCodes).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /** How many cadres are posted to each sub-district on a day. */
  public Map<String, Long> countedBySubdistrict(LocalDate day) {
    return getEntityManager()
        .createQuery(
            """
            select p.subdistrictCode, count(*) from Posting p
            where p.span.validFrom <= :day and (p.span.validTo is null or p.span.validTo > :day)
            group by p.subdistrictCode
            """,
            Object[].class)
        .setParameter("day", day)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  Page<Posting> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
