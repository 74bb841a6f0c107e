package org.bihuan.inspection.recheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.Actor;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.Callers;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.evidence.EvidencePolicy;
import org.bihuan.inspection.onsite.OutcomeReport;
import org.bihuan.kit.geo.Crs;
import org.bihuan.kit.lifecycle.IllegalTransition;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.Unprocessable;
import org.junit.jupiter.api.Test;

class RecheckTest {

  private static final RecheckPolicy POLICY =
      new SmallRyeConfigBuilder()
          .withMapping(RecheckPolicy.class)
          .withDefaultValue("bihuan.recheck.within", "P7D")
          .withDefaultValue("bihuan.recheck.quiet-time.SANITATION", "PT24H")
          .build()
          .getConfigMapping(RecheckPolicy.class);

  private static final Actor INSPECTOR = new Actor("INSPECTOR", null, "inspector-1");

  private final AcceptedReply reply = AcceptedReply.first();
  private final Instant now = reply.repliedAt().plus(Duration.ofHours(1));
  private final Recheck recheck = Recheck.plan(reply.fact(), POLICY, EvidencePolicy.ADVISED);

  private static OutcomeReport report(RecheckOutcome outcome, Instant arrivedAt) {
    return new OutcomeReport(outcome, "地砖仍有缺失", null, arrivedAt, 120.3561, 36.0835, Crs.GCJ02);
  }

  @Test
  void a_recheck_is_due_seven_days_after_the_acceptance() {
    assertEquals(reply.fact().occurredAt().plus(Duration.ofDays(7)), recheck.dueAt());
    assertFalse(recheck.isOverdue(recheck.dueAt()));
    assertTrue(recheck.isOverdue(recheck.dueAt().plusSeconds(1)));
  }

  @Test
  void cleaning_is_left_quiet_for_a_day_and_other_work_is_not() {
    Recheck cleaning =
        Recheck.plan(reply.ofCategory("SANITATION").fact(), POLICY, EvidencePolicy.ADVISED);
    assertEquals(reply.repliedAt().plus(Duration.ofHours(24)), cleaning.advisedFrom());
    assertEquals(reply.repliedAt(), recheck.advisedFrom());
  }

  @Test
  void an_outcome_before_the_advised_time_counts_and_says_so() {
    Recheck cleaning =
        Recheck.plan(reply.ofCategory("SANITATION").fact(), POLICY, EvidencePolicy.ADVISED);
    assertNull(cleaning.isBeforeAdvisedTime());
    cleaning.giveOutcome(report(RecheckOutcome.PASSED, now), INSPECTOR, now);
    recheck.giveOutcome(report(RecheckOutcome.PASSED, now), INSPECTOR, now);
    assertEquals(RecheckStatus.DONE, cleaning.status());
    assertTrue(cleaning.isBeforeAdvisedTime());
    assertFalse(recheck.isBeforeAdvisedTime());
  }

  @Test
  void nobody_of_an_involved_unit_is_named_or_judges() {
    List<Inspector> own = List.of(new Inspector("inspector-2", Callers.JOINT_UNIT));
    assertEquals("own-unit", assertThrows(Conflict.class, () -> recheck.assign(own)).code());
    Actor ofLeadUnit = new Actor("INSPECTOR", Callers.LEAD_UNIT, "inspector-3");
    Conflict refusal =
        assertThrows(
            Conflict.class,
            () -> recheck.giveOutcome(report(RecheckOutcome.PASSED, now), ofLeadUnit, now));
    assertEquals("own-unit", refusal.code());
    assertEquals(RecheckStatus.PLANNED, recheck.status());
    assertFalse(recheck.actionsFor(ofLeadUnit, true).contains(RecheckAction.GIVE_OUTCOME));
  }

  @Test
  void time_for_a_recheck_is_left_after_the_quiet_time_too() {
    Recheck cleaning =
        Recheck.plan(reply.ofCategory("SANITATION").fact(), POLICY, EvidencePolicy.ADVISED);
    assertEquals(cleaning.advisedFrom().plus(Duration.ofDays(7)), cleaning.dueAt());
  }

