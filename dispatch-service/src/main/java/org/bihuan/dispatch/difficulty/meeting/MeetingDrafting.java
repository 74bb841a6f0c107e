package org.bihuan.dispatch.difficulty.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.difficulty.meeting.Meeting.AgendaItem;
import org.bihuan.dispatch.difficulty.meeting.NewMeeting.NewAgendaItem;
import org.bihuan.dispatch.difficulty.meeting.NewMeeting.NewAttendee;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.organisation.leader.Leader;
import org.bihuan.dispatch.organisation.leader.Leaders;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.time.DistrictTime;

/** Makes a meeting of what was asked for: finds its units, leaders and items. */
@ApplicationScoped
class MeetingDrafting {

  private static final Duration FARTHEST = Duration.ofDays(366);

  private final UnitDirectory units;
  private final Leaders leaders;
  private final OrderItems items;

  MeetingDrafting(UnitDirectory units, Leaders leaders, OrderItems items) {
    this.units = units;
    this.leaders = leaders;
    this.items = items;
  }

  /**
   * The meeting as it is to be planned.
   *
   * @throws Invalid naming the first unit, leader or item that cannot be found, or a moment that is
   *     more than a year away
   */
  Meeting of(NewMeeting wanted, String lineCode, Instant now, Actor by) {
    Instant begin = wanted.scheduledAt();
    Instant earliest = now.minus(FARTHEST);
    Instant latest = now.plus(FARTHEST);
    if (begin.isBefore(earliest) || begin.isAfter(latest)) {
      throw new Invalid("scheduledAt", "moment-out-of-range", earliest, latest);
    }
    List<Attendee> attendees = new ArrayList<>();
    for (NewAttendee attendee : wanted.attendees()) {
      attendees.add(attendee(attendee, begin, "attendees[" + attendees.size() + "]"));
    }
    return Meeting.planned(wanted, lineCode, attendees, agenda(wanted.agenda()), by);
  }

  private Attendee attendee(NewAttendee wanted, Instant begin, String field) {
    if ((wanted.unitCode() == null) == (wanted.leaderCode() == null)) {
      throw new Invalid(field, "unit-or-leader");
    }
    if (wanted.unitCode() != null) {
      AssignedUnit unit = units.named(wanted.unitCode(), field + ".unitCode");
      return new Attendee(unit.code(), unit.name(), null, null, wanted.name(), null);
    }
    Leader leader =
        leaders
            .ofCode(wanted.leaderCode())
            .orElseThrow(() -> new Invalid(field + ".leaderCode", leaders.fault()));
    if (!leader.span().holdsOn(DistrictTime.day(begin))) {
      throw new Invalid(field + ".leaderCode", "leader-not-in-office");
    }
    return new Attendee(null, null, leader.code(), leader.name(), wanted.name(), null);
  }

  private List<AgendaItem> agenda(List<NewAgendaItem> wanted) {
    List<AgendaItem> agenda = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (NewAgendaItem entry : wanted) {
      String field = "agenda[" + agenda.size() + "].orderItemId";
      if (!seen.add(entry.orderItemId())) {
        throw new Invalid(field, "duplicate");
      }
      OrderItem item =
          items
              .findByIdOptional(entry.orderItemId())
              .orElseThrow(() -> new Invalid(field, "unknown-order-item"));
      agenda.add(new AgendaItem(item.id(), item.problem().problemSerial(), item.problem().title()));
    }
    return agenda;
  }
}
