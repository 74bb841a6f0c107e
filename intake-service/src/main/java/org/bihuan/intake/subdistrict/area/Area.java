package org.bihuan.intake.subdistrict.area;

import org.locationtech.jts.geom.Geometry;

/**
 * The area of a sub-district or community.
 *
 * @param code nine digits of a sub-district, twelve of a community
 * @param subdistrictCode the code itself, or that of the sub-district the community belongs to
 * @param shape polygon or several of them, WGS-84
 */
record Area(String code, String subdistrictCode, Geometry shape) {

  boolean isSubdistrict() {
    return code.equals(subdistrictCode);
  }
}
