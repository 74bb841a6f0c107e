package org.bihuan.intake.feedback.call;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.intake.complaint.Complaint;

/**
 * A call to a reporter who asked for one (回访), owed once the problem is written off: whether it is
 * solved, and how satisfied the reporter is. It ends with the answer, with the reporter's feedback
 * by another way, or when nobody was reached often enough.
 */
@Entity
@Table(name = "call_back")
public class CallBack {

  @Id private UUID id;
  @Version private long version;

  @OneToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "complaint_id")
  private Complaint complaint;

  @Enumerated(EnumType.STRING)
  private CallBackStatus status;

  @Column(name = "planned_at")
  private Instant plannedAt;

  @Column(name = "due_at")
  private Instant dueAt;

  private int attempts;

  @Column(name = "last_attempt_at")
  private Instant lastAttemptAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected CallBack() {}

  /** The call owed to the reporter of a complaint whose problem was written off. */
  static CallBack plan(Complaint complaint, Instant writtenOffAt, Instant dueAt) {
    CallBack call = new CallBack();
    call.id = UuidCreator.getTimeOrderedEpoch();
    call.complaint = complaint;
    call.status = CallBackStatus.OPEN;
    call.plannedAt = writtenOffAt;
    call.dueAt = dueAt;
    return call;
  }

  /** The reporter was reached and has answered. */
  void recordAnswer(Instant now) {
    move(CallBackAction.RECORD_ANSWER);
    attempted(now);
    endedAt = now;
  }

  /**
   * Nobody was reached.
   *
   * @param most after so many attempts it is given up
   */
  void recordAttempt(int most, Instant now) {
    move(CallBackAction.RECORD_ATTEMPT);
    attempted(now);
    if (attempts >= most) {
      close(now);
    }
  }

  /** No call is needed any more. */
  void close(Instant now) {
    move(CallBackAction.CLOSE);
    endedAt = now;
  }

  /** Whether somebody still has to call. */
  boolean isOpen() {
    return CallBackLifecycle.TABLE.allows(status, CallBackAction.CLOSE);
  }

  private void attempted(Instant now) {
    attempts++;
    lastAttemptAt = now;
  }

  private void move(CallBackAction action) {
    status = CallBackLifecycle.TABLE.next(status, action);
  }

  List<CallBackAction> allowedActions() {
    return List.copyOf(CallBackLifecycle.TABLE.allowed(status));
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public Complaint complaint() {
    return complaint;
  }

  public CallBackStatus status() {
    return status;
  }

  public Instant dueAt() {
    return dueAt;
  }

  /** How it stands at {@code now}, or stood when it ended. */
  CallBackLight lightAt(Instant now) {
    return CallBackLight.at(endedAt == null ? now : endedAt, plannedAt, dueAt);
  }

  /** How many calls were made, the one that reached somebody included. */
  public int attempts() {
    return attempts;
  }

  /** When the last of them was made, or {@code null}. */
  public Instant lastAttemptAt() {
    return lastAttemptAt;
  }

  /** When it was done or closed, or {@code null}. */
  public Instant endedAt() {
    return endedAt;
  }
}
