package org.bihuan.inspection.inspection;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.contract.Role;
import org.bihuan.inspection.actor.Participant;
import org.bihuan.kit.refusal.Invalid;

/**
 * Whose inspection each of the three tiers is [brief]: the first leaders' on the spot, the line
 * leader's on the line, the special team's everywhere. The committee's inspectors run beside all of
 * them.
 */
final class InspectionPolicy {

  private static final Map<InspectionTier, List<String>> LEADING_ROLES =
      Map.of(
          InspectionTier.FRONTLINE, List.of(Role.TOP_LEADER, Role.COMMITTEE_INSPECTOR),
          InspectionTier.LINE, List.of(Role.LINE_LEADER, Role.COMMITTEE_INSPECTOR),
          InspectionTier.AREA,
              List.of(Role.SPECIAL_TEAM, Role.INSPECTOR, Role.COMMITTEE_INSPECTOR));

  /** Methods that are worth nothing once the inspected unit knows. */
  static final List<InspectionMethod> UNFORESEEN =
      List.of(InspectionMethod.UNANNOUNCED, InspectionMethod.COVERT);

  private InspectionPolicy() {}

  /**
   * Nobody is told of an unforeseen inspection, and nobody receives or accompanies it (四不两直).
   *
   * @throws Invalid {@code accompanied-unforeseen} when somebody is to come along on one
   */
  static void refuseCompanions(InspectionMethod method, List<Participant> companions) {
    if (UNFORESEEN.contains(method) && !companions.isEmpty()) {
      throw new Invalid("accompaniedBy", "accompanied-unforeseen");
    }
  }

  /** The roles whose inspection {@code tier} is. */
  static List<String> leadingRoles(InspectionTier tier) {
    return LEADING_ROLES.get(tier);
  }

  /** Whether somebody with {@code roles} may plan an inspection of {@code tier}. */
  static boolean mayPlan(InspectionTier tier, Collection<String> roles) {
    return !Collections.disjoint(LEADING_ROLES.get(tier), roles);
  }

  /**
   * Whether somebody with {@code roles} may lead an inspection of {@code tier}; a line leader one
   * of its own {@code lines} alone.
   */
  static boolean mayLead(
      InspectionTier tier, String line, Collection<String> roles, Collection<String> lines) {
    boolean bounded = tier == InspectionTier.LINE && !roles.contains(Role.COMMITTEE_INSPECTOR);
    return mayPlan(tier, roles) && (!bounded || line != null && lines.contains(line));
  }
}
