package org.bihuan.inspection.recheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.Callers;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.evidence.EvidencePolicy;
import org.bihuan.inspection.onsite.OutcomeReport;
import org.bihuan.kit.refusal.Conflict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who replied, who reviewed and who re-checks are different people of different units: every
 * combination, for the naming of inspectors and for the outcome.
 */
class SeparationOfDutiesTest {

  private static final RecheckPolicy POLICY =
      new SmallRyeConfigBuilder()
          .withMapping(RecheckPolicy.class)
          .withDefaultValue("bihuan.recheck.within", "P7D")
          .build()
          .getConfigMapping(RecheckPolicy.class);

  /** The unit that answers, one that helped, one of their kin. */
  private static final List<String> INVOLVED =
      List.of(Callers.LEAD_UNIT, Callers.JOINT_UNIT, "HUALINSHAN_OFFICE");

  private static final List<String> HANDS = List.of("handler-1", "special-team");

  private final AcceptedReply reply = AcceptedReply.first();
  private final Recheck recheck = Recheck.plan(reply.fact(), POLICY, EvidencePolicy.ADVISED);

  static Stream<Arguments> everyCombination() {
    return Stream.concat(INVOLVED.stream(), Stream.of(Callers.OTHER_UNIT))
        .flatMap(
            unit ->
                Stream.of("handler-1", "special-team", "inspector-1")
                    .map(subject -> Arguments.of(unit, subject, rule(unit, subject))));
  }

  private static String rule(String unit, String subject) {
    if (INVOLVED.contains(unit)) {
      return "own-unit";
    }
    return HANDS.contains(subject) ? "own-work" : null;
  }

  @ParameterizedTest(name = "{1} of {0}: {2}")
  @MethodSource("everyCombination")
  void nobody_is_named_against_the_rule(String unit, String subject, String rule) {
    List<Inspector> named = List.of(new Inspector(subject, unit));
    if (rule == null) {
      recheck.assign(named);
      assertEquals(RecheckStatus.ASSIGNED, recheck.status());
    } else {
      assertEquals(rule, assertThrows(Conflict.class, () -> recheck.assign(named)).code());
      assertEquals(RecheckStatus.PLANNED, recheck.status());
    }
  }

  @ParameterizedTest(name = "{1} of {0}: {2}")
  @MethodSource("everyCombination")
  void nobody_judges_against_the_rule(String unit, String subject, String rule) {
    OutcomeReport passed =
        new OutcomeReport(RecheckOutcome.PASSED, null, null, null, null, null, null);
    Actor by = new Actor("INSPECTOR", unit, subject);
    assertEquals(rule == null, recheck.actionsFor(by, true).contains(RecheckAction.GIVE_OUTCOME));
    if (rule == null) {
      recheck.giveOutcome(passed, by, Instant.now());
      assertEquals(RecheckStatus.DONE, recheck.status());
    } else {
      Conflict refusal =
          assertThrows(Conflict.class, () -> recheck.giveOutcome(passed, by, Instant.now()));
      assertEquals(rule, refusal.code());
      assertEquals(RecheckStatus.PLANNED, recheck.status());
    }
  }
}
