package org.bihuan.inspection.assessment.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.bihuan.contract.SourceKind;

/**
 * What an entry is about.
 *
 * @param itemId the order item
 * @param problemId its problem
 * @param problemSerial number of the problem; {@code null} when it was filed unheard
 * @param subdistrictCode sub-district of the problem; {@code null} when it is in none
 * @param categoryCode category of the problem; {@code null} when it was filed unheard
 * @param sourceKind who found the problem; {@code null} when it was filed unheard
 */
@Embeddable
public record Subject(
    @Column(name = "item_id") UUID itemId,
    @Column(name = "problem_id") UUID problemId,
    @Column(name = "problem_serial") String problemSerial,
    @Column(name = "subdistrict_code") String subdistrictCode,
    @Column(name = "category_code") String categoryCode,
    @Enumerated(EnumType.STRING) @Column(name = "source_kind") SourceKind sourceKind) {

  /** What media or leaders found counts double in deductions [public]. */
  public boolean isDoubled() {
    return sourceKind == SourceKind.MEDIA_EXPOSURE || sourceKind == SourceKind.LEADER_ON_SITE;
  }
}
