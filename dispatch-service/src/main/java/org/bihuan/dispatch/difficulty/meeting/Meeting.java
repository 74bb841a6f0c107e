package org.bihuan.dispatch.difficulty.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.MeetingKind;
import org.bihuan.dispatch.actor.Author;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;

/**
 * A meeting: planned, then held with who attended, or called off. What it decides about the items
 * of its agenda is recorded once it was held.
 */
@Entity
public class Meeting {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private MeetingKind kind;

  @Column(name = "line_code")
  private String lineCode;

  @Column(name = "scheduled_at")
  private Instant scheduledAt;

  private String place;
  private String chair;

  @ElementCollection
  @CollectionTable(name = "meeting_attendee", joinColumns = @JoinColumn(name = "meeting_id"))
  @OrderColumn(name = "position")
  private List<Attendee> attendees = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "meeting_agenda_item", joinColumns = @JoinColumn(name = "meeting_id"))
  @OrderColumn(name = "position")
  private List<AgendaItem> agenda = new ArrayList<>();

  /** Units that attend or have a task from it, for whoever looks up a unit's meetings. */
  @Column(name = "unit_codes")
  private List<String> unitCodes = List.of();

  @Enumerated(EnumType.STRING)
  private MeetingStatus status;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "planned_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "planned_by_unit"))
  @AttributeOverride(name = "subject", column = @Column(name = "planned_by_subject"))
  private Author plannedBy;

  @Column(name = "held_at")
  private Instant heldAt;

  @Column(name = "cancel_reason")
  private String cancelReason;

  private String minutes;

  @Column(name = "decision_count")
  private int decisionCount;

  @Column(name = "done_count")
  private int doneCount;

  @Version private long version;

  protected Meeting() {}

  /**
   * An order item on the agenda.
   *
   * @param title of its problem when the meeting was planned
   */
  @Embeddable
  public record AgendaItem(
      @Column(name = "item_id") UUID itemId,
      @Column(name = "problem_serial") String problemSerial,
      String title) {}

  /** A meeting to come. */
  static Meeting planned(
      NewMeeting wanted,
      String lineCode,
      List<Attendee> attendees,
      List<AgendaItem> agenda,
      Actor by) {
    Meeting meeting = new Meeting();
    meeting.id = UuidCreator.getTimeOrderedEpoch();
    meeting.kind = wanted.kind();
    meeting.lineCode = lineCode;
    meeting.scheduledAt = wanted.scheduledAt();
    meeting.place = wanted.place();
    meeting.chair = wanted.chair();
    meeting.attendees.addAll(attendees);
    meeting.agenda.addAll(agenda);
    meeting.show(attendees.stream().map(Attendee::unitCode).filter(Objects::nonNull).toList());
    meeting.status = MeetingStatus.PLANNED;
    meeting.plannedBy = Author.of(by);
    return meeting;
  }

  private void show(Collection<String> codes) {
    Set<String> all = new TreeSet<>(unitCodes);
    all.addAll(codes);
    unitCodes = List.copyOf(all);
  }

  /**
   * It took place.
   *
   * @param present numbers of those who attended, from 1
   * @throws Conflict {@code meeting-to-come} before it was to begin
   * @throws Invalid {@code attended}, when nobody has such a number
   */
  void hold(Set<Integer> present, Instant at) {
    MeetingStatus next = MeetingLifecycle.TABLE.next(status, MeetingAction.HOLD);
    if (at.isBefore(scheduledAt)) {
      throw new Conflict("meeting-to-come").with("scheduledAt", scheduledAt);
    }
    present.stream()
        .filter(number -> number < 1 || number > attendees.size())
        .findFirst()
        .ifPresent(
            number -> {
              throw new Invalid("attended", "unknown-attendee", number);
            });
    for (int i = 0; i < attendees.size(); i++) {
      attendees.set(i, attendees.get(i).that(present.contains(i + 1)));
    }
    heldAt = at;
    status = next;
  }

  void cancel(String reason) {
    status = MeetingLifecycle.TABLE.next(status, MeetingAction.CANCEL);
    cancelReason = reason;
  }

  /**
   * Its minutes (会议纪要), once.
   *
   * @throws Conflict {@code minutes-recorded}
   */
  void recordMinutes(String text) {
    status = MeetingLifecycle.TABLE.next(status, MeetingAction.RECORD_MINUTES);
    if (minutes != null) {
      throw new Conflict("minutes-recorded");
    }
    minutes = text;
  }

  /**
   * It decides something more.
   *
   * @param itemId item of its agenda, or {@code null}
   * @param unit that has a task from it now, or {@code null}
   * @return number of the decision
   * @throws Invalid {@code not-on-agenda}
   */
  int decide(UUID itemId, AssignedUnit unit) {
    status = MeetingLifecycle.TABLE.next(status, MeetingAction.DECIDE);
    if (itemId != null && agenda.stream().noneMatch(entry -> entry.itemId().equals(itemId))) {
      throw new Invalid("orderItemId", "not-on-agenda");
    }
    if (unit != null) {
      show(List.of(unit.code()));
    }
    decisionCount++;
    return decisionCount;
  }

  /** One of its tasks is done. */
  void countDone() {
    doneCount++;
  }

  /** What its state allows; minutes are recorded once. */
  List<MeetingAction> permitted() {
    return MeetingLifecycle.TABLE.allowed(status).stream()
        .filter(action -> action != MeetingAction.RECORD_MINUTES || minutes == null)
        .toList();
  }

  public UUID id() {
    return id;
  }

  public MeetingKind kind() {
    return kind;
  }

  /** Work line whose weekly meeting it is, or {@code null}. */
  public String lineCode() {
    return lineCode;
  }

  public Instant scheduledAt() {
    return scheduledAt;
  }

  public String place() {
    return place;
  }

  public String chair() {
    return chair;
  }

  List<Attendee> attendees() {
    return List.copyOf(attendees);
  }

  List<AgendaItem> agenda() {
    return List.copyOf(agenda);
  }

  public MeetingStatus status() {
    return status;
  }

  public Actor plannedBy() {
    return plannedBy.actor();
  }

  /** When it was recorded as held, or {@code null}. */
  public Instant heldAt() {
    return heldAt;
  }

  public String cancelReason() {
    return cancelReason;
  }

  public String minutes() {
    return minutes;
  }

  public long version() {
    return version;
  }
}
