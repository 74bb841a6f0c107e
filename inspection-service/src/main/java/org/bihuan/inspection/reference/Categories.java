package org.bihuan.inspection.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.bihuan.contract.EvidenceRule;
import org.bihuan.contract.ReferenceEvent.CategoryPublished;
import org.bihuan.inspection.evidence.EvidencePolicy;

/** Categories of problems as intake-service last told them. */
@ApplicationScoped
public class Categories {

  private final EntityManager database;

  Categories(EntityManager database) {
    this.database = database;
  }

  /** Keeps the newest state of a category. */
  public void keep(CategoryPublished category) {
    database
        .createNativeQuery(
            """
            insert into category (code, name, active, photo_evidence, position_evidence, quiet_evidence)
            values (:code, :name, :active, :photo, :position, :quiet)
            on conflict (code) do update set
              name = excluded.name, active = excluded.active, photo_evidence = excluded.photo_evidence,
              position_evidence = excluded.position_evidence, quiet_evidence = excluded.quiet_evidence
            """)
        .setParameter("code", category.code())
        .setParameter("name", category.name())
        .setParameter("active", category.active())
        .setParameter("photo", category.photoEvidence().name())
        .setParameter("position", category.positionEvidence().name())
        .setParameter("quiet", category.quietEvidence().name())
        .executeUpdate();
  }

  /** Whether a problem can be filed under {@code code} today. */
  public boolean isActive(String code) {
    // Without a result class, with which Hibernate 7.2 keeps a plan for each call.
    return !database
        .createNativeQuery("select 1 from category where code = :code and active")
        .setParameter("code", code)
        .getResultList()
        .isEmpty();
  }

  /** What a write-off of a problem of this category asks for; advice when it is not known here. */
  public EvidencePolicy evidence(String code) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select photo_evidence, position_evidence, quiet_evidence from category where code = :code
                """)
            .setParameter("code", code)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(row -> policy((Object[]) row))
        .orElse(EvidencePolicy.ADVISED);
  }

  private static EvidencePolicy policy(Object[] row) {
    return new EvidencePolicy(
        EvidenceRule.valueOf((String) row[0]),
        EvidenceRule.valueOf((String) row[1]),
        EvidenceRule.valueOf((String) row[2]));
  }
}
