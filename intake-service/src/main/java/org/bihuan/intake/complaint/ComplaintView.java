package org.bihuan.intake.complaint;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.reporter.ReporterView;

/**
 * A complaint as clients see it; its reporter is masked.
 *
 * @param location point in WGS-84
 * @param allowedActions what the caller may do next
 * @param attachmentIds photos and papers that were sent with it
 */
public record ComplaintView(
    @NotNull UUID id,
    @NotNull String serial,
    @NotNull String trackingCode,
    @NotNull ComplaintStatus status,
    @NotNull String channel,
    @NotNull SourceKind sourceKind,
    String sourceRef,
    String subject,
    @NotNull String text,
    String categoryCode,
    boolean categorySuggested,
    double categoryConfidence,
    @NotNull Place location,
    ReporterView reporter,
    Instant occurredAt,
    @NotNull Instant receivedAt,
    UUID problemId,
    String problemSerial,
    String rejectionReason,
    @NotNull List<String> allowedActions,
    @NotNull List<UUID> attachmentIds) {

  static ComplaintView of(Complaint complaint, ReporterView reporter, List<String> allowedActions) {
    return new ComplaintView(
        complaint.id(),
        complaint.serial(),
        complaint.trackingCode(),
        complaint.status(),
        complaint.channel(),
        complaint.sourceKind(),
        complaint.sourceRef(),
        complaint.subject(),
        complaint.text(),
        complaint.categoryCode(),
        complaint.isCategorySuggested(),
        complaint.categoryConfidence(),
        complaint.site().place(),
        reporter,
        complaint.occurredAt(),
        complaint.receivedAt(),
        complaint.problem().map(Problem::id).orElse(null),
        complaint.problem().map(Problem::serial).orElse(null),
        complaint.rejectionReason(),
        allowedActions,
        complaint.attachmentIds());
  }
}
