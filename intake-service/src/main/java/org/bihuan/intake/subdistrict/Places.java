package org.bihuan.intake.subdistrict;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.intake.reference.ReadOnce;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.geo.Crs;
import org.bihuan.kit.geo.PointDoubt;

/**
 * The district's bounds, its sub-districts (街道) and communities (社区). They change only at a start,
 * so they are read once.
 */
@ApplicationScoped
public class Places {

  private final EntityManager database;
  private final ReadOnce<List<Bounds>> districts = new ReadOnce<>();
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

  /** What is wrong with a point that is said to lie in the district; nothing when it does. */
  public Optional<PointDoubt> doubt(Crs crs, double longitude, double latitude) {
    return Bounds.doubt(districts.get(this::readBounds), crs, longitude, latitude);
  }

  @SuppressWarnings("unchecked")
  private List<Bounds> readBounds() {
    return ((List<Object[]>)
            database
                .createNativeQuery("select west, south, east, north from district")
                .getResultList())
        .stream()
            .map(
                row ->
                    new Bounds((Double) row[0], (Double) row[1], (Double) row[2], (Double) row[3]))
            .toList();
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> read(String sql) {
    return ((List<Object[]>) database.createNativeQuery(sql).getResultList())
        .stream()
            .collect(Collectors.toUnmodifiableMap(row -> (String) row[0], row -> (String) row[1]));
  }
}
