package org.bihuan.inspection.onsite;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.geo.Crs;
import org.bihuan.kit.geo.PointDoubt;

/**
 * Where somebody stood: the point in WGS-84 and, beside it, what the device sent.
 *
 * @param longitude degrees east, WGS-84
 * @param latitude degrees north, WGS-84
 * @param sentLongitude degrees east in {@code sentCrs}
 * @param sentLatitude degrees north in {@code sentCrs}
 * @param sentCrs the system in which the point was sent
 * @param doubt why the point cannot be in the district, so that it proves no presence; {@code null}
 *     when it lies there
 */
@Embeddable
public record Position(
    @Column(name = "position_longitude") Double longitude,
    @Column(name = "position_latitude") Double latitude,
    @Column(name = "sent_longitude") Double sentLongitude,
    @Column(name = "sent_latitude") Double sentLatitude,
    @Enumerated(EnumType.STRING) @Column(name = "sent_crs") Crs sentCrs,
    @Enumerated(EnumType.STRING) @Column(name = "position_doubt") PointDoubt doubt) {

  /** The position sent, or {@code null} when none was. */
  public static Position of(SentPosition sent) {
    if (sent.crs() == null) {
      return null;
    }
    Crs.Point point = sent.crs().toWgs84(sent.longitude(), sent.latitude());
    return new Position(
        point.longitude(), point.latitude(), sent.longitude(), sent.latitude(), sent.crs(), null);
  }

  /** The point without a judgement about it. */
  public Position unjudged() {
    return new Position(longitude, latitude, sentLongitude, sentLatitude, sentCrs, null);
  }

  /** The same, marked when it lies in none of {@code districts}. */
  public Position checkedBy(List<Bounds> districts) {
    PointDoubt found = Bounds.doubt(districts, sentCrs, sentLongitude, sentLatitude).orElse(null);
    return new Position(longitude, latitude, sentLongitude, sentLatitude, sentCrs, found);
  }
}
