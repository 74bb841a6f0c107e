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
      @FreeText String title,
      @FreeText String description,
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

  /**
   * The special team corrected category or place of a complaint. When it has become a problem, a
   * {@link ProblemCorrected} tells the same of the problem.
   */
  record ComplaintCorrected(
      UUID complaintId,
      String categoryCode,
      @MayBeNull String subdistrictCode,
      Instant correctedAt,
      Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return complaintId.toString();
    }
  }

  /**
   * A complaint is another body's and was handed over to it.
   *
   * @param bodyCode the body, from intake's catalogue
   * @param problemId the problem it was filed as, or {@code null}
   */
  record ComplaintHandedOver(
      UUID complaintId,
      @MayBeNull UUID problemId,
      String bodyCode,
      Instant handedOverAt,
      Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return complaintId.toString();
    }
  }

  /** A merged complaint left its problem again; a problem of its own follows. */
  record ComplaintSplit(UUID problemId, UUID complaintId, Instant splitAt, Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return problemId.toString();
    }
  }

  /**
   * Category or place of a problem was corrected. A limit that runs is not touched by it.
   *
   * @param deadlineClass limit class that follows from the category, for a problem that no unit has
   *     yet
   */
  record ProblemCorrected(
      UUID problemId,
      String categoryCode,
      DeadlineClass deadlineClass,
      Place place,
      Instant correctedAt,
      Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return problemId.toString();
    }
  }

  /** A problem turned out to be another one's duplicate; all its complaints went there. */
  record ProblemMerged(
      UUID problemId, UUID intoProblemId, String intoProblemSerial, Instant mergedAt, Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return problemId.toString();
    }
  }

  /** A problem is not the district's: its only complaint was handed over to another body. */
  record ProblemHandedOver(UUID problemId, String bodyCode, Instant handedOverAt, Actor actor)
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
