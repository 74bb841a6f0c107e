package org.bihuan.intake.location;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bihuan.contract.Place;
import org.bihuan.intake.subdistrict.Locality;
import org.bihuan.intake.subdistrict.Placing;
import org.bihuan.intake.subdistrict.PlacingPolicy.Placement;
import org.bihuan.kit.geo.Crs;

/** Where a complaint points to (点位): the point in WGS-84 and, beside it, what was sent. */
@Embeddable
public class Site {

  private String address;

  @Column(name = "subdistrict_code")
  private String subdistrictCode;

  @Column(name = "community_code")
  private String communityCode;

  @Column(name = "grid_code")
  private String gridCode;

  private Double longitude;
  private Double latitude;

  @Column(name = "sent_longitude")
  private Double sentLongitude;

  @Column(name = "sent_latitude")
  private Double sentLatitude;

  @Enumerated(EnumType.STRING)
  @Column(name = "sent_crs")
  private Crs sentCrs;

  @Embedded private Placing placing;

  protected Site() {}

  /** The site of which nothing is known. */
  public static Site unknown() {
    return new Site();
  }

  /**
   * A site as sent.
   *
   * @param place the place with its point in WGS-84
   * @param sent the point as it was sent, or {@code null}
   * @param crs the system of {@code sent}
   */
  public static Site of(Place place, String gridCode, Crs.Point sent, Crs crs) {
    Site site = of(place);
    site.gridCode = gridCode;
    if (sent != null) {
      site.sentLongitude = sent.longitude();
      site.sentLatitude = sent.latitude();
      site.sentCrs = crs;
    }
    return site;
  }

  /** The site of an inspection's finding, whose point is WGS-84 already. */
  public static Site of(Place place) {
    Site site = new Site();
    site.address = place.address();
    site.subdistrictCode = place.subdistrictCode();
    site.communityCode = place.communityCode();
    site.longitude = place.longitude();
    site.latitude = place.latitude();
    return site;
  }

  /**
   * The site with another address or area; {@code null} leaves each as it is. Who names the area
   * settles what was doubtful about it.
   */
  public Site corrected(String newAddress, String newSubdistrict, String newCommunity) {
    Site site = copy();
    site.address = newAddress == null ? address : newAddress;
    if (newSubdistrict != null) {
      boolean isSame =
          newSubdistrict.equals(subdistrictCode)
              && (newCommunity == null || newCommunity.equals(communityCode));
      site.subdistrictCode = newSubdistrict;
      // A community lies in one sub-district, so it does not outlive the other one.
      site.communityCode = isSame ? communityCode : newCommunity;
      site.gridCode = isSame ? gridCode : null;
      site.placing = Placing.BY_DESK;
    }
    return site;
  }

  /** The site where the clues say that it is. */
  public Site placed(Placement placement) {
    Site site = copy();
    Locality locality = placement.locality();
    site.subdistrictCode = locality == null ? null : locality.subdistrictCode();
    site.communityCode = locality == null ? null : locality.communityCode();
    site.placing = placement.placing();
    return site;
  }

  /** The site as a person lets it stand. */
  public Site settled() {
    Site site = copy();
    site.placing = placing().settled();
    return site;
  }

  /** The site with its address as {@code masking} leaves it. */
  public Site masked(UnaryOperator<String> masking) {
    Site site = copy();
    site.address = masking.apply(address);
    return site;
  }

  private Site copy() {
    Site site = of(place());
    site.gridCode = gridCode;
    site.sentLongitude = sentLongitude;
    site.sentLatitude = sentLatitude;
    site.sentCrs = sentCrs;
    site.placing = placing;
    return site;
  }

  /** How it came by its sub-district. */
  public Placing placing() {
    return placing == null ? Placing.NONE : placing;
  }

  /** Its point in WGS-84; none when nothing was sent. */
  public Optional<Crs.Point> point() {
    return longitude == null ? Optional.empty() : Optional.of(new Crs.Point(longitude, latitude));
  }

  /** The site in the words all services share. */
  public Place place() {
    return place(UnaryOperator.identity());
  }

  /** The same for others, {@code masking} taking out of the address what they must not read. */
  public Place place(UnaryOperator<String> masking) {
    return new Place(masking.apply(address), subdistrictCode, communityCode, longitude, latitude);
  }
}
