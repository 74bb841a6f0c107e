package org.bihuan.dispatch.campaign.point;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.bihuan.contract.UnitKind;
import org.bihuan.dispatch.campaign.Campaign;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.Unit;
import org.bihuan.dispatch.unit.UnitDirectory;

/** Finds what a target list names: category, sub-district and the unit that is to answer. */
@ApplicationScoped
public class PointPlaces {

  private final Categories categories;
  private final Subdistricts subdistricts;
  private final UnitDirectory units;

  PointPlaces(Categories categories, Subdistricts subdistricts, UnitDirectory units) {
    this.categories = categories;
    this.subdistricts = subdistricts;
    this.units = units;
  }

  /** Code of the category with this code or name. */
  public Optional<String> category(String text) {
    return categories.called(text);
  }

  /**
   * What is wrong with a category that a point is said to be of.
   *
   * @param code {@code null} when there is none
   * @return code of the fault, or nothing
   */
  public Optional<String> faultOfCategory(Campaign campaign, String code) {
    if (code == null) {
      return Optional.of(categories.fault());
    }
    return campaign.isAbout(code) ? Optional.empty() : Optional.of("category-not-of-campaign");
  }

  /** Code of the sub-district with this code or name. */
  public Optional<String> subdistrict(String text) {
    return subdistricts.called(text);
  }

  /** Code of the fault when there is none. */
  public String faultOfSubdistrict() {
    return subdistricts.fault();
  }

  /**
   * What is wrong with a unit that is to answer for a point.
   *
   * @param text {@code null} when nobody is named
   * @return code of the fault, or nothing
   */
  public Optional<String> faultOfUnit(String text) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<Unit> unit = units.called(text);
    if (unit.isEmpty()) {
      return Optional.of("unknown-unit");
    }
    if (!unit.get().isActive()) {
      return Optional.of("inactive-unit");
    }
    return unit.get().kind() == UnitKind.EXTERNAL_PARTY
        ? Optional.of("external-not-lead")
        : Optional.empty();
  }

  /**
   * The unit that is to answer for a point: the one named, without fault, or else the fallback
   * unit.
   *
   * @return {@code null} when nobody is named and there is no fallback unit
   */
  public AssignedUnit unit(String text) {
    return text == null ? units.fallback().orElse(null) : units.named(text, "unitCode");
  }
}
