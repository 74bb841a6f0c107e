package org.bihuan.intake.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
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
    List<String> allowedActions) {}
