package org.bihuan.inspection.reference;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.contract.ReferenceEvent.CategoryPublished;
import org.hibernate.Session;

/** Categories of problems as intake-service last told them. */
@ApplicationScoped
public class Categories {

  private final Session database;

  Categories(Session database) {
    this.database = database;
  }

  /** Keeps the newest state of a category. */
  public void keep(CategoryPublished category) {
    database
        .createNativeMutationQuery(
            """
            insert into category (code, name, active) values (:code, :name, :active)
            on conflict (code) do update set name = excluded.name, active = excluded.active
            """)
        .setParameter("code", category.code())
        .setParameter("name", category.name())
        .setParameter("active", category.active())
        .executeUpdate();
  }

  /** Whether a problem can be filed under {@code code} today. */
  public boolean isActive(String code) {
    return !database
        .createNativeQuery("select 1 from category where code = :code and active", Integer.class)
        .setParameter("code", code)
        .getResultList()
        .isEmpty();
  }
}
