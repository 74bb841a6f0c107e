package org.bihuan.dispatch.reply;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.UnitName;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.junit.jupiter.api.Test;

class ReplyPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-29T04:00:00Z");

  private static NewReply reply(ReplyKind kind, String cause, String measures, String result) {
    return new NewReply(
        kind, cause, measures, result, null, null, null, null, null, null, null, null);
  }

  private static List<String> faults(Runnable check) {
    return assertThrows(Invalid.class, check::run).faults().stream()
        .map(fault -> fault.field() + " " + fault.code())
        .toList();
  }

  @Test
  void a_final_reply_names_cause_measures_and_result() {
    assertDoesNotThrow(() -> ReplyPolicy.check(reply(ReplyKind.FINAL, "a", "b", "c"), NOW));
    assertEquals(
        List.of("cause required", "measures required", "resultSummary required"),
        faults(() -> ReplyPolicy.check(reply(ReplyKind.FINAL, null, null, null), NOW)));
  }

  @Test
  void a_final_reply_waits_for_the_units_whose_tasks_are_open_and_names_them() {
    List<UnitName> open = List.of(new UnitName("A", "甲"), new UnitName("B", "乙"));
    NewReply last = reply(ReplyKind.FINAL, "a", "b", "c");
    Conflict refusal = assertThrows(Conflict.class, () -> ReplyPolicy.check(last, open));
    assertEquals("joint-tasks-open", refusal.code());
    assertEquals(Map.of("units", open), refusal.extensions());
    assertDoesNotThrow(() -> ReplyPolicy.check(last, List.of()));
    assertDoesNotThrow(() -> ReplyPolicy.check(reply(ReplyKind.INTERIM, null, "b", null), open));
  }

  @Test
  void an_interim_reply_says_at_least_something() {
    assertDoesNotThrow(() -> ReplyPolicy.check(reply(ReplyKind.INTERIM, null, "b", null), NOW));
    assertEquals(
        List.of("resultSummary required"),
        faults(() -> ReplyPolicy.check(reply(ReplyKind.INTERIM, null, null, null), NOW)));
  }

  private static NewReply shown(
      List<ReplyStep> steps, List<UUID> attached, List<UUID> before, List<UUID> after) {
    return new NewReply(
        ReplyKind.FINAL, "a", null, "c", null, attached, null, null, steps, null, before, after);
  }

  @Test
  void steps_stand_for_measures_and_lie_behind_us() {
    ReplyStep done = new ReplyStep("拆除", "施工一队", NOW);
    ReplyStep planned = new ReplyStep("复绿", "绿化队", NOW.plusSeconds(1));
    assertDoesNotThrow(
        () -> ReplyPolicy.check(shown(List.of(done), List.of(), List.of(), List.of()), NOW));
    assertEquals(
        List.of("steps[1].doneAt not-yet"),
        faults(
            () ->
                ReplyPolicy.check(
                    shown(List.of(done, planned), List.of(), List.of(), List.of()), NOW)));
  }

  @Test
  void a_photo_is_attached_and_shows_either_before_or_after() {
    ReplyStep done = new ReplyStep("拆除", "施工一队", NOW);
    UUID photo = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    assertDoesNotThrow(
        () ->
            ReplyPolicy.check(
                shown(List.of(done), List.of(photo, other), List.of(photo), List.of(other)), NOW));
    assertEquals(
        List.of("beforePhotoIds[1] photo-not-attached", "afterPhotoIds[0] duplicate"),
        faults(
            () ->
                ReplyPolicy.check(
                    shown(List.of(done), List.of(photo), List.of(photo, other), List.of(photo)),
                    NOW)));
  }

  @Test
  void a_return_says_why() {
    assertEquals(
        List.of("opinion required"),
        faults(() -> ReplyPolicy.check(new Review(ReviewDecision.RETURNED, null, null))));
  }

  @Test
  void a_standing_demand_comes_with_its_decision_and_with_no_other() {
    assertDoesNotThrow(
        () ->
            ReplyPolicy.check(
                new Review(ReviewDecision.ACCEPTED_WITH_STANDING_DEMAND, null, "随看即换")));
    assertEquals(
        List.of("standingDemand required"),
        faults(
            () ->
                ReplyPolicy.check(
                    new Review(ReviewDecision.ACCEPTED_WITH_STANDING_DEMAND, null, null))));
    assertEquals(
        List.of("standingDemand standing-demand-not-decided"),
        faults(() -> ReplyPolicy.check(new Review(ReviewDecision.ACCEPTED, null, "随看即换"))));
  }

  @Test
  void every_fault_of_a_review_is_named_at_once() {
    List<FieldError> faults =
        assertThrows(
                Invalid.class,
                () -> ReplyPolicy.check(new Review(ReviewDecision.RETURNED, null, "随看即换")))
            .faults();
    assertEquals(2, faults.size());
  }
}
