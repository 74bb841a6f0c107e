package org.bihuan.intake.triage;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.intake.body.OtherBodies;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.category.Category;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.location.Site;
import org.bihuan.intake.subdistrict.Places;
import org.bihuan.kit.refusal.Invalid;

/** Looks up what a decision at the desk names in the reference data. */
@ApplicationScoped
class TriageReferences {

  private final Categories categories;
  private final OtherBodies bodies;
  private final Places places;

  TriageReferences(Categories categories, OtherBodies bodies, Places places) {
    this.categories = categories;
    this.bodies = bodies;
    this.places = places;
  }

  /**
   * The category that was chosen, or the complaint's own, in force today.
   *
   * @throws Invalid {@code unknown-category}
   */
  Category category(String chosen, Complaint complaint) {
    return categories
        .active(chosen == null ? complaint.categoryCode() : chosen)
        .orElseThrow(() -> new Invalid("categoryCode", "unknown-category"));
  }

  /**
   * The category that was chosen; the complaint's own stays even if it has ended.
   *
   * @throws Invalid {@code unknown-category}
   */
  Category corrected(String chosen, Complaint complaint) {
    return chosen == null || chosen.equals(complaint.categoryCode())
        ? own(complaint)
        : category(chosen, complaint);
  }

  /** The complaint's own category, even if it has ended. */
  Category own(Complaint complaint) {
    return categories.findById(complaint.categoryCode());
  }

  /**
   * Refuses a body that is not in the catalogue.
   *
   * @throws Invalid {@code unknown-body}
   */
  void body(String code) {
    if (bodies.active(code).isEmpty()) {
      throw new Invalid("bodyCode", "unknown-body");
    }
  }

  /**
   * The complaint's site as corrected.
   *
   * @throws Invalid {@code empty-correction} when nothing is corrected, or when a place is unknown
   */
  Site site(Correction correction, Site site) {
    if (correction.correctsNothing()) {
      throw new Invalid("", "empty-correction");
    }
    String subdistrict = correction.subdistrictCode();
    if (subdistrict != null && !places.isSubdistrict(subdistrict)) {
      throw new Invalid("subdistrictCode", "unknown-subdistrict");
    }
    if (correction.communityCode() != null) {
      String its = places.subdistrictOf(correction.communityCode());
      if (its == null) {
        throw new Invalid("communityCode", "unknown-community");
      }
      if (subdistrict != null && !its.equals(subdistrict)) {
        throw new Invalid("communityCode", "community-elsewhere");
      }
      subdistrict = its;
    }
    return site.corrected(correction.address(), subdistrict, correction.communityCode());
  }
}
