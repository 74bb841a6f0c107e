package org.bihuan.inspection.accountability;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.ConductLevel;
import org.bihuan.contract.Role;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.accountability.AccountabilityCase.Decider;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.AnyOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** Which cases the caller may see, and act on. */
@ApplicationScoped
class CaseAccess {

  private static final String[] READS_ALL = {
    Role.COMMITTEE_INSPECTOR, Role.DISCIPLINE, Role.TOP_LEADER
  };

  private final AccountabilityCases cases;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final Units units;

  CaseAccess(AccountabilityCases cases, Caller caller, IfMatch ifMatch, Units units) {
    this.cases = cases;
    this.caller = caller;
    this.ifMatch = ifMatch;
    this.units = units;
  }

  /**
   * The condition that a case {@code e} is within sight: committee, discipline and first leaders
   * read all, the special team what it has proposed, the leader of a unit what was served on it.
   * Whoever speaks or works for the subject unit or its next of kin, in whatever role, sees none
   * before it is served.
   */
  Criteria criteria() {
    Criteria criteria = new Criteria();
    Set<String> ownUnits = ownUnits();
    if (!ownUnits.isEmpty()) {
      criteria.where("e.subjectUnitCode not in %s or e.status = SERVED", ownUnits);
    }
    if (caller.hasAnyRole(READS_ALL)) {
      return criteria;
    }
    AnyOf own = new AnyOf();
    if (caller.hasAnyRole(Role.SPECIAL_TEAM)) {
      own.or("e.proposedBy.role = %s", Role.SPECIAL_TEAM);
    }
    if (caller.hasAnyRole(Role.UNIT_LEADER)) {
      own.or("e.subjectUnitCode = %s", Oversight.unit(caller));
    }
    return own.narrow(criteria, true);
  }

  /**
   * The case {@code id}.
   *
   * @throws NotFound when there is none within the caller's sight
   */
  AccountabilityCase visible(UUID id) {
    return cases.visible(id, criteria()).orElseThrow(() -> new NotFound("case-not-found", id));
  }

  /**
   * The case {@code id}, to act on.
   *
   * @throws NotFound when there is none within the caller's sight
   * @throws org.bihuan.kit.refusal.PreconditionFailed when the caller believes in another version
   */
  AccountabilityCase toActOn(UUID id) {
    AccountabilityCase found = visible(id);
    ifMatch.check(found.version());
    return found;
  }

  /** The caller as one who proposes. */
  Actor proposer() {
    return caller.actor(List.of(Role.COMMITTEE_INSPECTOR, Role.SPECIAL_TEAM));
  }

  /**
   * Nobody proposes again what lies on the table or was decided. Who reads only what the special
   * team has proposed is not told of other cases.
   *
   * @throws Conflict {@code already-proposed} when a case of this level about the unit rests on
   *     just these facts
   */
  void refuseRepeated(NewCase asked, UnitName unit) {
    String theirs = caller.hasAnyRole(READS_ALL) ? null : Role.SPECIAL_TEAM;
    cases
        .restingOn(asked.basis(), asked.level(), unit.code(), theirs)
        .ifPresent(
            same -> {
              throw new Conflict("already-proposed", same);
            });
  }

  /** The caller as one who decides about this level, where the caller has the role for it. */
  Decider decider(ConductLevel level) {
    return decider(level, ownUnits());
  }

  /** The same where {@link #ownUnits} are known. */
  Decider decider(ConductLevel level, Set<String> ownUnits) {
    return new Decider(caller.actor(List.of(CaseAction.roleFor(level))), ownUnits);
  }

  /** The units of whose cases the caller neither learns early nor decides. */
  Set<String> ownUnits() {
    return Oversight.ownUnits(caller, units);
  }

  /**
   * The unit that the caller proposes a case about.
   *
   * @param text code, name or alias
   * @param field of the request that names it
   * @throws Invalid {@code unknown-unit}
   * @throws Conflict {@code subject-unit} when it is the caller's own, or its next of kin
   */
  UnitName subject(String text, String field) {
    UnitName unit = units.named(text).orElseThrow(() -> new Invalid(field, units.fault()));
    if (ownUnits().contains(unit.code())) {
      throw new Conflict("subject-unit", unit.code());
    }
    return unit;
  }
}
