package org.bihuan.inspection.roundtable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All round tables. */
@ApplicationScoped
public class Roundtables implements PanacheRepositoryBase<Roundtable, UUID> {

  /** The round tables of an inspection, the first one first. */
  public List<Roundtable> ofInspection(UUID inspectionId) {
    return list("inspectionId = ?1 order by heldAt, id", inspectionId);
  }
}
