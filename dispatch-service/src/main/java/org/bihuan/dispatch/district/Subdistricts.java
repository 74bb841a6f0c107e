package org.bihuan.dispatch.district;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.ReferenceEvent.SubdistrictPublished;

/** The sub-districts that have been published so far. */
@ApplicationScoped
public class Subdistricts implements PanacheRepositoryBase<Subdistrict, String> {

  List<Subdistrict> ordered() {
    return list("order by code");
  }

  /** Takes the newest state over; intake-service owns it. */
  public void follow(SubdistrictPublished published) {
    getEntityManager().merge(Subdistrict.of(published.code(), published.name()));
  }
}
