package org.bihuan.dispatch.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.Place;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.SuspensionCause;
import org.bihuan.contract.UnassignedReason;
import org.bihuan.dispatch.item.Assignment;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.item.Suspension;
import org.bihuan.dispatch.route.Why;
import org.bihuan.dispatch.sla.DeadlinePolicy;
import org.bihuan.dispatch.sla.LimitKind;
import org.bihuan.dispatch.sla.SlaPolicy;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.kit.time.DistrictTime;

/** An item with its history, on which acts are done by their names; nothing of it is stored. */
final class ItemStory {

  static final List<SlaPolicy> POLICIES =
      List.of(
          policy(LimitKind.RECTIFICATION, DeadlineClass.GENERAL, "PT48H"),
          policy(LimitKind.RECTIFICATION, DeadlineClass.FACILITY, "PT72H"),
          policy(LimitKind.RECTIFICATION, DeadlineClass.EMERGENCY, "PT2H"),
          policy(LimitKind.ASSIGNMENT, DeadlineClass.GENERAL, "PT4H"),
          policy(LimitKind.ASSIGNMENT, DeadlineClass.FACILITY, "PT4H"),
          policy(LimitKind.ASSIGNMENT, DeadlineClass.EMERGENCY, "PT30M"));

  private static final Actor SOMEONE = new Actor("UNIT_HANDLER", "A_UNIT", "someone");
  private static final Place PLACE = new Place("示例路 1 号", "370203021", null, null, null);

  private final List<HistoryEntry> history = new ArrayList<>();
  private final OrderItem item;
  private int orders;

  private ItemStory(DeadlineClass deadlineClass, Instant at) {
    item =
        OrderItem.of(
            new ProblemFiled(
                UUID.randomUUID(),
                "WT2026-0000001",
                UUID.randomUUID(),
                null,
                "占道经营",
                "示例路路口有流动摊贩占道",
                SourceKind.CITIZEN,
                "STREET_OCCUPATION",
                deadlineClass,
                PLACE,
                at,
                SOMEONE));
  }

  static ItemStory issued(DeadlineClass deadlineClass, Instant at) {
    ItemStory story = new ItemStory(deadlineClass, at);
    story.add(story.item.issue(story.terms(deadlineClass, at), SOMEONE));
    return story;
  }

  static ItemStory unassigned(DeadlineClass deadlineClass, Instant at) {
    ItemStory story = new ItemStory(deadlineClass, at);
    story.leaveUnassigned(UnassignedReason.NO_ROUTING_RULE, at);
    return story;
  }

  private static SlaPolicy policy(LimitKind kind, DeadlineClass deadlineClass, String limit) {
    boolean ofUnit = kind == LimitKind.RECTIFICATION;
    return SlaPolicy.of(
        new SlaPolicy.Terms(
                kind,
                deadlineClass,
                Duration.parse(limit),
                new BigDecimal("0.75"),
                ofUnit ? new BigDecimal("0.5") : null,
                null,
                null,
                OffsetDateTime.parse("2025-01-01T00:00:00+08:00").toInstant())
            .withUsualWindows(),
        1);
  }

  private Assignment.Terms terms(DeadlineClass deadlineClass, Instant at) {
    orders++;
    return new Assignment.Terms(
        UUID.randomUUID(),
        "创督〔2026〕" + orders + "号",
        new AssignedUnit("UNIT_" + orders, "单位" + orders),
        List.of(),
        deadlineClass,
        DeadlinePolicy.first(POLICIES, deadlineClass, at).orElseThrow(),
        null,
        null,
        Why.byHand(SOMEONE));
  }

  private void leaveUnassigned(UnassignedReason reason, Instant at) {
    add(
        item.leaveUnassigned(
            reason,
            null,
            DeadlinePolicy.assignment(POLICIES, item.deadlineClass(), at).orElseThrow(),
            at,
            SOMEONE));
  }

  private void add(Step step) {
    history.add(HistoryEntry.of(step));
  }

  /**
   * Does an act.
   *
   * @param argument what the act needs beside its name, or {@code null}
   * @throws org.bihuan.kit.refusal.Refusal when the item does not allow it
   */
  void act(String name, String argument, Instant at) {
    switch (name) {
      case "acknowledge" -> add(item.acknowledge(null, at, SOMEONE));
      case "interim" -> add(item.reply(ReplyKind.INTERIM, at, SOMEONE));
      case "reply" -> add(item.reply(ReplyKind.FINAL, at, SOMEONE));
      case "accept-reply" -> add(item.acceptReply(null, "同意", at, SOMEONE));
      case "return-reply" -> add(item.returnReply("照片不清", at, SOMEONE));
      case "fail-recheck" ->
          add(
              item.failRecheck(
                  DeadlinePolicy.rework(POLICIES, item.deadlineClass(), at).orElseThrow(),
                  "PARTIAL",
                  SOMEONE));
      case "write-off" -> add(item.writeOff(at, SOMEONE));
      case "cancel" -> add(item.cancel("误派", at, SOMEONE));
      case "assign" -> add(item.assign(terms(item.deadlineClass(), at), SOMEONE));
      case "reissue" -> add(item.takeOver(terms(DeadlineClass.valueOf(argument), at), SOMEONE));
      case "request-return" -> add(item.requestReturn(UUID.randomUUID(), "不属本单位职责", at, SOMEONE));
      case "withdraw-return" -> add(item.withdrawReturn(at, SOMEONE));
      case "refuse-return" -> add(item.refuseReturn("职责明确", at, SOMEONE));
      case "accept-return" -> acceptReturn(argument, at);
      case "request-extension" ->
          add(item.requestExtension(UUID.randomUUID(), later(argument), "连续降雨", at, SOMEONE));
      case "accept-extension" -> add(item.extend(later(argument), "同意", at, SOMEONE));
      case "refuse-extension" -> add(item.refuseExtension("不同意", at, SOMEONE));
      case "suspend" -> add(item.suspend(suspension(argument, at), "待资金", at, SOMEONE));
      case "resume" -> add(item.resume("资金到位", at, SOMEONE));
      case "declare-complex" -> add(item.declareComplex("管线交错", at, SOMEONE));
      case "urge" -> add(item.urge("请抓紧", at, SOMEONE));
      case "correct" -> add(item.correct("ROOF_LEAK", item.deadlineClass(), PLACE, at, SOMEONE));
      case "timer" -> add(item.attend(at, SOMEONE));
      case "note-late-fact" -> add(item.noteLateFact("inspection.recheck-failed.v1", at, SOMEONE));
      default -> throw new IllegalArgumentException(name);
    }
  }

  private void acceptReturn(String to, Instant at) {
    add(item.acceptReturn("情况属实", Why.returned(SOMEONE), at, SOMEONE));
    if ("unit".equals(to)) {
      add(item.assign(terms(item.deadlineClass(), at), SOMEONE));
    } else {
      leaveUnassigned(UnassignedReason.RETURNED, at);
    }
  }

  private Instant later(String argument) {
    return item.timeLimit().dueAt().plus(duration(argument));
  }

  private static Suspension suspension(String cause, Instant at) {
    return Suspension.until(SuspensionCause.valueOf(cause), DistrictTime.day(at).plusDays(30));
  }

  /** Reads {@code 1h30m0.5s}. */
  static Duration duration(String text) {
    return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
  }

  OrderItem item() {
    return item;
  }

  List<HistoryEntry> history() {
    return history;
  }

  /** The clock as the history tells it. */
  ClockView clock(Instant now) {
    return ClockView.of(ItemClock.of(history), now);
  }
}
