package org.bihuan.intake.webhook.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.tracking.PublicStatus;
import org.bihuan.intake.webhook.ChannelEvent;
import org.bihuan.kit.privacy.FreeTexts;

/**
 * Writes what a call says: what tracking tells the reporter, and the channel's own number. The same
 * to the letter with each attempt, since everything it is made of stays as it is.
 */
@ApplicationScoped
class CallBody {

  private final Complaints complaints;
  private final ObjectMapper json;

  CallBody(Complaints complaints, ObjectMapper json) {
    this.complaints = complaints;
    this.json = json;
  }

  /**
   * In the form that Standard Webhooks recommends.
   *
   * @param type what happened, such as {@code problem.written-off}
   * @param timestamp when it happened
   */
  record Payload(String type, Instant timestamp, Object data) {}

  /**
   * The complaint as its reporter sees it then.
   *
   * @param sourceRef number under which the channel sent it, or {@code null}
   * @param problemSerial number of the problem it belongs to, or {@code null}
   * @param dueAt end of the limit that the responsible unit has, or {@code null}
   * @param publicNote what the reporter is told with it, numbers of persons masked, or {@code null}
   */
  record Told(
      UUID complaintId,
      String sourceRef,
      String serial,
      String trackingCode,
      PublicStatus status,
      String problemSerial,
      Instant dueAt,
      @FreeText String publicNote) {}

  String of(Delivery delivery) {
    Payload payload =
        delivery
            .event()
            .map(
                event ->
                    new Payload(event.wireName(), delivery.occurredAt(), told(event, delivery)))
            .orElseGet(() -> new Payload("ping", delivery.occurredAt(), Map.of()));
    try {
      return FreeTexts.writer(json, false).writeValueAsString(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Told told(ChannelEvent event, Delivery delivery) {
    Complaint complaint =
        QuarkusTransaction.joiningExisting()
            .call(() -> complaints.findById(delivery.complaintId()));
    return new Told(
        complaint.id(),
        complaint.sourceRef(),
        complaint.serial(),
        complaint.trackingCode(),
        event.shown(),
        delivery.problemSerial(),
        delivery.dueAt(),
        delivery.note());
  }
}
