package org.bihuan.intake.location;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.contract.Place;
import org.bihuan.intake.complaint.Site;
import org.bihuan.intake.reporter.NewReporter;
import org.bihuan.intake.subdistrict.Places;
import org.bihuan.kit.geo.Crs;
import org.bihuan.kit.refusal.FieldError;

/** Where something is, as senders say it. */
@ApplicationScoped
public class Locations {

  private final Places places;

  Locations(Places places) {
    this.places = places;
  }

  /** All faults that the single fields do not show; none where nothing was sent. */
  public List<FieldError> faults(NewLocation location) {
    List<FieldError> faults = new ArrayList<>();
    if (location == null) {
      return faults;
    }
    boolean some =
        location.longitude() != null || location.latitude() != null || location.crs() != null;
    boolean all =
        location.longitude() != null && location.latitude() != null && location.crs() != null;
    if (some && !all) {
      faults.add(new FieldError("location", "point-incomplete"));
    }
    if (all) {
      places
          .doubt(location.crs(), location.longitude(), location.latitude())
          .ifPresent(doubt -> faults.add(new FieldError("location", doubt.fault())));
    }
    if (location.subdistrictCode() != null && !places.isSubdistrict(location.subdistrictCode())) {
      faults.add(new FieldError("location.subdistrictCode", "unknown-subdistrict"));
    }
    if (location.communityCode() != null) {
      String subdistrict = places.subdistrictOf(location.communityCode());
      if (subdistrict == null) {
        faults.add(new FieldError("location.communityCode", "unknown-community"));
      } else if (location.subdistrictCode() != null
          && !subdistrict.equals(location.subdistrictCode())) {
        faults.add(new FieldError("location.communityCode", "community-elsewhere"));
      }
    }
    return faults;
  }

  /**
   * The site that was sent, its point in WGS-84; the sub-district follows from the community when
   * only that is given.
   *
   * @param sent has no {@link #faults}, or is {@code null}
   */
  public Site site(NewLocation sent, NewReporter reporter) {
    if (sent == null) {
      return Site.of(new Place(null, null, null, null, null));
    }
    String address = NewReporter.kept(sent.address(), reporter);
    String subdistrict =
        sent.subdistrictCode() == null && sent.communityCode() != null
            ? places.subdistrictOf(sent.communityCode())
            : sent.subdistrictCode();
    if (sent.longitude() == null) {
      Place place = new Place(address, subdistrict, sent.communityCode(), null, null);
      return Site.of(place, sent.gridCode(), null, null);
    }
    Crs.Point point = sent.crs().toWgs84(sent.longitude(), sent.latitude());
    Place place =
        new Place(address, subdistrict, sent.communityCode(), point.longitude(), point.latitude());
    return Site.of(
        place, sent.gridCode(), new Crs.Point(sent.longitude(), sent.latitude()), sent.crs());
  }
}
