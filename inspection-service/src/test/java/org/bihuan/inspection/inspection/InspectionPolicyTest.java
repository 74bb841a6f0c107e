package org.bihuan.inspection.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.contract.InspectionTier;
import org.bihuan.contract.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InspectionPolicyTest {

  private static final Map<InspectionTier, Set<String>> LEADERS =
      Map.of(
          InspectionTier.FRONTLINE, Set.of("TOP_LEADER", "COMMITTEE_INSPECTOR"),
          InspectionTier.LINE, Set.of("LINE_LEADER", "COMMITTEE_INSPECTOR"),
          InspectionTier.AREA, Set.of("SPECIAL_TEAM", "INSPECTOR", "COMMITTEE_INSPECTOR"));

  @ParameterizedTest
  @EnumSource
  void each_tier_is_led_by_its_own_roles_and_the_committee(InspectionTier tier) {
    Set<String> leading = new TreeSet<>();
    for (String role : Role.all()) {
      if (InspectionPolicy.mayPlan(tier, List.of(role))) {
        leading.add(role);
      }
    }
    assertEquals(new TreeSet<>(LEADERS.get(tier)), leading);
  }

  @Test
  void a_line_leader_leads_on_its_own_lines_and_no_other() {
    assertTrue(leadsOnLine("MARKETS", Role.LINE_LEADER, "MARKETS"));
    assertTrue(leadsOnLine("MARKETS", Role.LINE_LEADER, "TRAFFIC", "MARKETS"));
    assertFalse(leadsOnLine("MARKETS", Role.LINE_LEADER, "TRAFFIC"));
    assertFalse(leadsOnLine("MARKETS", Role.LINE_LEADER));
    assertFalse(leadsOnLine(null, Role.LINE_LEADER, "MARKETS"));
    assertTrue(leadsOnLine("MARKETS", Role.COMMITTEE_INSPECTOR));
    assertTrue(leadsOnLine(null, Role.COMMITTEE_INSPECTOR));
  }

  private static boolean leadsOnLine(String line, String role, String... own) {
    return InspectionPolicy.mayLead(InspectionTier.LINE, line, Set.of(role), Set.of(own));
  }
}
