package org.bihuan.inspection.assessment.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Role;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.inspection.assessment.appeal.review.Reviewer;
import org.bihuan.inspection.assessment.judging.EntrySight;
import org.bihuan.inspection.assessment.listing.AssessmentSight;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.time.Month;
import org.bihuan.kit.web.IfMatch;

/** Which appeals the caller may see, make and review. */
@ApplicationScoped
class AppealAccess {

  private static final List<String> REVIEWERS = List.of(Role.SPECIAL_TEAM, Role.ASSESSOR);

  private final Appeals appeals;
  private final AssessmentSight sight;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final Units units;
  private final EntrySight entries;

  AppealAccess(
      Appeals appeals,
      AssessmentSight sight,
      Caller caller,
      IfMatch ifMatch,
      Units units,
      EntrySight entries) {
    this.appeals = appeals;
    this.sight = sight;
    this.caller = caller;
    this.ifMatch = ifMatch;
    this.units = units;
    this.entries = entries;
  }

  /** Appeals {@code e} of a month within sight: all of them, or those of the caller's unit. */
  Criteria criteria(Month month) {
    Criteria ofMonth = new Criteria().equal("month", month.toString());
    return sight.isWhole() ? ofMonth : ofMonth.equal("unitCode", Oversight.unit(caller));
  }

  /**
   * The appeal {@code id}.
   *
   * @throws NotFound when there is none within the caller's sight
   */
  Appeal visible(Month month, UUID id) {
    return appeals
        .visible(id, criteria(month))
        .orElseThrow(() -> new NotFound("appeal-not-found", id));
  }

  /**
   * The appeal {@code id}, to act on.
   *
   * @throws NotFound when there is none within the caller's sight
   * @throws org.bihuan.kit.refusal.PreconditionFailed when the caller believes in another version
   */
  Appeal toActOn(Month month, UUID id) {
    Appeal found = visible(month, id);
    ifMatch.check(found.version());
    return found;
  }

  /**
   * The caller's unit, as the request names it.
   *
   * @param text code, name or alias
   * @throws Invalid {@code unknown-unit}
   * @throws Forbidden {@code not-your-unit}
   */
  String ownUnit(String text, String field) {
    UnitName unit = units.named(text).orElseThrow(() -> new Invalid(field, units.fault()));
    if (!Oversight.unit(caller).equals(unit.code())) {
      throw new Forbidden("not-your-unit", unit.code());
    }
    return unit.code();
  }

  /** The caller as one who reviews these appeals; of who reviews none, nothing is looked up. */
  Reviewer reviewer(Collection<Appeal> asked) {
    Actor actor = caller.actor(REVIEWERS);
    Collection<Appeal> reviewed = REVIEWERS.contains(actor.role()) ? asked : List.of();
    return new Reviewer(
        actor,
        Oversight.ownUnits(caller, units),
        entries.judgedBy(actor, reviewed.stream().map(Appeal::against).toList()));
  }

  /** The caller as events and records name it. */
  Actor actor() {
    return caller.actor();
  }
}
