package org.bihuan.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Facts told by intake-service. */
public sealed interface IntakeEvent extends Event {

  /**
   * A complaint was taken in; it is not yet, or not by itself, a problem.
   *
   * @param attachments photos and papers sent with it
   */
  record ComplaintRegistered(
      UUID complaintId,
      String complaintSerial,
      String channel,
      SourceKind sourceKind,
      @MayBeNull String categoryCode,
      @MayBeNull String subdistrictCode,
      Instant receivedAt,
      Actor actor,
      List<AttachedFile> attachments)
      implements IntakeEvent {

    public ComplaintRegistered {
      // Older facts do not tell them.
      attachments = attachments == null ? List.of() : attachments;
    }

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

  /**
   * A further complaint was joined to a problem already tracked (并案).
   *
   * @param sourceKind who found what it tells of; older facts do not say
   * @param receivedAt when it was received; older facts do not say
   */
  record ComplaintMerged(
      UUID problemId,
      UUID complaintId,
      String channel,
      @MayBeNull SourceKind sourceKind,
      @MayBeNull Instant receivedAt,
      Instant mergedAt,
      Actor actor)
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
   * @param receivedAt when its complaint was received; older facts do not say
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
      @MayBeNull Instant receivedAt,
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

  /**
   * The problem list of a week was frozen (周问题清单): it stays as it is, and what comes later stands
   * on the next one. No row is told; whoever reads the list can reckon its hash.
   *
   * @param week the week of ISO 8601, {@code yyyy-Www}, on the district's calendar
   * @param rows how many problems it lists
   * @param hash SHA-256 over its rows, in hexadecimal
   */
  record WeekFrozen(String week, int rows, String hash, Instant frozenAt, Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return week;
    }
  }

  /**
   * The reporter of a problem that was written off has said whether it is solved (评价). What was
   * said in words stays in intake.
   *
   * @param satisfaction 1 to 5, the best; from 3 on the reporter is satisfied
   */
  record FeedbackGiven(
      UUID problemId,
      UUID complaintId,
      boolean resolved,
      int satisfaction,
      FeedbackWay way,
      Instant givenAt,
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

  /**
   * Name and phone of a complaint's reporter were erased in intake, and numbers in its texts masked
   * there. None of them was ever told.
   */
  record PersonalDataErased(UUID complaintId, ErasureCause why, Instant erasedAt, Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return complaintId.toString();
    }
  }

  /**
   * Faces or plates of a photo of a complaint were blurred: from now on everybody is shown a
   * rendition. The original stays, and its hash is the one that other facts tell.
   *
   * @param attachmentId the photo
   * @param sha256 SHA-256 of the original, in hexadecimal
   * @param blurredSha256 SHA-256 of what is shown instead, in hexadecimal
   */
  record PhotoBlurred(
      UUID complaintId,
      UUID attachmentId,
      String sha256,
      String blurredSha256,
      Instant blurredAt,
      Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return complaintId.toString();
    }
  }

  /**
   * Somebody was given a link to a photo as it was before it was blurred. The reason stays in
   * intake.
   *
   * @param attachmentId the photo
   */
  record OriginalDisclosed(UUID complaintId, UUID attachmentId, Instant disclosedAt, Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return complaintId.toString();
    }
  }

  /**
   * A photo of a reply or re-check shows the same picture as an earlier one, which proves nothing
   * about this problem.
   *
   * @param attachmentId the later photo
   * @param earlierAttachmentId the earlier one, of another problem or of another reply or re-check
   * @param earlierProblemId problem of the earlier one; {@code null} when its complaint has none
   * @param different in how many of 128 bits of their difference hashes the two differ, 0 to 7
   */
  record PictureReused(
      UUID problemId,
      UUID attachmentId,
      UUID earlierAttachmentId,
      @MayBeNull UUID earlierProblemId,
      int different,
      Instant foundAt,
      Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return problemId.toString();
    }
  }

  /**
   * A photo or paper was uploaded and can be used, once, by whoever uploaded it. Neither the file
   * nor a way to it is told.
   *
   * @param attachmentId by which a complaint, reply, re-check or finding names it
   * @param type media type by its content, e.g. {@code image/jpeg}
   * @param bytes size of the file as intake keeps it
   * @param sha256 SHA-256 of that file, in hexadecimal
   * @param takenAt when a photo was taken, by its camera
   * @param position where, by its camera; never told of what came from a channel or without a
   *     login, since that may be where a reporter lives
   * @param usableUntil from then on nobody can use it any more
   * @param actor who uploaded it
   */
  record AttachmentStored(
      UUID attachmentId,
      String type,
      int bytes,
      String sha256,
      @MayBeNull Instant takenAt,
      @MayBeNull Coordinates position,
      Instant usableUntil,
      Instant storedAt,
      Actor actor)
      implements IntakeEvent {
    @Override
    public String key() {
      return attachmentId.toString();
    }
  }
}
