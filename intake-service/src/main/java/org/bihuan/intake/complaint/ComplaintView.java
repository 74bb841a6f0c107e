package org.bihuan.intake.complaint;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.category.CategorySuggestion;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.recognition.Recognised;
import org.bihuan.intake.reporter.ReporterView;
import org.bihuan.kit.web.Versioned;

/**
 * A complaint as clients see it; its reporter is masked. Who does not take complaints reads
 * subject, text and address without numbers and without the reporter's name.
 *
 * @param channel code of the channel it came by
 * @param sourceRef the sender's own number, at most 100 characters, or {@code null}
 * @param text what is wrong, 1 to 4000 characters
 * @param categorySuggested whether the category was found in the text and not sent
 * @param categoryConfidence how sure the suggestion is if it is ours, 0 to 1; 1 when the category
 *     was sent
 * @param recognised what was made of its text when it came in: intent, scope and the likeliest
 *     other body; {@code null} when the category was sent
 * @param location point in WGS-84
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
 * @param allowedActions what the caller may do next
 * @param attachmentIds photos and papers that were sent with it
 * @param version for {@code ETag} and {@code If-Match}
 */
public record ComplaintView(
    @NotNull UUID id,
    @NotNull String serial,
    @NotNull String trackingCode,
    @NotNull ComplaintStatus status,
    @NotNull String channel,
    @NotNull SourceKind sourceKind,
    String sourceRef,
    @FreeText String subject,
    @FreeText @NotNull String text,
    String categoryCode,
    boolean categorySuggested,
    double categoryConfidence,
    Recognised recognised,
    @NotNull Place location,
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
    @NotNull List<String> allowedActions,
    @NotNull List<UUID> attachmentIds,
    @JsonIgnore long version)
    implements Versioned {

  static ComplaintView of(
      Complaint complaint,
      UnaryOperator<String> masking,
      ReporterView reporter,
      List<CategorySuggestion> suggestions,
      UUID likelyProblemId,
      List<String> allowedActions) {
    return new ComplaintView(
        complaint.id(),
        complaint.serial(),
        complaint.trackingCode(),
        complaint.status(),
        complaint.channel(),
        complaint.sourceKind(),
        complaint.sourceRef(),
        masking.apply(complaint.subject()),
        masking.apply(complaint.text()),
        complaint.categoryCode(),
        complaint.isCategorySuggested(),
        complaint.categoryConfidence(),
        complaint.recognised(),
        complaint.site().place(masking),
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
        allowedActions,
        complaint.attachmentIds(),
        complaint.version());
  }
}
