package org.bihuan.inspection.evaluation.checklist;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** All checklists. */
@ApplicationScoped
public class Checklists implements PanacheRepositoryBase<Checklist, UUID> {

  /** Nothing replaces it. */
  static final String NEWEST =
      "not exists (select 1 from Checklist c where c.placeTypeCode = e.placeTypeCode and c.number > e.number)";

  private static final Keyset<Checklist> KEYSET = new Keyset<>(Checklist.class, Checklist::id);

  Page<Checklist> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** Lets those who replace the list of a type come one after the other. */
  Optional<Checklist> newestHeld(String placeTypeCode) {
    getEntityManager()
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtext('checklist-' || :code)) as text)")
        .setParameter("code", placeTypeCode)
        .getResultList();
    return find("placeTypeCode = ?1 order by number desc", placeTypeCode).firstResultOptional();
  }

  /** How much an item counts, without reading the others of its list. */
  public BigDecimal weightOf(UUID checklistId, int number) {
    return (BigDecimal)
        getEntityManager()
            .createNativeQuery(
                "select weight from checklist_item where checklist_id = :checklist and number = :number")
            .setParameter("checklist", checklistId)
            .setParameter("number", number)
            .getSingleResult();
  }

  /** The newest list of each of these types of places, by type. */
  public Map<String, Checklist> newestOf(Collection<String> placeTypeCodes) {
    Criteria newest = new Criteria().where(NEWEST).in("placeTypeCode", placeTypeCodes);
    return KEYSET.all(getEntityManager(), newest).stream()
        .collect(Collectors.toMap(Checklist::placeTypeCode, Function.identity()));
  }
}
