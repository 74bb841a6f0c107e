package org.bihuan.dispatch.organisation.posting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.bihuan.contract.UnitKind;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.Unit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.refusal.Invalid;

/** Finds the unit and the sub-district that a posting names. */
@ApplicationScoped
class PostingPlaces {

  private final UnitDirectory units;
  private final Subdistricts subdistricts;

  PostingPlaces(UnitDirectory units, Subdistricts subdistricts) {
    this.units = units;
    this.subdistricts = subdistricts;
  }

  /**
   * What is wrong with a unit that posts a cadre.
   *
   * @return code of the fault, or nothing
   */
  Optional<String> faultOfUnit(String text) {
    Optional<Unit> unit = units.called(text);
    if (unit.isEmpty()) {
      return Optional.of("unknown-unit");
    }
    if (!unit.get().isActive()) {
      return Optional.of("inactive-unit");
    }
    return unit.get().kind() == UnitKind.EXTERNAL_PARTY
        ? Optional.of("external-posts-nobody")
        : Optional.empty();
  }

  /**
   * The unit.
   *
   * @throws Invalid when it posts nobody
   */
  AssignedUnit unit(String text) {
    faultOfUnit(text)
        .ifPresent(
            fault -> {
              throw new Invalid("unitCode", fault);
            });
    return units.named(text, "unitCode");
  }

  /** The sub-district by its code or its name. */
  Optional<String> subdistrictCalled(String text) {
    return subdistricts.called(text);
  }

  /**
   * The same.
   *
   * @throws Invalid when there is none
   */
  String subdistrict(String text) {
    return subdistrictCalled(text)
        .orElseThrow(() -> new Invalid("subdistrictCode", subdistricts.fault()));
  }
}
