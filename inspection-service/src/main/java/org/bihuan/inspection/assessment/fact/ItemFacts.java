package org.bihuan.inspection.assessment.fact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What dispatch told of order items since this service assesses them. */
@ApplicationScoped
public class ItemFacts implements PanacheRepositoryBase<ItemFact, UUID> {

  /** All about items of these problems, each item's in their own order. */
  public List<ItemFact> of(Collection<UUID> problems) {
    return list("problemId in ?1 order by itemId, sequence", problems);
  }
}
