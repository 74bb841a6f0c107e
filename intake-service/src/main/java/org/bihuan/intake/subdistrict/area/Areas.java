package org.bihuan.intake.subdistrict.area;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.intake.reference.ReferenceData;
import org.bihuan.intake.subdistrict.Locality;
import org.bihuan.intake.subdistrict.Places;
import org.bihuan.intake.subdistrict.Places.Subdistrict;
import org.bihuan.kit.geo.Crs;
import org.jboss.logging.Logger;

/**
 * The areas of sub-districts and communities on the map, where the deployment brings them. They are
 * read at the start, after the codes they name.
 */
@ApplicationScoped
public class Areas {

  /** Name of the file among the reference data. */
  static final String FILE = "areas.geojson";

  private static final Logger LOG = Logger.getLogger(Areas.class);
  private static final int AFTER_REFERENCE_DATA = Interceptor.Priority.LIBRARY_BEFORE + 1;

  private final ReferenceData files;
  private final Places places;
  private volatile AreaMap map = new AreaMap(List.of());
  private volatile boolean wholeDistrict;
  private volatile List<Outline> outlines = List.of();

  Areas(ReferenceData files, Places places) {
    this.files = files;
    this.places = places;
  }

  void load(@Observes @Priority(AFTER_REFERENCE_DATA) StartupEvent start) throws IOException {
    Optional<InputStream> file = files.open(FILE);
    if (file.isPresent()) {
      try (InputStream stream = file.get()) {
        byte[] bytes = AreaFile.bytes(stream);
        // The codes that it names are read from the database.
        QuarkusTransaction.requiringNew().run(() -> take(bytes));
      }
    }
  }

  private void take(byte[] bytes) {
    List<Area> read =
        AreaFile.read(
            bytes,
            code -> places.isSubdistrict(code) ? code : places.subdistrictOf(code),
            point -> places.doubt(Crs.WGS84, point.x, point.y));
    map = new AreaMap(read);
    outlines = Outlines.of(read);
    wholeDistrict =
        map.holdsAll(
            places.subdistricts().stream().map(Subdistrict::code).collect(Collectors.toSet()));
    LOG.infof("%s: %d areas%s", FILE, map.size(), wholeDistrict ? ", of all sub-districts" : "");
    map.overlaps().forEach(pair -> LOG.warnf("%s: areas overlap: %s", FILE, pair));
  }

  /** The sub-district whose area holds a point, and its community; none where there is no map. */
  public Optional<Locality> at(Crs.Point wgs84) {
    return map.at(wgs84);
  }

  /** The borders of the sub-districts by code, to be drawn; none where there is no map. */
  public List<Outline> outlines() {
    return outlines;
  }

  /**
   * Whether a point lies outside the district: outside the box around it, or, where all
   * sub-districts have an area, more than some 50 m from each.
   */
  public boolean isOutsideDistrict(Crs.Point wgs84) {
    return places.doubt(Crs.WGS84, wgs84.longitude(), wgs84.latitude()).isPresent()
        || wholeDistrict && map.isFarFromAll(wgs84);
  }
}
