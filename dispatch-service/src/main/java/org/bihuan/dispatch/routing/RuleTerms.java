package org.bihuan.dispatch.routing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.paging.CodeList;
import org.bihuan.kit.refusal.Invalid;

/** Makes the terms of a rule from what is wanted, when it can be kept. */
@ApplicationScoped
public class RuleTerms {

  private final UnitDirectory units;
  private final Categories categories;
  private final Subdistricts subdistricts;

  RuleTerms(UnitDirectory units, Categories categories, Subdistricts subdistricts) {
    this.units = units;
    this.categories = categories;
    this.subdistricts = subdistricts;
  }

  /**
   * The terms of a rule that is wanted at {@code now}.
   *
   * @param path of the rule in the request, with a dot at its end, or empty
   * @throws Invalid naming the field at fault
   */
  public RoutingRule.Terms of(NewRoutingRule wanted, String path, Instant now) {
    AssignedUnit lead = units.lead(wanted.leadUnitCode(), path + "leadUnitCode");
    List<AssignedUnit> joint = units.joint(wanted.jointUnitCodes(), lead, path + "jointUnitCodes");
    Instant from = wanted.validFrom() == null ? now : wanted.validFrom();
    if (from.isBefore(now)) {
      throw new Invalid(path + "validFrom", "in-past");
    }
    if (wanted.validTo() != null && !wanted.validTo().isAfter(from)) {
      throw new Invalid(path + "validTo", "not-after-start");
    }
    List<String> jointCodes = joint.stream().map(AssignedUnit::code).toList();
    return new RoutingRule.Terms(
        scope(wanted, path), lead.code(), jointCodes, from, wanted.validTo());
  }

  private RoutingScope scope(NewRoutingRule wanted, String path) {
    if (wanted.communityCode() != null && wanted.subdistrictCode() == null) {
      throw new Invalid(path + "subdistrictCode", "subdistrict-of-community");
    }
    return new RoutingScope(
        known(path + "categoryCode", wanted.categoryCode(), categories),
        known(path + "subdistrictCode", wanted.subdistrictCode(), subdistricts),
        wanted.communityCode(),
        wanted.sourceKind());
  }

  /** A rule for what nobody publishes would never choose a unit, and nobody would notice. */
  private static String known(String field, String code, CodeList published) {
    return code == null
        ? null
        : published.codeOf(code).orElseThrow(() -> new Invalid(field, published.fault()));
  }
}
