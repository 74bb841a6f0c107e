package org.bihuan.inspection.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.bihuan.contract.ReferenceEvent.SubdistrictPublished;
import org.hibernate.Session;

/** Sub-districts (街道) of the district as intake-service last told them. */
@ApplicationScoped
public class Subdistricts {

  private final Session database;

  Subdistricts(Session database) {
    this.database = database;
  }

  /** Keeps the newest state of a sub-district. */
  public void keep(SubdistrictPublished subdistrict) {
    database
        .createNativeMutationQuery(
            """
            insert into subdistrict (code, name) values (:code, :name)
            on conflict (code) do update set name = excluded.name
            """)
        .setParameter("code", subdistrict.code())
        .setParameter("name", subdistrict.name())
        .executeUpdate();
  }

  /** Codes of all sub-districts; there are a few dozen. */
  public Set<String> codes() {
    return Set.copyOf(
        database.createNativeQuery("select code from subdistrict", String.class).getResultList());
  }
}
