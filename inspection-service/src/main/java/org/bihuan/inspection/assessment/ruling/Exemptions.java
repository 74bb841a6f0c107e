package org.bihuan.inspection.assessment.ruling;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Entries that are in no figure. */
@ApplicationScoped
public class Exemptions implements PanacheRepositoryBase<Exemption, UUID> {

  private static final Keyset<Exemption> KEYSET = new Keyset<>(Exemption.class, Exemption::id);

  public Page<Exemption> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** Whether this entry is exempt. */
  public boolean has(UUID entry) {
    return count("entry", entry) > 0;
  }

  /** The exempt entries about these problems. */
  public Set<UUID> of(Collection<UUID> problems) {
    return list("problemId in ?1", problems).stream()
        .map(Exemption::entry)
        .collect(Collectors.toSet());
  }
}
