package org.bihuan.intake.subdistrict;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sub-districts (街道) and communities (社区) of the district. They change only at a start, so they are
 * read once.
 */
@ApplicationScoped
public class Places {

  private final EntityManager database;
  private volatile Map<String, String> subdistricts;
  private volatile Map<String, String> communities;

  Places(EntityManager database) {
    this.database = database;
  }

  /** Whether {@code code} is a sub-district of this district. */
  public boolean isSubdistrict(String code) {
    if (subdistricts == null) {
      subdistricts = read("select code, name from subdistrict");
    }
    return subdistricts.containsKey(code);
  }

  /**
   * Code of the sub-district a community belongs to, or {@code null} when there is no such
   * community.
   */
  public String subdistrictOf(String communityCode) {
    if (communities == null) {
      communities = read("select code, subdistrict_code from community");
    }
    return communities.get(communityCode);
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> read(String sql) {
    return ((List<Object[]>) database.createNativeQuery(sql).getResultList())
        .stream()
            .collect(Collectors.toUnmodifiableMap(row -> (String) row[0], row -> (String) row[1]));
  }
}
