package org.bihuan.inspection.assessment.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.inspection.assessment.fact.AssessedProblem;
import org.bihuan.inspection.assessment.fact.AssessedProblems;
import org.bihuan.inspection.assessment.fact.ItemFact;
import org.bihuan.inspection.assessment.fact.ItemFacts;
import org.bihuan.inspection.assessment.ruling.Exemptions;
import org.bihuan.inspection.assessment.ruling.Judgement;
import org.bihuan.inspection.assessment.ruling.Judgements;
import org.bihuan.inspection.recheck.Rechecks;

/** Gathers all facts about items, wherever they are kept. */
@ApplicationScoped
class Histories {

  private final ItemFacts facts;
  private final AssessedProblems problems;
  private final Rechecks rechecks;
  private final Judgements judgements;
  private final Exemptions exemptions;

  Histories(
      ItemFacts facts,
      AssessedProblems problems,
      Rechecks rechecks,
      Judgements judgements,
      Exemptions exemptions) {
    this.facts = facts;
    this.problems = problems;
    this.rechecks = rechecks;
    this.judgements = judgements;
    this.exemptions = exemptions;
  }

  /** The items of these problems, in five queries. */
  List<ItemHistory> of(Collection<UUID> ids) {
    Map<UUID, AssessedProblem> known = problems.of(ids);
    Map<UUID, List<CheckedReply>> checks =
        rechecks.doneAbout(ids).stream()
            .map(CheckedReply::of)
            .collect(Collectors.groupingBy(CheckedReply::itemId));
    List<Judgement> judged = judgements.of(ids);
    Set<UUID> exempt = exemptions.of(ids);
    return facts.of(ids).stream().collect(Collectors.groupingBy(ItemFact::itemId)).values().stream()
        .map(
            own ->
                new ItemHistory(
                    known.get(own.get(0).problemId()),
                    own,
                    checks.getOrDefault(own.get(0).itemId(), List.of()),
                    judged,
                    exempt))
        .toList();
  }
}
