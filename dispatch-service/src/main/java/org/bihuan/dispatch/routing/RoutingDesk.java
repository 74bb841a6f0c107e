package org.bihuan.dispatch.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.paging.CodeList;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;

/** Shows routing rules and takes new ones. */
@ApplicationScoped
@Transactional
public class RoutingDesk {

  private final RoutingRules rules;
  private final UnitDirectory units;
  private final Categories categories;
  private final Subdistricts subdistricts;
  private final Clock clock;

  RoutingDesk(
      RoutingRules rules,
      UnitDirectory units,
      Categories categories,
      Subdistricts subdistricts,
      Clock clock) {
    this.rules = rules;
    this.units = units;
    this.categories = categories;
    this.subdistricts = subdistricts;
    this.clock = clock;
  }

  Page<RoutingRuleView> page(RoutingRuleFilter filter) {
    return rules.page(filter.criteria(), filter).map(RoutingRuleView::of);
  }

  RoutingRuleView create(NewRoutingRule wanted) {
    RoutingRule rule = RoutingRule.of(terms(wanted));
    if (rules.exists(rule.categoryCode(), rule.subdistrictCode(), rule.validFrom())) {
      throw new Conflict("routing-rule-exists");
    }
    rules.persist(rule);
    return RoutingRuleView.of(rule);
  }

  private RoutingRule.Terms terms(NewRoutingRule wanted) {
    AssignedUnit lead = units.lead(wanted.leadUnitCode(), "leadUnitCode");
    List<AssignedUnit> joint = units.joint(wanted.jointUnitCodes(), lead, "jointUnitCodes");
    Instant now = clock.instant();
    Instant from = wanted.validFrom() == null ? now : wanted.validFrom();
    if (from.isBefore(now)) {
      throw new Invalid("validFrom", "in-past");
    }
    if (wanted.validTo() != null && !wanted.validTo().isAfter(from)) {
      throw new Invalid("validTo", "not-after-start");
    }
    return new RoutingRule.Terms(
        known("categoryCode", wanted.categoryCode(), categories),
        known("subdistrictCode", wanted.subdistrictCode(), subdistricts),
        lead.code(),
        joint.stream().map(AssignedUnit::code).toList(),
        from,
        wanted.validTo());
  }

  /** A rule for what nobody publishes would never choose a unit, and nobody would notice. */
  private static String known(String field, String code, CodeList published) {
    return code == null
        ? null
        : published.codeOf(code).orElseThrow(() -> new Invalid(field, published.fault()));
  }
}
