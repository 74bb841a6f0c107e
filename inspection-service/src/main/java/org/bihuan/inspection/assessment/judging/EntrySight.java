package org.bihuan.inspection.assessment.judging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.assessment.entry.AssessedItems;
import org.bihuan.inspection.assessment.entry.Deductions;
import org.bihuan.inspection.assessment.fact.FactKind;
import org.bihuan.inspection.assessment.fact.ItemFact;
import org.bihuan.inspection.assessment.fact.ItemFacts;
import org.bihuan.inspection.assessment.figure.AssessedMonth;
import org.bihuan.inspection.assessment.ruling.Judgement;
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
   * The same about an item, in a month that has begun: of limits that end later nothing can be said
   * yet.
   *
   * @throws NotFound {@code entry-not-found}
   */
  public FoundEntry findItem(AssessedMonth month, UUID entry, Instant now) {
    return item(month, entry)
        .filter(found -> !now.isBefore(month.month().from()))
        .orElseThrow(() -> new NotFound("entry-not-found", entry));
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
   * Those of {@code entries} that say what {@code actor} has judged: who sent a reply back, did a
   * re-check, or found a reply false or the unit shirking.
   *
   * @return as entries are named
   */
  public Set<UUID> judgedBy(Actor actor, Collection<FoundEntry> entries) {
    Set<UUID> problems = entries.stream().map(FoundEntry::problemId).collect(Collectors.toSet());
    if (problems.isEmpty()) {
      return Set.of();
    }
    List<Recheck> checks =
        rechecks.doneAbout(problems).stream()
            .filter(done -> done.given().doneBy().subject().equals(actor.subject()))
            .toList();
    List<Judgement> judged =
        judgements.of(problems).stream()
            .filter(judgement -> judgement.judgedBy().subject().equals(actor.subject()))
            .toList();
    List<ItemFact> returned =
        facts.of(problems).stream()
            .filter(fact -> fact.kind() == FactKind.REPLY_RETURNED)
            .filter(fact -> fact.subject().equals(actor.subject()))
            .toList();
    return entries.stream()
        .filter(
            entry ->
                checks.stream().anyMatch(done -> decides(done, entry))
                    || judged.stream().anyMatch(judgement -> decides(judgement, entry))
                    || returned.stream().anyMatch(fact -> decides(fact, entry)))
        .map(FoundEntry::entry)
        .collect(Collectors.toSet());
  }

  private static boolean decides(Recheck done, FoundEntry entry) {
    return entry.isItem()
        ? done.item().itemId().equals(entry.itemId())
        : done.id().equals(entry.entry());
  }

  /** With an exempt item all that was judged of it is exempt. */
  private static boolean decides(Judgement judgement, FoundEntry entry) {
    return entry.isItem()
        ? judgement.entry().equals(entry.entry())
        : judgement.id().equals(entry.entry());
  }

  private static boolean decides(ItemFact returned, FoundEntry entry) {
    return entry.isItem() && returned.itemId().equals(entry.itemId());
  }
}
