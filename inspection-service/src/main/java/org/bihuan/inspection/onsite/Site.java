package org.bihuan.inspection.onsite;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.bihuan.contract.Place;

/** A {@link Place} as a record keeps it (点位): coordinates in WGS-84, each part possibly unknown. */
@Embeddable
public record Site(
    @Column(name = "address") String address,
    @Column(name = "subdistrict_code") String subdistrictCode,
    @Column(name = "community_code") String communityCode,
    @Column(name = "longitude") Double longitude,
    @Column(name = "latitude") Double latitude) {

  /** The site of {@code place}; {@code null} for {@code null}. */
  public static Site of(Place place) {
    return place == null
        ? null
        : new Site(
            place.address(),
            place.subdistrictCode(),
            place.communityCode(),
            place.longitude(),
            place.latitude());
  }

  /** The site in the words all services share. */
  public Place place() {
    return new Place(address, subdistrictCode, communityCode, longitude, latitude);
  }
}
