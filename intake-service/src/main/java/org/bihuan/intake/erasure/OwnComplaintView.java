package org.bihuan.intake.erasure;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.Place;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.ComplaintView.GivenFeedback;
import org.bihuan.intake.disclosure.ReporterDisclosure;
import org.bihuan.intake.reporter.NewReporter;
import org.bihuan.intake.tracking.PublicStatus;

/**
 * A complaint as its own reporter may have it: all that is kept of it, as it was written.
 *
 * @param channel code of the channel it came by
 * @param status how far it is, as the reporter is told
 * @param text as it was sent, 1 to 4000 characters
 * @param name as it was sent; {@code null} when none is kept, or no configured key opens it
 * @param phone the same of the number
 * @param confidential whether the unit must not learn who reported it
 * @param wantsCallback whether the reporter wants to be called back
 * @param location point in WGS-84
 * @param receivedAt when it was taken in
 * @param note what was last said to the reporter, or {@code null}
 * @param feedback what the reporter said after the write-off, or {@code null}
 * @param attachmentIds photos and papers that were sent with it
 * @param reporterPurgedAt when name and phone were erased, or {@code null}
 * @param looks who looked at name and phone in full before, oldest first
 */
public record OwnComplaintView(
    @NotNull String serial,
    @NotNull String trackingCode,
    @NotNull String channel,
    @NotNull PublicStatus status,
    @FreeText String subject,
    @FreeText @NotNull String text,
    String categoryCode,
    String name,
    String phone,
    boolean confidential,
    boolean wantsCallback,
    @NotNull Place location,
    Instant occurredAt,
    @NotNull Instant receivedAt,
    @FreeText String note,
    GivenFeedback feedback,
    @NotNull List<UUID> attachmentIds,
    Instant reporterPurgedAt,
    @NotNull List<LookView> looks) {

  /**
   * A look at name and phone in full.
   *
   * @param at when
   * @param role in which role
   * @param reason why
   */
  public record LookView(@NotNull Instant at, @NotNull String role, @FreeText String reason) {

    static LookView of(ReporterDisclosure look) {
      return new LookView(look.disclosedAt(), look.actorRole(), look.reason());
    }
  }

  static OwnComplaintView of(
      Complaint complaint,
      NewReporter reporter,
      GivenFeedback feedback,
      List<ReporterDisclosure> looks) {
    return new OwnComplaintView(
        complaint.serial(),
        complaint.trackingCode(),
        complaint.channel(),
        PublicStatus.of(complaint),
        complaint.subject(),
        complaint.text(),
        complaint.categoryCode(),
        reporter.name(),
        reporter.phone(),
        complaint.reporter().isConfidential(),
        complaint.reporter().wantsCallback(),
        complaint.site().place(),
        complaint.occurredAt(),
        complaint.receivedAt(),
        complaint.noteToReporter(),
        feedback,
        complaint.attachmentIds(),
        complaint.reporter().purgedAt(),
        looks.stream().map(LookView::of).toList());
  }

  /** Names and numbers do not belong in a log. */
  @Override
  public String toString() {
    return "OwnComplaintView[serial=" + serial + "]";
  }
}
