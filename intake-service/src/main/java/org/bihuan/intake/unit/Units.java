package org.bihuan.intake.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.bihuan.contract.ReferenceEvent.UnitPublished;
import org.bihuan.kit.paging.CodeList;

/** Responsible units as dispatch-service last told them, those no longer in use included. */
@ApplicationScoped
public class Units implements CodeList {

  private final EntityManager database;

  Units(EntityManager database) {
    this.database = database;
  }

  /** Keeps the newest state of a unit. */
  public void keep(UnitPublished unit) {
    database
        .createNativeQuery(
            """
            insert into unit (code, name, aliases) values (:code, :name, :aliases)
            on conflict (code) do update set name = excluded.name, aliases = excluded.aliases
            """)
        .setParameter("code", unit.code())
        .setParameter("name", unit.name())
        .setParameter("aliases", unit.aliases().toArray(String[]::new))
        .executeUpdate();
  }

  @Override
  public Optional<String> codeOf(String text) {
    // Without a result class, with which Hibernate 7.2 keeps a plan for each call.
    List<?> codes =
        database
            .createNativeQuery(
                "select code from unit where code = :text or name = :text or :text = any (aliases)"
                    + " order by code = :text desc")
            .setParameter("text", text)
            .getResultList();
    return codes.stream().map(String.class::cast).findFirst();
  }

  @Override
  public String fault() {
    return "unknown-unit";
  }
}
