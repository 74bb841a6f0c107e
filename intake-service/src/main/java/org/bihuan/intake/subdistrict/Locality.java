package org.bihuan.intake.subdistrict;

/**
 * A sub-district, and one of its communities where that is known.
 *
 * @param subdistrictCode nine digits
 * @param communityCode twelve digits, or {@code null}
 */
public record Locality(String subdistrictCode, String communityCode) {

  /** Whether both cannot be true of one place. */
  boolean contradicts(Locality other) {
    return !subdistrictCode.equals(other.subdistrictCode)
        || communityCode != null
            && other.communityCode != null
            && !communityCode.equals(other.communityCode);
  }

  /** The same with the community of {@code other}, where that agrees and says more. */
  Locality completedBy(Locality other) {
    return communityCode == null && !contradicts(other) ? other : this;
  }
}
