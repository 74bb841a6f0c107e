package org.bihuan.contract;

import java.time.Instant;
import java.util.UUID;

/** Facts told by intake-service. */
public sealed interface IntakeEvent extends Event {

  /** A complaint was taken in; it is not yet, or not by itself, a problem. */
  record ComplaintRegistered(
      UUID complaintId,
      String complaintSerial,
      String channel,
      SourceKind sourceKind,
      @MayBeNull String categoryCode,
      @MayBeNull String subdistrictCode,
      Instant receivedAt,
      Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return complaintId.toString();
    }
  }

  /** A complaint will not be handled (不予受理). */
  record ComplaintRejected(UUID complaintId, Instant rejectedAt, Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return complaintId.toString();
    }
  }

  /** The reporter took the complaint back. */
  record ComplaintWithdrawn(UUID complaintId, Instant withdrawnAt, Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return complaintId.toString();
    }
  }

  /** A further complaint was joined to a problem already tracked (并案). */
  record ComplaintMerged(
      UUID problemId, UUID complaintId, String channel, Instant mergedAt, Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return problemId.toString();
    }
  }

  /**
   * A problem was put on the ledger (立案) and must now reach a unit.
   *
   * @param description what is wrong, with phone numbers and the reporter's name masked
   * @param findingId the inspection finding it came from, or {@code null}
   * @param deadlineClass limit class of the category, or the one the special team chose at filing
   */
  record ProblemFiled(
      UUID problemId,
      String problemSerial,
      UUID complaintId,
      @MayBeNull UUID findingId,
      String title,
      String description,
      SourceKind sourceKind,
      String categoryCode,
      DeadlineClass deadlineClass,
      Place place,
      Instant filedAt,
      Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return problemId.toString();
    }
  }

  /** Somebody looked at a reporter's name and phone in full. The reason stays in intake. */
  record ReporterDisclosed(UUID complaintId, Instant disclosedAt, Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return complaintId.toString();
    }
  }
}
