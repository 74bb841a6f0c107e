package org.bihuan.dispatch.difficulty.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Bound;
import org.bihuan.contract.MeetingKind;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.district.WorkLines;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/**
 * Which meetings the caller may see and convene. The team and the leaders see every meeting; a unit
 * those that it, or a unit below it, attends or has a task from. The team convenes all of them, a
 * line leader the weekly ones of its own lines [brief].
 */
@ApplicationScoped
public class MeetingAccess {

  private final Meetings meetings;
  private final UnitDirectory units;
  private final WorkLines lines;
  private final Caller caller;
  private final IfMatch ifMatch;

  MeetingAccess(
      Meetings meetings, UnitDirectory units, WorkLines lines, Caller caller, IfMatch ifMatch) {
    this.meetings = meetings;
    this.units = units;
    this.lines = lines;
    this.caller = caller;
    this.ifMatch = ifMatch;
  }

  /** The condition that a meeting {@code e} is within sight. */
  Criteria criteria() {
    if (caller.hasAnyRole(
        Role.SPECIAL_TEAM,
        Role.LINE_LEADER,
        Role.TOP_LEADER,
        Role.COMMITTEE_INSPECTOR,
        Role.DISCIPLINE,
        Role.ASSESSOR,
        Role.ADMIN)) {
      return new Criteria();
    }
    List<String> own = new ArrayList<>(units.withUnitsBelow(caller.bound(Bound.UNIT)));
    return MeetingFilter.ofUnits(new Criteria(), own);
  }

  /**
   * The meeting {@code id}.
   *
   * @throws NotFound when there is none within the caller's sight
   */
  Meeting visible(UUID id) {
    return meetings.visible(id, criteria()).orElseThrow(() -> new NotFound("meeting-not-found"));
  }

  /**
   * The meeting {@code id}, held, for whoever convenes it.
   *
   * @throws NotFound when there is none within the caller's sight
   * @throws Forbidden {@code not-your-meeting}, or {@code claim-missing} for a line leader whose
   *     login names no line
   */
  Meeting toConvene(UUID id) {
    Meeting meeting = toActOn(id);
    if (!convenes(meeting.kind(), meeting.lineCode())) {
      throw new Forbidden("not-your-meeting");
    }
    return meeting;
  }

  /**
   * The meeting {@code id}, held.
   *
   * @throws NotFound when there is none within the caller's sight
   */
  Meeting toActOn(UUID id) {
    Meeting meeting = visible(id);
    meetings.hold(meeting);
    ifMatch.check(meeting.version());
    return meeting;
  }

  /**
   * The line of a meeting to plan; {@code null} for kinds that have none.
   *
   * @throws Invalid when a line is missing, unknown, or of no meeting of this kind
   * @throws Forbidden {@code not-your-meeting}
   */
  String lineToPlan(NewMeeting wanted) {
    String line = named(wanted);
    if (!convenes(wanted.kind(), line)) {
      throw new Forbidden("not-your-meeting");
    }
    return line;
  }

  private String named(NewMeeting wanted) {
    String named = wanted.lineCode();
    if (wanted.kind() != MeetingKind.LINE_WEEKLY) {
      if (named != null) {
        throw new Invalid("lineCode", "line-of-other-meeting");
      }
      return null;
    }
    if (named == null) {
      Set<String> own = caller.values(Bound.LINE);
      if (caller.hasAnyRole(Role.SPECIAL_TEAM) || own.size() > 1) {
        throw new Invalid("lineCode", "required");
      }
      return caller.bound(Bound.LINE).iterator().next();
    }
    return lines.codeOf(named).orElseThrow(() -> new Invalid("lineCode", lines.fault()));
  }

  private boolean convenes(MeetingKind kind, String lineCode) {
    if (caller.hasAnyRole(Role.SPECIAL_TEAM)) {
      return true;
    }
    return caller.hasAnyRole(Role.LINE_LEADER)
        && kind == MeetingKind.LINE_WEEKLY
        && caller.bound(Bound.LINE).contains(lineCode);
  }

  /** What the caller may do to a meeting that it sees. */
  List<MeetingAction> allowedActions(Meeting meeting) {
    boolean own =
        caller.hasAnyRole(Role.SPECIAL_TEAM)
            || meeting.lineCode() != null && caller.values(Bound.LINE).contains(meeting.lineCode());
    return own ? caller.allowed(meeting.permitted()) : List.of();
  }

  /**
   * Whether the caller may say that what {@code unit} has to do is done.
   *
   * @param unit {@code null} when nobody has anything to do
   */
  boolean answersFor(AssignedUnit unit) {
    return caller.hasAnyRole(Role.SPECIAL_TEAM)
        || unit != null && caller.unit().filter(unit.code()::equals).isPresent();
  }

  /** The caller as events and records name it. */
  Actor actor() {
    return caller.actor();
  }
}
