package org.bihuan.inspection.tally;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.bihuan.contract.DispatchEvent.ItemCancelled;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.IntakeEvent.ProblemHandedOver;
import org.bihuan.contract.IntakeEvent.ProblemMerged;
import org.bihuan.contract.MeetingEvent.MeetingHeld;
import org.bihuan.kit.time.DistrictTime;

/**
 * Counts what other services tell: orders, meetings and problems. Each counts once, in whatever
 * order and however often it is told.
 */
@ApplicationScoped
@Transactional
public class TallyDesk {

  private final Tallies tallies;

  TallyDesk(Tallies tallies) {
    this.tallies = tallies;
  }

  /** An order counts with the first of its items; older facts do not say what form it has. */
  public void follow(ItemIssued issued) {
    if (issued.orderKind() != null) {
      tallies.tell(
          issued.orderId(), DistrictTime.day(issued.occurredAt()), Measure.of(issued.orderKind()));
    }
  }

  public void follow(MeetingHeld held) {
    tallies.tell(
        held.meetingId(), DistrictTime.day(held.scheduledAt()), Measure.of(held.meetingKind()));
  }

  public void follow(ProblemFiled filed) {
    tallies.file(filed.problemId(), DistrictTime.day(filed.filedAt()));
  }

  public void follow(ProblemMerged merged) {
    tallies.end(merged.problemId());
  }

  public void follow(ProblemHandedOver handedOver) {
    tallies.end(handedOver.problemId());
  }

  /** The problem ends with its item; a write-off that crossed the cancellation ends it no less. */
  public void follow(ItemCancelled cancelled) {
    tallies.end(cancelled.problemId());
  }
}
