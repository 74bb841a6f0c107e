package org.bihuan.inspection.actor;

import java.util.Optional;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
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

  /** Whether {@code caller} speaks for the unit {@code code}, whatever else the caller may do. */
  public static boolean isOfUnit(Caller caller, String code) {
    return isUnit(caller) && unit(caller).equals(code);
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
   * The unit about which {@code caller}, in whatever role, must not learn anything early: one that
   * the caller speaks or works for.
   *
   * @throws org.bihuan.kit.refusal.Forbidden {@code claim-missing} when the caller speaks for a
   *     unit that the login does not name
   */
  public static Optional<String> ownUnit(Caller caller) {
    return isUnit(caller) ? Optional.of(unit(caller)) : caller.unit();
  }

  /**
   * Whether {@code caller} can be held against the units involved in a fixing: an inspector whose
   * unit nobody knows could be of any of them. The committee's inspectors are of no unit.
   */
  public static boolean mayJudge(Caller caller) {
    return caller.hasAnyRole(Role.COMMITTEE_INSPECTOR) || caller.unit().isPresent();
  }
}
