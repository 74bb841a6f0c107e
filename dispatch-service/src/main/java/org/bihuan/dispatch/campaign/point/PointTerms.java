package org.bihuan.dispatch.campaign.point;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.Objects;
import org.bihuan.dispatch.unit.AssignedUnit;

/**
 * What a target list says of a point.
 *
 * @param address where it is, in words
 * @param placeName what is there, e.g. a market, or {@code null}
 * @param keyArea key area (重点区域) that it belongs to, or {@code null}
 * @param unit unit that is to answer for it, or {@code null} when nobody is named and there is no
 *     fallback unit
 * @param unitByFallback whether the list names nobody, so that it falls to the fallback unit
 *     [brief: cables without an owner]
 */
@Embeddable
public record PointTerms(
    String address,
    @Column(name = "place_name") String placeName,
    @Column(name = "subdistrict_code") String subdistrictCode,
    @Column(name = "category_code") String categoryCode,
    @Column(name = "key_area") String keyArea,
    @Embedded
        @AttributeOverride(name = "code", column = @Column(name = "unit_code"))
        @AttributeOverride(name = "name", column = @Column(name = "unit_name"))
        AssignedUnit unit,
    @Column(name = "unit_by_fallback") boolean unitByFallback) {

  /**
   * Whether a list that says {@code other} says the same: a unit is the same whatever it is called
   * by now, and so is nobody, whoever the fallback unit is by now.
   */
  public boolean isSame(PointTerms other) {
    return address.equals(other.address)
        && Objects.equals(placeName, other.placeName)
        && subdistrictCode.equals(other.subdistrictCode)
        && categoryCode.equals(other.categoryCode)
        && Objects.equals(keyArea, other.keyArea)
        && unitByFallback == other.unitByFallback
        && (unitByFallback || unit.code().equals(other.unit.code()));
  }

  /** The same with another unit to answer for it. */
  PointTerms handedTo(AssignedUnit successor) {
    return new PointTerms(
        address, placeName, subdistrictCode, categoryCode, keyArea, successor, unitByFallback);
  }
}
