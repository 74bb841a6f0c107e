package org.bihuan.inspection.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.contract.ReferenceEvent.SubdistrictPublished;
import org.bihuan.kit.paging.CodeList;

/** Sub-districts (街道) of the district as intake-service last told them. */
@ApplicationScoped
public class Subdistricts implements CodeList {

  private final EntityManager database;

  Subdistricts(EntityManager database) {
    this.database = database;
  }

  /** Keeps the newest state of a sub-district. */
  public void keep(SubdistrictPublished subdistrict) {
    database
        .createNativeQuery(
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
    // Without a result class, with which Hibernate 7.2 keeps a plan for each call.
    List<?> codes = database.createNativeQuery("select code from subdistrict").getResultList();
    return codes.stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet());
  }

  /** Names of all sub-districts by code. */
  public Map<String, String> names() {
    List<?> rows = database.createNativeQuery("select code, name from subdistrict").getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
  }

  /** Name of the sub-district, its code before intake-service has told it. */
  public String nameOf(String code) {
    List<?> names =
        database
            .createNativeQuery("select name from subdistrict where code = :code")
            .setParameter("code", code)
            .getResultList();
    return names.stream().map(String.class::cast).findFirst().orElse(code);
  }

  @Override
  public Optional<String> codeOf(String text) {
    return Optional.of(text).filter(codes()::contains);
  }

  @Override
  public String fault() {
    return "unknown-subdistrict";
  }
}
