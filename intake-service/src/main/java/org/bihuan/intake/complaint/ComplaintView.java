package org.bihuan.intake.complaint;

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
 */
public record ComplaintView(
    UUID id,
    String serial,
    String trackingCode,
    ComplaintStatus status,
    String channel,
    SourceKind sourceKind,
    String sourceRef,
    String subject,
    String text,
    String categoryCode,
    boolean categorySuggested,
    double categoryConfidence,
    Place location,
    ReporterView reporter,
    Instant occurredAt,
    Instant receivedAt,
    UUID problemId,
    String problemSerial,
    String rejectionReason,
    List<String> allowedActions) {

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
        allowedActions);
  }
}
