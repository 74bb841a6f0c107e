package org.bihuan.intake.location;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.Place;
import org.bihuan.intake.location.PlacesConfig.OutsideDistrict;
import org.bihuan.intake.recognition.PlaceNames;
import org.bihuan.intake.recognition.Suggestion.PlaceGuess;
import org.bihuan.intake.reporter.NewReporter;
import org.bihuan.intake.subdistrict.Locality;
import org.bihuan.intake.subdistrict.Places;
import org.bihuan.intake.subdistrict.PlacingPolicy;
import org.bihuan.intake.subdistrict.area.Areas;
import org.bihuan.intake.subdistrict.photo.PhotoPlace;
import org.bihuan.intake.subdistrict.photo.PhotoPlaces;
import org.bihuan.kit.geo.Crs;
import org.bihuan.kit.geo.PointDoubt;
import org.bihuan.kit.refusal.FieldError;

/** Where something is, as senders say it. */
@ApplicationScoped
public class Locations {

  /** Degrees from the equator. */
  private static final double POLE = 90;

  private final Places places;
  private final Areas areas;
  private final PlaceNames names;
  private final PhotoPlaces photos;
  private final PlacesConfig config;
  private final Clock clock;

  Locations(
      Places places,
      Areas areas,
      PlaceNames names,
      PhotoPlaces photos,
      PlacesConfig config,
      Clock clock) {
    this.places = places;
    this.areas = areas;
    this.photos = photos;
    this.clock = clock;
    this.names = names;
    this.config = config;
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
      doubt(location)
          .filter(doubt -> isRefused(doubt, location.latitude()))
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

  /** What is wrong with a point, by the box around the district or by the map of its areas. */
  private Optional<PointDoubt> doubt(NewLocation sent) {
    return places
        .doubt(sent.crs(), sent.longitude(), sent.latitude())
        .or(
            () ->
                Math.abs(sent.latitude()) > POLE
                        || areas.isOutsideDistrict(
                            sent.crs().toWgs84(sent.longitude(), sent.latitude()))
                    ? Optional.of(PointDoubt.OUTSIDE_DISTRICT)
                    : Optional.empty());
  }

  /** No globe has such a latitude; it is read at all to tell who exchanged the two. */
  private boolean isRefused(PointDoubt doubt, double latitude) {
    return doubt != PointDoubt.OUTSIDE_DISTRICT
        || Math.abs(latitude) > POLE
        || config.outsideDistrict() == OutsideDistrict.REFUSE;
  }

  /**
   * The site that was sent, its point in WGS-84, where all that speaks for a place says that it is.
   *
   * @param sent has no {@link #faults}, or is {@code null}
   * @param subject headline, or {@code null}
   * @param attachmentIds its photos and papers, read only where neither code nor point was sent
   */
  public Site site(
      NewLocation sent,
      NewReporter reporter,
      String subject,
      String text,
      List<UUID> attachmentIds) {
    Site site = said(sent, reporter);
    boolean tellsItself =
        site.point().isPresent()
            || site.place().subdistrictCode() != null
            || site.place().communityCode() != null;
    return placed(
        site,
        tellsItself ? PhotoPlace.NONE : photos.of(attachmentIds, clock.instant()),
        subject,
        text);
  }

  /**
   * The site that was sent, its point in WGS-84, before anything is concluded from point and words:
   * it stays the same when the map or the names change. The sub-district follows from the community
   * when only that is given.
   *
   * @param sent has no {@link #faults}, or is {@code null}
   */
  public Site said(NewLocation sent, NewReporter reporter) {
    if (sent == null) {
      return Site.of(new Place(null, null, null, null, null));
    }
    String address = NewReporter.kept(sent.address(), reporter, NewLocation.LONGEST_ADDRESS);
    String community = sent.communityCode();
    Locality code = code(sent.subdistrictCode(), community);
    String subdistrict = code == null ? null : code.subdistrictCode();
    if (sent.longitude() == null) {
      Place place = new Place(address, subdistrict, community, null, null);
      return Site.of(place, sent.gridCode(), null, null);
    }
    Crs.Point point = sent.crs().toWgs84(sent.longitude(), sent.latitude());
    Place place = new Place(address, subdistrict, community, point.longitude(), point.latitude());
    Crs.Point asSent = new Crs.Point(sent.longitude(), sent.latitude());
    return Site.of(place, sent.gridCode(), asSent, sent.crs());
  }

  /** The site that another service tells of, placed in the same way. */
  public Site site(Place told, String subject, String text) {
    return placed(Site.of(told), PhotoPlace.NONE, subject, text);
  }

  private Site placed(Site site, PhotoPlace taken, String subject, String text) {
    Place place = site.place();
    Optional<Crs.Point> point = site.point();
    Locality code = code(place.subdistrictCode(), place.communityCode());
    return site.placed(
        PlacingPolicy.place(
            new PlacingPolicy.Clues(
                code,
                point.flatMap(areas::at).orElse(null),
                taken,
                point.filter(areas::isOutsideDistrict).isPresent(),
                code == null ? named(place.address(), subject, text) : List.of())));
  }

  /** What the codes say; the sub-district follows from the community when only that is given. */
  private Locality code(String subdistrict, String community) {
    if (subdistrict != null) {
      return new Locality(subdistrict, community);
    }
    return community == null ? null : new Locality(places.subdistrictOf(community), community);
  }

  /** Places named in the address; where it names none, those named in the text. */
  private List<Locality> named(String address, String subject, String text) {
    List<PlaceGuess> guesses = address == null ? List.of() : names.all(address);
    if (guesses.isEmpty()) {
      guesses = names.all(subject == null ? text : subject + "\n" + text);
    }
    return guesses.stream().map(PlaceGuess::locality).toList();
  }

  /** Whether a complaint about it may file itself, or the desk has to say where it is. */
  public boolean isClear(Site site) {
    return site.placing().doubt() == null
        && (site.place().subdistrictCode() != null || !config.subdistrictRequired());
  }
}
