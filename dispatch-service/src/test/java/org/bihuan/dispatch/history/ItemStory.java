package org.bihuan.dispatch.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.item.Suspension;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.dispatch.sla.Deadline;
import org.bihuan.dispatch.sla.DeadlinePolicy;
import org.bihuan.dispatch.sla.LimitKind;
import org.bihuan.dispatch.sla.SlaPolicy;
import org.bihuan.dispatch.sla.calendar.CountedTime;
import org.bihuan.dispatch.sla.calendar.Counting;
import org.bihuan.dispatch.sla.calendar.ShippedCalendar;
import org.bihuan.dispatch.sla.calendar.WorkCalendar;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.kit.time.DistrictTime;

/** An item with its history, on which acts are done by their names; nothing of it is stored. */
final class ItemStory {

  private static final WorkCalendar CALENDAR = ShippedCalendar.read();

  private static final Actor SOMEONE = new Actor("UNIT_HANDLER", "A_UNIT", "someone");
  private static final Place PLACE = new Place("示例路 1 号", "370203021", null, null, null);

  private final List<HistoryEntry> history = new ArrayList<>();
  private final List<SlaPolicy> policies;
  private final CountedTime time;
  private final OrderItem item;
  private int orders;

  private ItemStory(DeadlineClass deadlineClass, Counting counting, Instant at) {
    policies = policies(counting);
    time = CALENDAR.counting(counting);
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
                at,
                SOMEONE));
  }

  private static List<SlaPolicy> policies(Counting counting) {
    return List.of(
        policy(LimitKind.RECTIFICATION, DeadlineClass.GENERAL, counting, "PT48H"),
        policy(LimitKind.RECTIFICATION, DeadlineClass.FACILITY, counting, "PT72H"),
        policy(LimitKind.RECTIFICATION, DeadlineClass.EMERGENCY, counting, "PT2H"),
        policy(LimitKind.ASSIGNMENT, DeadlineClass.GENERAL, counting, "PT4H"),
        policy(LimitKind.ASSIGNMENT, DeadlineClass.FACILITY, counting, "PT4H"),
        policy(LimitKind.ASSIGNMENT, DeadlineClass.EMERGENCY, counting, "PT30M"));
  }

  static ItemStory issued(DeadlineClass deadlineClass, Counting counting, Instant at) {
    ItemStory story = new ItemStory(deadlineClass, counting, at);
    story.add(story.item.issue(story.terms(deadlineClass, at), SOMEONE));
    return story;
  }

  static ItemStory unassigned(DeadlineClass deadlineClass, Counting counting, Instant at) {
    ItemStory story = new ItemStory(deadlineClass, counting, at);
    story.leaveUnassigned(UnassignedReason.NO_ROUTING_RULE, at);
    return story;
  }

  private static SlaPolicy policy(
      LimitKind kind, DeadlineClass deadlineClass, Counting counting, String limit) {
    boolean ofUnit = kind == LimitKind.RECTIFICATION;
    return SlaPolicy.of(
        new SlaPolicy.Terms(
                kind,
                deadlineClass,
                counting,
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
        DeadlinePolicy.first(policies, deadlineClass, at, CALENDAR).orElseThrow(),
        null,
        null,
        Why.byHand(SOMEONE));
  }

  private void leaveUnassigned(UnassignedReason reason, Instant at) {
    add(
        item.leaveUnassigned(
            reason,
            null,
            DeadlinePolicy.assignment(policies, item.deadlineClass(), at, CALENDAR).orElseThrow(),
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
      case "return-reply" -> add(item.returnReply("照片不清", time(), at, SOMEONE));
      case "fail-recheck" -> add(item.failRecheck(reworkAt(at), "PARTIAL", SOMEONE));
      case "write-off" -> add(item.writeOff(at, SOMEONE));
      case "cancel" -> add(item.cancel("误派", at, SOMEONE));
      case "assign" -> add(item.assign(terms(item.deadlineClass(), at), SOMEONE));
      case "reissue" -> add(item.takeOver(terms(DeadlineClass.valueOf(argument), at), SOMEONE));
      case "request-return" -> add(item.requestReturn(UUID.randomUUID(), "不属本单位职责", at, SOMEONE));
      case "withdraw-return" -> add(item.withdrawReturn(at, SOMEONE));
      case "refuse-return" -> add(item.refuseReturn("职责明确", at, SOMEONE));
      case "accept-return" -> acceptReturn(argument, at);
      case "request-extension" ->
          add(
              item.requestExtension(
                  UUID.randomUUID(), later(argument), time(), "连续降雨", at, SOMEONE));
      case "accept-extension" -> add(item.extend(later(argument), time(), "同意", at, SOMEONE));
      case "refuse-extension" -> add(item.refuseExtension("不同意", at, SOMEONE));
      case "suspend" -> add(item.suspend(suspension(argument, at), "待资金", at, SOMEONE));
      case "resume" -> add(item.resume(time(), "资金到位", at, SOMEONE));
      case "declare-complex" -> add(item.declareComplex("管线交错", at, SOMEONE));
      case "plan-date" -> add(item.setPlanDate(planned(argument, at), "限期完成", SOMEONE));
      case "submit" -> add(item.submitToLeadingGroup("提请领导小组", at, SOMEONE));
      case "decide" -> add(item.note(ItemAction.DECIDE_IN_MEETING, "由城管局牵头", at, SOMEONE));
      case "file-plan" -> add(item.filePlan(at, SOMEONE));
      case "urge" -> add(item.urge("请抓紧", at, SOMEONE));
      case "correct" -> add(item.correct("ROOF_LEAK", item.deadlineClass(), PLACE, at, SOMEONE));
      case "timer" -> add(item.attend(at, SOMEONE));
      case "note-late-fact" ->
          add(item.note(ItemAction.NOTE_LATE_FACT, "inspection.recheck-failed.v1", at, SOMEONE));
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

  private Deadline reworkAt(Instant at) {
    return item.deadlineClass() == DeadlineClass.PLANNED
        ? DeadlinePolicy.reworkOfPlanned(item.timeLimit(), at)
        : DeadlinePolicy.rework(policies, item.deadlineClass(), at, CALENDAR).orElseThrow();
  }

  private static Deadline planned(String day, Instant at) {
    return DeadlinePolicy.planned(at, LocalDate.parse(day), "PLANNED/meeting/1");
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

  /** What a meeting has given counts every hour. */
  private CountedTime timeOf(String version) {
    return version == null || version.startsWith("PLANNED/") ? CountedTime.NATURAL : time;
  }

  /** Which time counts toward the limit it has now. */
  CountedTime time() {
    return timeOf(item.timeLimit().ruleVersion());
  }

  OrderItem item() {
    return item;
  }

  List<HistoryEntry> history() {
    return history;
  }

  /** The clock as the history tells it. */
  ClockView clock(Instant now) {
    return ClockView.of(ItemClock.of(history, this::timeOf), now);
  }
}
