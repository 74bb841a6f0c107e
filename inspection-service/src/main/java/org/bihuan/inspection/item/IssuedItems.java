package org.bihuan.inspection.item;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Order items that dispatch has issued since this service listens to it, each with the unit that
 * has it now.
 */
@ApplicationScoped
public class IssuedItems implements PanacheRepositoryBase<IssuedItem, UUID> {

  /** Whether the unit has an item that is about this problem. */
  public boolean hasOne(String unitCode, UUID problemId) {
    return count("unitCode = ?1 and problemId = ?2", unitCode, problemId) > 0;
  }
}
