package org.bihuan.inspection.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.contract.ReferenceEvent.UnitPublished;
import org.bihuan.contract.UnitName;
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
    return named(text).map(UnitName::code);
  }

  /** The unit that is called {@code text}, by code, name or alias. */
  public Optional<UnitName> named(String text) {
    // Without a result class, with which Hibernate 7.2 keeps a plan for each call.
    List<?> rows =
        database
            .createNativeQuery(
                "select code, name from unit where code = :text or name = :text"
                    + " or :text = any (aliases) order by code = :text desc")
            .setParameter("text", text)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new UnitName((String) row[0], (String) row[1]))
        .findFirst();
  }

  /** Names of all units by code. */
  public Map<String, String> names() {
    List<?> rows = database.createNativeQuery("select code, name from unit").getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
  }

  /** Name of the unit of this code; the code where it is none of the responsible units. */
  public String nameOf(String code) {
    return named(code).map(UnitName::name).orElse(code);
  }

  @Override
  public String fault() {
    return "unknown-unit";
  }
}
