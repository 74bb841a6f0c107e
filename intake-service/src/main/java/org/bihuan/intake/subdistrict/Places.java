package org.bihuan.intake.subdistrict;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
  private final ReadOnce<Set<String>> districtCodes = new ReadOnce<>();
  private final ReadOnce<List<Bounds>> districts = new ReadOnce<>();
  private final ReadOnce<Map<String, Subdistrict>> subdistricts = new ReadOnce<>();
  private final ReadOnce<Map<String, Community>> communities = new ReadOnce<>();
  private final ReadOnce<List<Subdistrict>> subdistrictList = new ReadOnce<>();
  private final ReadOnce<List<Community>> communityList = new ReadOnce<>();

  Places(EntityManager database) {
    this.database = database;
  }

  /** A sub-district; {@code code} has nine digits. */
  public record Subdistrict(String code, String name) {}

  /** A community; {@code code} has twelve digits. */
  public record Community(String code, String subdistrictCode, String name) {

    /** Whether it belongs to this sub-district. */
    public boolean isIn(String subdistrict) {
      return subdistrictCode.equals(subdistrict);
    }
  }

  /** All sub-districts by code. */
  public List<Subdistrict> subdistricts() {
    return subdistrictList.get(
        () -> subdistrictsByCode().values().stream().sorted(comparing(Subdistrict::code)).toList());
  }

  /** All communities by code. */
  public List<Community> communities() {
    return communityList.get(
        () -> communitiesByCode().values().stream().sorted(comparing(Community::code)).toList());
  }

  /** Whether {@code code} is a sub-district of this district. */
  public boolean isSubdistrict(String code) {
    return subdistrictsByCode().containsKey(code);
  }

  /**
   * Code of the sub-district a community belongs to, or {@code null} when there is no such
   * community.
   */
  public String subdistrictOf(String communityCode) {
    Community community = communitiesByCode().get(communityCode);
    return community == null ? null : community.subdistrictCode();
  }

  private Map<String, Subdistrict> subdistrictsByCode() {
    return subdistricts.get(
        () ->
            read(
                "select code, name from subdistrict",
                row -> new Subdistrict((String) row[0], (String) row[1]),
                Subdistrict::code));
  }

  private Map<String, Community> communitiesByCode() {
    return communities.get(
        () ->
            read(
                "select code, subdistrict_code, name from community",
                row -> new Community((String) row[0], (String) row[1], (String) row[2]),
                Community::code));
  }

  /** Codes of the district, or districts, that this installation is for: six digits each. */
  public Set<String> districtCodes() {
    return districtCodes.get(this::readDistrictCodes);
  }

  private Set<String> readDistrictCodes() {
    List<?> codes = database.createNativeQuery("select code from district").getResultList();
    return codes.stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet());
  }

  /** What is wrong with a point that is said to lie in the district; nothing when it does. */
  public Optional<PointDoubt> doubt(Crs crs, double longitude, double latitude) {
    return Bounds.doubt(districts.get(this::readBounds), crs, longitude, latitude);
  }

  /**
   * The box around all that this installation is for; the globe as long as no district is known.
   */
  public Bounds box() {
    return Bounds.around(districts.get(this::readBounds)).orElse(Bounds.GLOBE);
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
  private <T> Map<String, T> read(
      String sql, Function<Object[], T> place, Function<T, String> code) {
    return ((List<Object[]>) database.createNativeQuery(sql).getResultList())
        .stream().map(place).collect(Collectors.toUnmodifiableMap(code, Function.identity()));
  }
}
