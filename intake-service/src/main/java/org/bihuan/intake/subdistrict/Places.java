package org.bihuan.intake.subdistrict;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.intake.reference.ReadOnce;

/**
 * Sub-districts (街道) and communities (社区) of the district. They change only at a start, so they are
 * read once.
 */
@ApplicationScoped
public class Places {

  private final EntityManager database;
  private final ReadOnce<Map<String, String>> subdistricts = new ReadOnce<>();
  private final ReadOnce<Map<String, String>> communities = new ReadOnce<>();

  Places(EntityManager database) {
    this.database = database;
  }

  /** Whether {@code code} is a sub-district of this district. */
  public boolean isSubdistrict(String code) {
    return subdistricts.get(() -> read("select code, name from subdistrict")).containsKey(code);
  }

  /**
   * Code of the sub-district a community belongs to, or {@code null} when there is no such
   * community.
   */
  public String subdistrictOf(String communityCode) {
    return communities
        .get(() -> read("select code, subdistrict_code from community"))
        .get(communityCode);
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> read(String sql) {
    return ((List<Object[]>) database.createNativeQuery(sql).getResultList())
        .stream()
            .collect(Collectors.toUnmodifiableMap(row -> (String) row[0], row -> (String) row[1]));
  }
}
