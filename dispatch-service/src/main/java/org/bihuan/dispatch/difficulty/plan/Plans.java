package org.bihuan.dispatch.difficulty.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every version of every plan. */
@ApplicationScoped
public class Plans implements PanacheRepositoryBase<Plan, UUID> {

  /** The versions of the plan for an item, oldest first. */
  List<Plan> of(UUID itemId) {
    return list("itemId = ?1 order by number", itemId);
  }

  /** The newest version, when there is a plan. */
  Optional<Plan> newestOf(UUID itemId) {
    return find("itemId = ?1 order by number desc", itemId).firstResultOptional();
  }
}