  @Test
  void an_inspector_far_from_the_place_is_marked_and_counts() {
    Recheck near = Recheck.plan(reply.fact(), POLICY, EvidencePolicy.ADVISED);
    near.giveOutcome(at(120.3561, 36.0835), INSPECTOR, now);
    near.weighEvidence(List.of(), 300);
    assertEquals(0, near.given().distance());
    assertFalse(near.given().far());
    recheck.giveOutcome(at(120.3561, 36.0865), INSPECTOR, now);
    recheck.weighEvidence(List.of(), 300);
    assertEquals(334, recheck.given().distance());
    assertTrue(recheck.given().far());
    assertEquals(RecheckStatus.DONE, recheck.status());
  }

  private OutcomeReport at(double longitude, double latitude) {
    return new OutcomeReport(
        RecheckOutcome.PASSED, null, null, now, longitude, latitude, Crs.WGS84);
  }

  @Test
  void once_inspectors_are_named_only_they_judge() {
    recheck.assign(List.of(new Inspector("inspector-2", Callers.OTHER_UNIT)));
    OutcomeReport passed = report(RecheckOutcome.PASSED, now);
    Forbidden refusal =
        assertThrows(Forbidden.class, () -> recheck.giveOutcome(passed, INSPECTOR, now));
    assertEquals("not-assigned", refusal.code());
    assertFalse(recheck.actionsFor(INSPECTOR, true).contains(RecheckAction.GIVE_OUTCOME));
    recheck.giveOutcome(passed, new Actor("INSPECTOR", null, "inspector-2"), now);
    assertEquals(RecheckOutcome.PASSED, recheck.given().outcome());
  }

  @Test
  void an_arrival_lies_between_the_reply_and_now_give_or_take_a_wrong_clock() {
    Instant tooLate = now.plus(Duration.ofMinutes(5)).plusSeconds(1);
    Instant tooEarly = reply.repliedAt().minus(Duration.ofMinutes(5)).minusSeconds(1);
    assertThrows(
        Invalid.class,
        () -> recheck.giveOutcome(report(RecheckOutcome.PASSED, tooLate), INSPECTOR, now));
    Unprocessable refusal =
        assertThrows(
            Unprocessable.class,
            () -> recheck.giveOutcome(report(RecheckOutcome.PASSED, tooEarly), INSPECTOR, now));
    assertEquals("arrived-before-reply", refusal.code());
    recheck.giveOutcome(report(RecheckOutcome.PASSED, tooEarly.plusSeconds(1)), INSPECTOR, now);
    assertEquals(RecheckStatus.DONE, recheck.status());
  }

  @Test
  void a_position_is_kept_in_wgs84_and_as_it_was_sent() {
    recheck.giveOutcome(report(RecheckOutcome.PASSED, now), INSPECTOR, now);
    assertEquals(Crs.GCJ02, recheck.given().position().sentCrs());
    assertEquals(120.3561, recheck.given().position().sentLongitude());
    assertEquals(
        Crs.GCJ02.toWgs84(120.3561, 36.0835),
        new Crs.Point(
            recheck.given().position().longitude(), recheck.given().position().latitude()));
  }

  @Test
  void only_a_failed_recheck_is_followed_by_another_round() {
    assertFalse(recheck.isFollowedBy(0));
    assertThrows(IllegalStateException.class, () -> recheck.isFollowedBy(1));
    recheck.giveOutcome(report(RecheckOutcome.PARTIAL, now), INSPECTOR, now);
    assertTrue(recheck.isFollowedBy(1));
    Recheck passed = Recheck.plan(reply.fact(), POLICY, EvidencePolicy.ADVISED);
    passed.giveOutcome(report(RecheckOutcome.PASSED, now), INSPECTOR, now);
    assertThrows(IllegalStateException.class, () -> passed.isFollowedBy(1));
  }

  @Test
  void a_finished_recheck_is_not_cancelled() {
    Recheck open = Recheck.plan(reply.fact(), POLICY, EvidencePolicy.ADVISED);
    assertTrue(open.isOpen());
    open.cancel();
    assertEquals(RecheckStatus.CANCELLED, open.status());
    assertFalse(open.hasFailed());
    recheck.giveOutcome(report(RecheckOutcome.PASSED, now), INSPECTOR, now);
    assertFalse(recheck.isOpen());
    assertFalse(recheck.hasFailed());
    assertThrows(IllegalTransition.class, recheck::cancel);
  }
}
