package org.bihuan.inspection.inspection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** All inspections. */
@ApplicationScoped
public class Inspections implements PanacheRepositoryBase<Inspection, UUID> {

  private static final Keyset<Inspection> KEYSET =
      new Keyset<>(Inspection.class, Inspection::id)
          .sortableBy("plannedFor", Inspection::plannedFor)
          .sortableBy("startedAt", Inspection::startedAt);

  Page<Inspection> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** Those that meet {@code criteria}, the one that was planned first before the others. */
  List<Inspection> all(Criteria criteria) {
    return KEYSET.all(getEntityManager(), criteria);
  }

  /** The inspection {@code id} when it meets {@code visible}. */
  Optional<Inspection> visible(UUID id, Criteria visible) {
    return KEYSET.one(getEntityManager(), visible.equal("id", id));
  }

  /** Those of {@code ids} that meet {@code visible}. */
  public Set<UUID> visibleAmong(Collection<UUID> ids, Criteria visible) {
    return all(visible.copy().in("id", ids)).stream()
        .map(Inspection::id)
        .collect(Collectors.toSet());
  }

  /** How many set out from {@code from} on and before {@code to}, by tier and method. */
  public List<Object[]> startedBy(Instant from, Instant to) {
    Criteria started = new Criteria().from("startedAt", from).before("startedAt", to);
    return KEYSET.countBy(getEntityManager(), started, "tier", "method");
  }
}
