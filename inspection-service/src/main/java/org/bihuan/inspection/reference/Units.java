package org.bihuan.inspection.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            insert into unit (code, name, aliases, parent_code)
            values (:code, :name, :aliases, nullif(:parent, ''))
            on conflict (code) do update set name = excluded.name, aliases = excluded.aliases,
              parent_code = excluded.parent_code
            """)
        .setParameter("code", unit.code())
        .setParameter("name", unit.name())
        .setParameter("aliases", unit.aliases().toArray(String[]::new))
        .setParameter("parent", Objects.requireNonNullElse(unit.parentCode(), ""))
        .executeUpdate();
  }

  /** {@code code}, and the codes of the unit above it and of those below it. */
  public Set<String> withNextOfKin(String code) {
    List<?> kin =
        database
            .createNativeQuery(
                "select parent_code from unit where code = :code and parent_code is not null"
                    + " union select code from unit where parent_code = :code")
            .setParameter("code", code)
            .getResultList();
    return Stream.concat(Stream.of(code), kin.stream().map(String.class::cast))
        .collect(Collectors.toSet());
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

  /** What each code is called, for many of them at once; the code where it is none of the units. */
  public Function<String, UnitName> named() {
    Map<String, String> names = names();
    return code -> new UnitName(code, names.getOrDefault(code, code));
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
