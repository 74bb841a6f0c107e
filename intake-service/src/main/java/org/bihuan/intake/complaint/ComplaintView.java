package org.bihuan.intake.complaint;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bihuan.contract.FeedbackWay;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.category.CategorySuggestion;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.recognition.Recognised;
import org.bihuan.intake.reporter.ReporterView;
import org.bihuan.intake.source.SourceDetails;
import org.bihuan.intake.subdistrict.PlaceDoubt;
import org.bihuan.intake.subdistrict.PlacedBy;
import org.bihuan.kit.web.Versioned;

/**
 * A complaint as clients see it; its reporter is masked. Who does not take complaints reads
 * subject, text and address without numbers and without the reporter's name.
 *
 * @param trackingCode with which its reporter follows it, answers and has data erased; {@code null}
 *     for whoever does not take complaints
 * @param channel code of the channel it came by
 * @param sourceRef the sender's own number, at most 100 characters, or {@code null}
 * @param source what a source from above has said where; {@code null} when nothing was told of it
 * @param text what is wrong, 1 to 4000 characters
 * @param categorySuggested whether the category was found in the text and not sent
 * @param categoryConfidence how sure the suggestion is if it is ours, 0 to 1; 1 when the category
 *     was sent
 * @param recognised what was made of its text when it came in: intent, scope and the likeliest
 *     other body; {@code null} when the category was sent
 * @param location point in WGS-84
 * @param placedBy what says in which sub-district it is, or {@code null} when nothing does
 * @param placeDoubt what speaks against that place, or {@code null} once the desk has settled it
 * @param reporter who reported it, masked
 * @param reporterPurgedAt when name, phone and numbers in texts were erased, after a time or at the
 *     reporter's own wish; {@code null} as long as they are kept
 * @param receivedAt when it was received
 * @param rejectionReason why it is not handled, or {@code null}
 * @param waitingFor why it waits on the desk, or {@code null} once it was decided about
 * @param suggestions while it waits: categories its text speaks of, the likeliest first, at most
 *     three
 * @param likelyProblemId while it waits: a tracked problem that says the same, or {@code null}
 * @param handover to whom it was handed over, or {@code null}
 * @param feedback what its reporter said after the write-off, or {@code null}; never shown to units
 *     and sub-districts
 * @param allowedActions what the caller may do next
 * @param attachmentIds photos and papers that were sent with it
 * @param version for {@code ETag} and {@code If-Match}
 */
public record ComplaintView(
    @NotNull UUID id,
    @NotNull String serial,
    String trackingCode,
    @NotNull ComplaintStatus status,
    @NotNull String channel,
    @NotNull SourceKind sourceKind,
    String sourceRef,
    SourceDetails source,
    @FreeText String subject,
    @FreeText @NotNull String text,
    String categoryCode,
    boolean categorySuggested,
    double categoryConfidence,
    Recognised recognised,
    @NotNull Place location,
    PlacedBy placedBy,
    PlaceDoubt placeDoubt,
    ReporterView reporter,
    Instant reporterPurgedAt,
    Instant occurredAt,
    @NotNull Instant receivedAt,
    UUID problemId,
    String problemSerial,
    @FreeText String rejectionReason,
    WaitingFor waitingFor,
    @NotNull List<CategorySuggestion> suggestions,
    UUID likelyProblemId,
    Handover handover,
    GivenFeedback feedback,
    @NotNull List<String> allowedActions,
    @NotNull List<UUID> attachmentIds,
    @JsonIgnore long version)
    implements Versioned {

  /**
   * What a reporter said after the write-off.
   *
   * @param resolved whether it is solved, as the reporter says
   * @param satisfaction 1 to 5, the best; from 3 on the reporter is satisfied
   * @param comment in words, or {@code null}
   * @param way PUBLIC by the tracking code, CALL_BACK to a clerk who called
   * @param givenAt when it was given
   */
  public record GivenFeedback(
      boolean resolved,
      int satisfaction,
      @FreeText String comment,
      @NotNull FeedbackWay way,
      @NotNull Instant givenAt) {

    GivenFeedback masked(UnaryOperator<String> masking) {
      return new GivenFeedback(resolved, satisfaction, masking.apply(comment), way, givenAt);
    }
  }

  static ComplaintView of(
      Complaint complaint,
      String trackingCode,
      UnaryOperator<String> masking,
      ReporterView reporter,
      GivenFeedback feedback,
      List<CategorySuggestion> suggestions,
      UUID likelyProblemId,
      List<String> allowedActions) {
    return new ComplaintView(
        complaint.id(),
        complaint.serial(),
        trackingCode,
        complaint.status(),
        complaint.channel(),
        complaint.sourceKind(),
        complaint.sourceRef(),
        complaint.source(),
        masking.apply(complaint.subject()),
        masking.apply(complaint.text()),
        complaint.categoryCode(),
        complaint.isCategorySuggested(),
        complaint.categoryConfidence(),
        complaint.recognised(),
        complaint.site().place(masking),
        complaint.site().placing().by(),
        complaint.site().placing().doubt(),
        reporter,
        complaint.reporter().purgedAt(),
        complaint.occurredAt(),
        complaint.receivedAt(),
        complaint.problem().map(Problem::id).orElse(null),
        complaint.problem().map(Problem::serial).orElse(null),
        complaint.rejectionReason(),
        complaint.waitingFor(),
        suggestions,
        likelyProblemId,
        complaint.handover(),
        feedback == null ? null : feedback.masked(masking),
        allowedActions,
        complaint.attachmentIds(),
        complaint.version());
  }
}
