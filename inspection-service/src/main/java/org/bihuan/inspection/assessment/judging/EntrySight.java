package org.bihuan.inspection.assessment.judging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.assessment.entry.AssessedItems;
import org.bihuan.inspection.assessment.entry.Deductions;
import org.bihuan.inspection.assessment.fact.FactKind;
import org.bihuan.inspection.assessment.fact.ItemFacts;
import org.bihuan.inspection.assessment.figure.AssessedMonth;
import org.bihuan.inspection.assessment.ruling.Judgements;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.recheck.Rechecks;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.time.Month;

/** Finds the entries that somebody names, and who has judged what they say. */
@ApplicationScoped
public class EntrySight {

  private final AssessedItems items;
  private final Deductions deductions;
  private final ItemFacts facts;
  private final Rechecks rechecks;
  private final Judgements judgements;

  EntrySight(
      AssessedItems items,
      Deductions deductions,
      ItemFacts facts,
      Rechecks rechecks,
      Judgements judgements) {
    this.items = items;
    this.deductions = deductions;
    this.facts = facts;
    this.rechecks = rechecks;
    this.judgements = judgements;
  }

  /**
   * The entry of a month.
   *
   * @throws NotFound {@code entry-not-found}
   */
  public FoundEntry find(AssessedMonth month, UUID entry) {
    return item(month, entry)
        .or(() -> deduction(month, entry))
        .orElseThrow(() -> new NotFound("entry-not-found", entry));
  }

  /**
   * The same about an item.
   *
   * @throws NotFound {@code entry-not-found}
   */
  public FoundEntry findItem(AssessedMonth month, UUID entry) {
    return item(month, entry).orElseThrow(() -> new NotFound("entry-not-found", entry));
  }

  private Optional<FoundEntry> item(AssessedMonth month, UUID entry) {
    return items
        .entry(month.book(), entry)
        .filter(item -> item.touches(month.month()))
        .map(FoundEntry::of);
  }

  private Optional<FoundEntry> deduction(AssessedMonth month, UUID entry) {
    return deductions
        .entry(month.book(), entry)
        .filter(found -> Month.of(found.deducted().deductedAt()).equals(month.month()))
        .map(FoundEntry::of);
  }

  /**
   * Whether {@code actor} has judged what the entry says: sent a reply back, done a re-check, or
   * found a reply false or the unit shirking.
   */
  public boolean wasJudgedBy(Actor actor, FoundEntry entry) {
    return judges(entry).contains(actor.subject());
  }

  private Set<String> judges(FoundEntry entry) {
    Set<UUID> problem = Set.of(entry.problemId());
    Stream<String> checkers =
        rechecks.doneAbout(problem).stream()
            .filter(done -> done.item().itemId().equals(entry.itemId()))
            .filter(done -> entry.isItem() || done.id().equals(entry.entry()))
            .map(Recheck::given)
            .map(given -> given.doneBy().subject());
    Stream<String> judged =
        judgements.of(problem).stream()
            .filter(judgement -> judgement.id().equals(entry.entry()))
            .map(judgement -> judgement.judgedBy().subject());
    Stream<String> reviewers =
        facts.of(problem).stream()
            .filter(fact -> entry.isItem() && fact.itemId().equals(entry.itemId()))
            .filter(fact -> fact.kind() == FactKind.REPLY_RETURNED)
            .map(fact -> fact.subject());
    return Stream.of(checkers, judged, reviewers)
        .flatMap(subjects -> subjects)
        .collect(Collectors.toSet());
  }
}
