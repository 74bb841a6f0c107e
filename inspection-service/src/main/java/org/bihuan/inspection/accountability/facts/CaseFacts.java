package org.bihuan.inspection.accountability.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.inspection.card.CardView;
import org.bihuan.inspection.card.WarningCard;
import org.bihuan.inspection.card.WarningCards;
import org.bihuan.inspection.item.IssuedItems;
import org.bihuan.inspection.onsite.GivenOutcome;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.recheck.Rechecks;
import org.bihuan.kit.paging.AnyOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** The facts that cases rest on. They are read where they are kept, never copied. */
@ApplicationScoped
public class CaseFacts {

  private final WarningCards cards;
  private final Rechecks rechecks;
  private final IssuedItems items;

  CaseFacts(WarningCards cards, Rechecks rechecks, IssuedItems items) {
    this.cards = cards;
    this.rechecks = rechecks;
    this.items = items;
  }

  /**
   * The problems that the facts are about.
   *
   * @param field of the request that names them
   * @throws Invalid {@code unknown-basis}, naming each that is no fact about this unit
   */
  public Set<UUID> problemsOf(List<Basis> basis, String unitCode, String field) {
    Named named = named(basis);
    List<FieldError> faults = new ArrayList<>();
    Set<UUID> problems = new HashSet<>();
    for (int i = 0; i < basis.size(); i++) {
      String place = field + "[" + i + "].id";
      problemOf(basis.get(i), named, unitCode)
          .ifPresentOrElse(problems::add, () -> faults.add(new FieldError(place, "unknown-basis")));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return problems;
  }

  /** Cards and re-checks of a basis by their ids, each kind read in one query. */
  private record Named(Map<UUID, WarningCard> cards, Map<UUID, Recheck> rechecks) {

    UUID itemOf(Basis fact) {
      return fact.kind() == BasisKind.CARD
          ? cards.get(fact.id()).itemId()
          : rechecks.get(fact.id()).item().itemId();
    }
  }

  private Named named(List<Basis> basis) {
    return new Named(
        cards.ofIds(ids(basis, BasisKind.CARD)), rechecks.ofIds(ids(basis, BasisKind.RECHECK)));
  }

  private static List<UUID> ids(List<Basis> basis, BasisKind kind) {
    return basis.stream().filter(fact -> fact.kind() == kind).map(Basis::id).toList();
  }

  /** Who alone has done all re-checks of the basis; nobody when it names none. */
  public Optional<String> soleInspector(List<Basis> basis) {
    Set<String> inspectors =
        named(basis).rechecks().values().stream()
            .map(recheck -> recheck.given().doneBy().subject())
            .collect(Collectors.toSet());
    return inspectors.size() == 1 ? inspectors.stream().findFirst() : Optional.empty();
  }

  private Optional<UUID> problemOf(Basis basis, Named named, String unitCode) {
    return switch (basis.kind()) {
      case CARD ->
          Optional.ofNullable(named.cards().get(basis.id()))
              .filter(card -> card.unit().code().equals(unitCode))
              .map(WarningCard::problemId);
      case RECHECK ->
          Optional.ofNullable(named.rechecks().get(basis.id()))
              .filter(recheck -> GivenOutcome.NOT_PUT_RIGHT.contains(recheck.given().outcome()))
              .filter(recheck -> recheck.fixing().leadUnitCode().equals(unitCode))
              .map(recheck -> recheck.item().problemId());
      case PROBLEM -> Optional.of(basis.id()).filter(problem -> had(unitCode, problem));
    };
  }

  private boolean had(String unitCode, UUID problemId) {
    return items.hasOne(unitCode, problemId) || rechecks.hasOne(unitCode, problemId);
  }

  /** Everything known about the items that these facts are about. */
  public EvidencePack of(List<Basis> basis, String unitCode) {
    Criteria done =
        concerned(basis, "e.item.itemId", "e.item.problemId")
            .narrow(involving(unitCode).where("e.given.outcome is not null"), true);
    Criteria given =
        concerned(basis, "e.itemId", "e.problemId")
            .narrow(new Criteria().equal("unitCode", unitCode), true);
    return new EvidencePack(
        rechecks.all(done).stream()
            .map(CheckedRound::of)
            .sorted(
                Comparator.comparing(CheckedRound::doneAt).thenComparing(CheckedRound::recheckId))
            .toList(),
        cards.all(given).stream().map(CardView::of).toList());
  }

  private AnyOf concerned(List<Basis> basis, String itemPath, String problemPath) {
    Named named = named(basis);
    AnyOf any = new AnyOf();
    for (Basis fact : basis) {
      if (fact.kind() == BasisKind.PROBLEM) {
        any.or(problemPath + " = %s", fact.id());
      } else {
        any.or(itemPath + " = %s", named.itemOf(fact));
      }
    }
    return any;
  }

  private static Criteria involving(String unitCode) {
    return new Criteria().where("array_contains(e.fixing.involvedUnitCodes, %s)", unitCode);
  }
}
