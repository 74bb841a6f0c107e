package org.bihuan.inspection.accountability;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.ConductLevel;
import org.bihuan.inspection.accountability.facts.Basis;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** All cases. */
@ApplicationScoped
class AccountabilityCases implements PanacheRepositoryBase<AccountabilityCase, UUID> {

  private static final Keyset<AccountabilityCase> KEYSET =
      new Keyset<>(AccountabilityCase.class, AccountabilityCase::id);

  Page<AccountabilityCase> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** The case {@code id} when it meets {@code visible}. */
  Optional<AccountabilityCase> visible(UUID id, Criteria visible) {
    return KEYSET.one(getEntityManager(), visible.equal("id", id));
  }

  /**
   * Whether the system needs not propose this: it has before, whatever was decided then, or
   * somebody has by hand about this problem and it was not dismissed.
   */
  boolean wasProposed(ConductLevel level, String unitCode, UUID itemId, UUID problemId) {
    return count(
            "level = ?1 and subjectUnitCode = ?2"
                + " and (itemId = ?3 or itemId is null and problemId = ?4 and status <> ?5)",
            level,
            unitCode,
            itemId,
            problemId,
            CaseStatus.DISMISSED)
        > 0;
  }

  /**
   * The first case of the same level and unit that rests on just the same facts, whatever was
   * decided about it.
   *
   * @param proposedBy role whose proposals alone are looked at, or {@code null} for all
   */
  Optional<UUID> restingOn(
      List<Basis> basis, ConductLevel level, String unitCode, String proposedBy) {
    List<?> same =
        getEntityManager()
            .createNativeQuery(
                """
                select c.id from accountability_case c join case_basis b on b.case_id = c.id
                where c.level = :level and c.subject_unit_code = :unit
                  and (:role = '' or c.proposed_by_role = :role)
                  and exists (select 1 from case_basis f where f.case_id = c.id and f.kind = :kind and f.basis_id = :first)
                group by c.id
                having count(*) = :number and count(*) filter (where b.basis_id in (:ids)) = :number
                order by c.id limit 1
                """)
            .setParameter("level", level.name())
            .setParameter("unit", unitCode)
            .setParameter("role", Objects.requireNonNullElse(proposedBy, ""))
            .setParameter("kind", basis.get(0).kind().name())
            .setParameter("first", basis.get(0).id())
            .setParameter("number", basis.size())
            .setParameter("ids", basis.stream().map(Basis::id).toList())
            .getResultList();
    return same.stream().map(UUID.class::cast).findFirst();
  }
}
