package org.bihuan.inspection.assessment.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.inspection.assessment.fact.AssessedProblem;
import org.bihuan.inspection.assessment.fact.FactKind;
import org.bihuan.inspection.assessment.fact.ItemFact;
import org.bihuan.inspection.assessment.ruling.DeductionKind;
import org.bihuan.inspection.assessment.ruling.Judgement;

/**
 * All facts about one item, and what follows from them for each unit that had it. It asks nothing
 * else, so that the same facts give the same entries whenever they came.
 *
 * @param problem what is known of its problem, or {@code null}
 * @param facts what dispatch told
 * @param checks re-checks and look-backs that were done
 * @param judgements what was judged about any entry of its problem
 * @param exempt entries that are in no figure
 */
record ItemHistory(
    AssessedProblem problem,
    List<ItemFact> facts,
    List<CheckedReply> checks,
    List<Judgement> judgements,
    Set<UUID> exempt) {

  /** Coming back within this time after the write-off is a relapse [ours]. */
  static final Duration RELAPSE_WITHIN = Duration.ofDays(30);

  private static final int REPEATED_FROM = 3;

  /** The problem that it is about. */
  UUID problemId() {
    return facts.get(0).problemId();
  }

  /** What was known at {@code moment}. Who rules later rules about that too. */
  ItemHistory until(Instant moment) {
    return new ItemHistory(
        problem,
        facts.stream().filter(fact -> !fact.occurredAt().isAfter(moment)).toList(),
        checks.stream().filter(check -> !check.doneAt().isAfter(moment)).toList(),
        judgements.stream().filter(judged -> !judged.judgedAt().isAfter(moment)).toList(),
        exempt);
  }

  /** Each unit's time with it, in order; none before it was issued. */
  List<Tenure> tenures() {
    List<List<ItemFact>> parts = parts();
    List<Tenure> tenures = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      tenures.add(tenure(parts, i));
    }
    return tenures;
  }

  /** The facts cut before each order. */
  private List<List<ItemFact>> parts() {
    List<List<ItemFact>> parts = new ArrayList<>();
    facts.stream()
        .sorted(Comparator.comparingInt(ItemFact::sequence))
        .forEach(
            fact -> {
              if (fact.kind() == FactKind.ISSUED) {
                parts.add(new ArrayList<>());
              }
              if (!parts.isEmpty()) {
                parts.get(parts.size() - 1).add(fact);
              }
            });
    return parts;
  }

  private Tenure tenure(List<List<ItemFact>> parts, int number) {
    List<ItemFact> own = parts.get(number);
    List<CheckedReply> checked =
        checks.stream()
            .filter(check -> placeOf(check, parts) == number)
            .sorted(CheckedReply.BY_TIME)
            .toList();
    UUID entry = own.get(0).id();
    Duty duty = duty(own, number == parts.size() - 1, checked);
    Handling handling = handling(own, checked, duty.dueAt());
    Subject subject = subject(own.get(0));
    return new Tenure(
        entry,
        subject,
        duty,
        handling,
        checking(own, checked),
        exempt.contains(entry),
        deductions(entry, subject, checked));
  }

  /** In which part a reply was given that a re-check looked at; the last of its unit, in doubt. */
  private static int placeOf(CheckedReply check, List<List<ItemFact>> parts) {
    int place = -1;
    for (int i = 0; i < parts.size(); i++) {
      boolean accepted =
          parts.get(i).stream()
              .anyMatch(
                  fact -> fact.kind() == FactKind.REPLY_ACCEPTED && fact.round() == check.round());
      if (accepted) {
        return i;
      }
      if (parts.get(i).get(0).unitCode().equals(check.unitCode())) {
        place = i;
      }
    }
    return place;
  }

  private Subject subject(ItemFact first) {
    return problem == null
        ? new Subject(first.itemId(), first.problemId(), null, null, null, null)
        : new Subject(
            first.itemId(),
            first.problemId(),
            problem.serial(),
            problem.subdistrictCode(),
            problem.categoryCode(),
            problem.sourceKind());
  }

  private static Duty duty(List<ItemFact> own, boolean isLast, List<CheckedReply> checked) {
    ItemFact issued = own.get(0);
    Instant due = issued.dueAt();
    boolean suspended = false;
    DeadlineClass limit = issued.deadlineClass();
    for (ItemFact fact : own) {
      due = fact.dueAt() == null ? due : fact.dueAt();
      limit = fact.kind() == FactKind.PLAN_DATE_SET ? DeadlineClass.PLANNED : limit;
      suspended = fact.kind() == FactKind.SUSPENDED || suspended && fact.kind() != FactKind.RESUMED;
    }
    boolean takenBack = has(own, FactKind.RETURN_ACCEPTED);
    // A write-off goes before a cancellation (ADR 0018).
    boolean passed = checked.stream().anyMatch(CheckedReply::hasPassed);
    return new Duty(
        issued.unitCode(),
        issued.orderSerial(),
        issued.occurredAt(),
        limit,
        due,
        isLast && !takenBack,
        suspended && !passed,
        has(own, FactKind.CANCELLED) && !passed,
        has(own, FactKind.RETURN_REQUESTED),
        takenBack);
  }

  private static Handling handling(List<ItemFact> own, List<CheckedReply> checked, Instant dueAt) {
    Optional<Instant> passedReply =
        checked.stream().filter(CheckedReply::hasPassed).map(CheckedReply::repliedAt).findFirst();
    Optional<ItemFact> review =
        own.stream()
            .filter(
                fact ->
                    fact.kind() == FactKind.REPLY_ACCEPTED
                        || fact.kind() == FactKind.REPLY_RETURNED)
            .findFirst();
    return new Handling(
        first(own, FactKind.FINAL_REPLY),
        passedReply.orElse(null),
        passedReply.filter(at -> !at.isAfter(dueAt)).isPresent(),
        review.map(ItemFact::occurredAt).orElse(null),
        review.filter(fact -> fact.kind() == FactKind.REPLY_ACCEPTED).isPresent());
  }

  private static Checking checking(List<ItemFact> own, List<CheckedReply> checked) {
    List<CheckedReply> verdicts = checked.stream().filter(CheckedReply::isVerdict).toList();
    Instant writtenOffAt =
        checked.stream()
            .filter(CheckedReply::hasPassed)
            .map(CheckedReply::doneAt)
            .findFirst()
            .orElse(null);
    boolean seen = !verdicts.isEmpty();
    return new Checking(
        seen ? verdicts.get(0).doneAt() : null,
        seen && verdicts.get(0).hasPassed(),
        seen ? verdicts.get(verdicts.size() - 1).doneAt() : null,
        (int) verdicts.stream().filter(check -> !check.hasPassed()).count(),
        writtenOffAt,
        writtenOffAt != null && hasRelapsed(checked, writtenOffAt.plus(RELAPSE_WITHIN)),
        writtenOffAt != null && isComplete(own));
  }

  private static boolean hasRelapsed(List<CheckedReply> checked, Instant until) {
    return checked.stream()
        .anyMatch(check -> check.hasRelapsed() && !check.doneAt().isAfter(until));
  }

  /** Work, a photo of it and an accepted reply; order and re-check are there anyway. */
  private static boolean isComplete(List<ItemFact> own) {
    boolean worked =
        has(own, FactKind.PLAN_FILED)
            || has(own, FactKind.INTERIM_REPLY)
            || has(own, FactKind.FINAL_REPLY);
    return worked
        && own.stream().anyMatch(ItemFact::photographed)
        && has(own, FactKind.REPLY_ACCEPTED);
  }

  private Map<UUID, Deducted> deductions(UUID entry, Subject subject, List<CheckedReply> checked) {
    Map<UUID, Deducted> deductions = new LinkedHashMap<>();
    int failures = 0;
    for (CheckedReply check : checked) {
      if (check.isVerdict() && !check.hasPassed()) {
        failures++;
        DeductionKind kind =
            failures < REPEATED_FROM
                ? DeductionKind.FAILED_RECHECK
                : DeductionKind.REPEATED_FAILURE;
        deductions.put(check.id(), deducted(check.id(), kind, check.doneAt(), entry, subject));
      }
    }
    judgements.stream()
        .filter(judged -> judged.entry().equals(entry))
        .forEach(
            judged ->
                deductions.put(
                    judged.id(),
                    deducted(judged.id(), judged.kind(), judged.countedAt(), entry, subject)));
    return deductions;
  }

  /** With an exempt item all that was deducted for it is exempt. */
  private Deducted deducted(UUID id, DeductionKind kind, Instant at, UUID entry, Subject subject) {
    boolean isExempt = exempt.contains(id) || exempt.contains(entry);
    return new Deducted(kind, at, subject.isDoubled(), isExempt);
  }

  private static boolean has(List<ItemFact> own, FactKind kind) {
    return own.stream().anyMatch(fact -> fact.kind() == kind);
  }

  private static Instant first(List<ItemFact> own, FactKind kind) {
    return own.stream()
        .filter(fact -> fact.kind() == kind)
        .map(ItemFact::occurredAt)
        .findFirst()
        .orElse(null);
  }
}
