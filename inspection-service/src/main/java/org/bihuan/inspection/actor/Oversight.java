package org.bihuan.inspection.actor;

import java.util.Optional;
import java.util.Set;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.security.Caller;

/** Those who watch over the whole district: their sight ends at no unit and no sub-district. */
public final class Oversight {

  private Oversight() {}

  /** Whether {@code caller} sees every record; units and sub-districts see their own only. */
  public static boolean isHeldBy(Caller caller) {
    return caller.hasAnyRole(
        Role.SPECIAL_TEAM,
        Role.INSPECTOR,
        Role.LINE_LEADER,
        Role.TOP_LEADER,
        Role.COMMITTEE_INSPECTOR,
        Role.DISCIPLINE,
        Role.ASSESSOR,
        Role.ADMIN);
  }

  /** Whether {@code caller} speaks for a responsible unit. */
  public static boolean isUnit(Caller caller) {
    return caller.hasAnyRole(Role.UNIT_HANDLER, Role.UNIT_LEADER);
  }

  /**
   * The responsible unit that {@code caller} speaks for.
   *
   * @throws org.bihuan.kit.refusal.Forbidden {@code claim-missing} when the login names none
   */
  public static String unit(Caller caller) {
    return caller.bound(Bound.UNIT).iterator().next();
  }

  /**
   * The units about which {@code caller}, in whatever role, must not learn anything early and must
   * not judge: the one that the caller speaks or works for, and those next above and below, as with
   * re-checks. Empty for who works for none.
   *
   * @throws org.bihuan.kit.refusal.Forbidden {@code claim-missing} when the login does not clearly
   *     name the unit that the caller speaks or works for
   */
  public static Set<String> ownUnits(Caller caller, Units units) {
    Optional<String> own = caller.unit();
    if (own.isEmpty() && isUnit(caller)) {
      own = Optional.of(unit(caller));
    }
    return own.map(units::withNextOfKin).orElse(Set.of());
  }

  /** The same of who speaks for the unit; empty for who only works there in another role. */
  public static Set<String> spokenFor(Caller caller, Units units) {
    return isUnit(caller) ? ownUnits(caller, units) : Set.of();
  }

  /**
   * Whether {@code caller} can be held against the units involved in a fixing: an inspector whose
   * unit nobody knows could be of any of them. The committee's inspectors are of no unit.
   */
  public static boolean mayJudge(Caller caller) {
    return caller.hasAnyRole(Role.COMMITTEE_INSPECTOR) || caller.unit().isPresent();
  }
}
