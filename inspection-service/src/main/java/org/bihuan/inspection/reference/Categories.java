package org.bihuan.inspection.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.bihuan.contract.ReferenceEvent.CategoryPublished;

/** Categories of problems as intake-service last told them. */
@ApplicationScoped
public class Categories {

  private final EntityManager database;

  Categories(EntityManager database) {
    this.database = database;
  }

  /** Keeps the newest state of a category. */
  public void keep(CategoryPublished category) {
    database
        .createNativeQuery(
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
    // Without a result class, with which Hibernate 7.2 keeps a plan for each call.
    return !database
        .createNativeQuery("select 1 from category where code = :code and active")
        .setParameter("code", code)
        .getResultList()
        .isEmpty();
  }
}
