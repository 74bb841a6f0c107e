package org.bihuan.inspection.sampling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.recheck.Rechecks;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.time.Week;

/** Opens lots and shows them; who speaks for the unit too, in whatever role, foresees none. */
@ApplicationScoped
@Transactional
class LotDesk {

  private final Lots lots;
  private final Rechecks rechecks;
  private final Units units;
  private final SamplingConfig terms;
  private final Caller caller;
  private final Clock clock;

  LotDesk(
      Lots lots, Rechecks rechecks, Units units, SamplingConfig terms, Caller caller, Clock clock) {
    this.lots = lots;
    this.rechecks = rechecks;
    this.units = units;
    this.terms = terms;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Makes a lot of what is planned of a unit and class, and draws its sample.
   *
   * @throws Conflict {@code lot-exists} when there is one of this week, or one is still open;
   *     {@code lot-too-small}; {@code sampling-suspended} when too many lots failed
   */
  LotView open(NewLot asked) {
    Instant now = clock.instant();
    Lot.Kind kind =
        new Lot.Kind(unit(asked.unitCode()), asked.deadlineClass(), Week.of(now).toString());
    if (lots.of(kind).isPresent() || lots.isOneOpen(kind)) {
      throw new Conflict("lot-exists");
    }
    SamplingMode mode = lots.nextMode(kind.unitCode(), kind.deadlineClass());
    boolean resumed = mode == SamplingMode.SUSPENDED;
    if (resumed && asked.resumeReason() == null) {
      throw new Conflict("sampling-suspended", kind.unitCode());
    }
    List<Recheck> members = fit(kind, now);
    if (members.size() < terms.fewest()) {
      throw new Conflict("lot-too-small", members.size(), terms.fewest());
    }
    Lot lot =
        Lot.open(
            kind,
            members.size(),
            resumed ? SamplingMode.TIGHTENED : mode,
            terms,
            resumed ? asked.resumeReason() : null,
            caller.actor(),
            now);
    lots.persist(lot);
    draw(lot, members);
    return view(lot, rechecks.ofLot(lot.id()));
  }

  private void draw(Lot lot, List<Recheck> members) {
    Map<UUID, Recheck> byId =
        members.stream().collect(Collectors.toMap(Recheck::id, Function.identity()));
    int rank = 1;
    for (UUID id : Draw.order(byId.keySet(), lot.seed())) {
      byId.get(id).lot().join(lot.id(), rank, rank <= lot.plan().size());
      rank++;
    }
    lots.flush();
  }

  private List<Recheck> fit(Lot.Kind kind, Instant now) {
    return rechecks.plannedOf(kind.unitCode(), kind.deadlineClass()).stream()
        .filter(recheck -> recheck.isFitForLot(now))
        .toList();
  }

  /** The lot of a unit, class and week; of this week also what one would be. */
  LotView sampling(SamplingQuestion question) {
    String now = Week.of(clock.instant()).toString();
    String period = question.period == null ? now : question.period;
    Lot.Kind kind = new Lot.Kind(question.unitCode.get(0), question.deadlineClass, period);
    if (Oversight.spokenFor(caller, units).contains(kind.unitCode())) {
      throw new NotFound("lot-not-found", kind.period());
    }
    return lots.of(kind)
        .map(lot -> view(lot, rechecks.ofLot(lot.id())))
        .orElseGet(() -> supposed(kind, period.equals(now)));
  }

  private LotView supposed(Lot.Kind kind, boolean isNow) {
    int population = isNow ? fit(kind, clock.instant()).size() : 0;
    if (population == 0) {
      throw new NotFound("lot-not-found", kind.period());
    }
    SamplingMode mode = lots.nextMode(kind.unitCode(), kind.deadlineClass());
    return LotView.supposed(kind, population, mode, Lot.plan(population, mode, terms), terms);
  }

  LotView read(UUID id) {
    Lot lot =
        lots.findByIdOptional(id)
            .filter(found -> !Oversight.spokenFor(caller, units).contains(found.unitCode()))
            .orElseThrow(() -> new NotFound("lot-not-found", id));
    return view(lot, rechecks.ofLot(id));
  }

  Page<LotView> page(LotFilter filter) {
    Criteria criteria = filter.narrow();
    criteria.notIn("unitCode", Oversight.spokenFor(caller, units));
    return lots.page(criteria, filter).map(lot -> LotView.of(lot, List.of(), null));
  }

  private String unit(String text) {
    return units.codeOf(text).orElseThrow(() -> new Invalid("unitCode", units.fault()));
  }

  private static LotView view(Lot lot, List<Recheck> members) {
    return LotView.of(
        lot,
        members.stream().filter(Recheck::isInSample).map(Recheck::id).toList(),
        members.stream().map(Recheck::id).sorted().toList());
  }
}
