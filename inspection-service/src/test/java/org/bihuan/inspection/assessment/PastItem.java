package org.bihuan.inspection.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An order item with a past that no test could make through the API: it would take months. */
final class PastItem {

  /** A fact that dispatch told. */
  record Fact(
      int sequence,
      String kind,
      Instant at,
      String unit,
      String deadlineClass,
      Instant due,
      Integer round,
      boolean photographed) {}

  /** A re-check that was done. */
  record Check(
      UUID id,
      String kind,
      int round,
      String unit,
      Instant repliedAt,
      String outcome,
      Instant at) {}

  final UUID id = UUID.randomUUID();
  final UUID problem = UUID.randomUUID();
  final String subdistrict;
  final String category;
  final String source;
  final List<Fact> facts = new ArrayList<>();
  final List<Check> checks = new ArrayList<>();

  private String unit;
  private int round;
  private Instant repliedAt;

  PastItem(String subdistrict, String category, String source) {
    this.subdistrict = subdistrict;
    this.category = category;
    this.source = source;
  }

  /** One that a citizen complained of, issued two days before its limit ends. */
  static PastItem due(String unit, Instant due) {
    return new PastItem("370203021", "SANITATION", "CITIZEN")
        .issued(unit, due.minus(Duration.ofHours(48)), due);
  }

  PastItem issued(String to, Instant at, Instant due) {
    return issued(to, "GENERAL", at, due);
  }

  PastItem issued(String to, String deadlineClass, Instant at, Instant due) {
    unit = to;
    return fact("ISSUED", at, to, deadlineClass, due, null, false);
  }

  PastItem fact(String kind, Instant at) {
    return fact(kind, at, null, null, null, null, false);
  }

  /** A fact that moves the limit. */
  PastItem fact(String kind, Instant at, Instant due) {
    return fact(kind, at, null, null, due, null, false);
  }

  PastItem replied(Instant at) {
    repliedAt = at;
    return fact("FINAL_REPLY", at, null, null, null, round, true);
  }

  PastItem accepted(Instant at) {
    return fact("REPLY_ACCEPTED", at, null, null, null, round, false);
  }

  PastItem returned(Instant at) {
    return fact("REPLY_RETURNED", at, null, null, null, round, false);
  }

  PastItem checked(String outcome, Instant at) {
    checks.add(new Check(UUID.randomUUID(), "AFTER_REPLY", round, unit, repliedAt, outcome, at));
    round += outcome.equals("PASSED") ? 0 : 1;
    return this;
  }

  PastItem lookedBack(String outcome, Instant at) {
    checks.add(new Check(UUID.randomUUID(), "LOOK_BACK", round, unit, repliedAt, outcome, at));
    return this;
  }

  /** Replied, accepted and found right, an hour after each other. */
  PastItem putRight(Instant at) {
    return replied(at)
        .accepted(at.plus(Duration.ofHours(1)))
        .checked("PASSED", at.plus(Duration.ofHours(2)));
  }

  /** Replied, accepted and not found right, an hour after each other. */
  PastItem failed(Instant at, Instant newDue) {
    return replied(at)
        .accepted(at.plus(Duration.ofHours(1)))
        .checked("NOT_RECTIFIED", at.plus(Duration.ofHours(2)))
        .fact("REWORK_ORDERED", at.plus(Duration.ofHours(3)), newDue);
  }

  private PastItem fact(
      String kind,
      Instant at,
      String to,
      String deadlineClass,
      Instant due,
      Integer inRound,
      boolean photographed) {
    facts.add(new Fact(facts.size() + 1, kind, at, to, deadlineClass, due, inRound, photographed));
    return this;
  }
}
