package org.bihuan.intake.open311.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.kit.text.SearchText;

/**
 * The complaints that are service requests: those of citizens. What was told in confidence is none,
 * and neither is what the district has found by itself.
 */
@ApplicationScoped
class ServiceRequests {

  private static final String PUBLIC = "c.source_kind = 'CITIZEN' and not c.confidential";

  private static final String CLOSED =
      """
      (c.status in ('REJECTED', 'WITHDRAWN', 'HANDED_OVER')
        or coalesce(p.status in ('WRITTEN_OFF', 'CANCELLED', 'MERGED'), false))
      """;

  /** By index to few candidates: an "or" over both tables would read all of them. */
  private static final String UPDATED =
      """
      c.id in (
        select id from complaint where received_at >= :updatedFrom and received_at < :updatedBefore
        union all
        select id from complaint where changed_at >= :updatedFrom and changed_at < :updatedBefore
        union all
        select member.id from problem join complaint member on member.problem_id = problem.id
        where problem.changed_at >= :updatedFrom and problem.changed_at < :updatedBefore
        union all
        select member.id from problem join complaint member on member.problem_id = problem.id
        where problem.changed_at is null
          and problem.written_off_at >= :updatedFrom and problem.written_off_at < :updatedBefore)
      and greatest(c.received_at, c.changed_at, coalesce(p.changed_at, p.written_off_at)) >= :updatedFrom
      and greatest(c.received_at, c.changed_at, coalesce(p.changed_at, p.written_off_at)) < :updatedBefore
      """;

  private static final String NUMBERED =
      """
      c.id in (
        select numbered.id from unnest(:serials) as wanted(serial)
        cross join lateral (
          select id from complaint where serial_key(complaint.serial) = wanted.serial offset 0) numbered)
      """;

  private final EntityManager database;

  ServiceRequests(EntityManager database) {
    this.database = database;
  }

  /** Those that are asked for, the newest first; one more than a page has when there are more. */
  List<Complaint> find(ServiceRequestQuery asked) {
    Map<String, Object> values = new HashMap<>();
    StringBuilder sql =
        new StringBuilder(
            "select c.id from complaint c left join problem p on p.id = c.problem_id where "
                + PUBLIC);
    if (!asked.ids().isEmpty()) {
      sql.append(" and ").append(NUMBERED);
      values.put("serials", asked.ids().stream().map(SearchText::serialKey).toArray(String[]::new));
    }
    if (asked.requested() != null) {
      sql.append(" and c.received_at >= :from and c.received_at < :before");
      values.put("from", asked.requested().from());
      values.put("before", asked.requested().before());
    }
    if (asked.updated() != null) {
      sql.append(" and ").append(UPDATED);
      values.put("updatedFrom", asked.updated().from());
      values.put("updatedBefore", asked.updated().before());
    }
    if (!asked.codes().isEmpty()) {
      sql.append(" and c.category_code = any(:codes)");
      values.put("codes", asked.codes().toArray(String[]::new));
    }
    if (asked.open() != null) {
      sql.append(asked.open() ? " and not " : " and ").append(CLOSED);
    }
    sql.append(" order by c.received_at desc, c.id desc");
    Query query = database.createNativeQuery(sql.toString());
    values.forEach(query::setParameter);
    query.setFirstResult((asked.page() - 1) * asked.size()).setMaxResults(asked.size() + 1);
    return read(query.getResultList());
  }

  private List<Complaint> read(List<?> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, Complaint> byId =
        database
            .createQuery(
                "select c from Complaint c left join fetch c.problem where c.id in :ids",
                Complaint.class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(Complaint::id, Function.identity()));
    return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
  }
}
