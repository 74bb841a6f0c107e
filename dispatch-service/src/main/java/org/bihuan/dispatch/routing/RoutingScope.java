package org.bihuan.dispatch.routing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.bihuan.contract.SourceKind;

/**
 * Category × place × source: what a rule is for, and equally what a problem is. What is {@code
 * null} in a rule holds for all; what is {@code null} in a problem is unknown, and only rules for
 * all cover it.
 *
 * @param subdistrictCode nine digits, or {@code null}
 * @param communityCode twelve digits, only with its sub-district, or {@code null}
 * @param sourceKind who found the problem, or {@code null}
 */
@Embeddable
public record RoutingScope(
    @Column(name = "category_code") String categoryCode,
    @Column(name = "subdistrict_code") String subdistrictCode,
    @Column(name = "community_code") String communityCode,
    @Column(name = "source_kind") @Enumerated(EnumType.STRING) SourceKind sourceKind) {

  /** Whether all that this says holds for {@code problem}. */
  public boolean covers(RoutingScope problem) {
    return categoryCode.equals(problem.categoryCode)
        && (subdistrictCode == null || subdistrictCode.equals(problem.subdistrictCode))
        && (communityCode == null || communityCode.equals(problem.communityCode))
        && (sourceKind == null || sourceKind == problem.sourceKind);
  }

  /** How narrow the place is: 0 the whole district, 1 a sub-district, 2 a community. */
  public int placeRank() {
    return communityCode != null ? 2 : subdistrictCode != null ? 1 : 0;
  }

  /** 1 when it is bound to a source, else 0. */
  public int sourceRank() {
    return sourceKind == null ? 0 : 1;
  }
}
