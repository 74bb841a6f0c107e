package org.bihuan.inspection.accountability;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import org.bihuan.contract.ConductLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From how many failures on something is proposed. */
class CasePolicyTest {

  private static CasePolicy policy(int committeeAt, int disciplineAt) {
    return new SmallRyeConfigBuilder()
        .withMapping(CasePolicy.class)
        .withDefaultValue("bihuan.accountability.committee-at", String.valueOf(committeeAt))
        .withDefaultValue("bihuan.accountability.discipline-at", String.valueOf(disciplineAt))
        .build()
        .getConfigMapping(CasePolicy.class);
  }

  @Test
  void the_committee_comes_before_the_discipline_commission() {
    CasePolicy usual = policy(2, 3);
    assertDoesNotThrow(usual::refuseContradiction);
    assertEquals(List.of(), usual.levelsAfter(1));
    assertEquals(List.of(ConductLevel.C2), usual.levelsAfter(2));
    assertEquals(List.of(ConductLevel.C2, ConductLevel.C3), usual.levelsAfter(3));
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "3, 2"})
  void settings_that_refer_before_the_committee_inspects_are_refused(int committee, int other) {
    assertThrows(IllegalStateException.class, policy(committee, other)::refuseContradiction);
  }
}
