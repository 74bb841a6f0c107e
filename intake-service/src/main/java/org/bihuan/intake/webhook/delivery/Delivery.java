package org.bihuan.intake.webhook.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.intake.webhook.ChannelEvent;
import org.bihuan.kit.delivery.DeliveryStatus;
import org.bihuan.kit.delivery.OutgoingMessage;
import org.bihuan.kit.refusal.Conflict;

/**
 * What happened to one complaint, on its way to one webhook of its channel. It holds what a call
 * says, as it was when it happened, and is written by the statement in {@link Deliveries}.
 */
@Entity
public class Delivery extends OutgoingMessage {

  /** Kind of a call that only tries the webhook. */
  static final String PING = "PING";

  private String channel;

  @Column(name = "webhook_id")
  private UUID webhookId;

  @Column(name = "complaint_id")
  private UUID complaintId;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Column(name = "problem_serial")
  private String problemSerial;

  @Column(name = "due_at")
  private Instant dueAt;

  private String note;

  protected Delivery() {}

  private Delivery(UUID id, String channel, UUID webhookId, Instant now) {
    super(id, webhookId.toString(), id.toString(), PING, now);
    this.channel = channel;
    this.webhookId = webhookId;
    this.occurredAt = now;
  }

  /** A call by which a channel tries its webhook. */
  static Delivery ping(String channel, UUID webhookId, Instant now) {
    return new Delivery(UuidCreator.getTimeOrderedEpoch(), channel, webhookId, now);
  }

  /**
   * Sends once more what has arrived or was given up.
   *
   * @throws Conflict {@code delivery-under-way} while it waits for an attempt anyway
   */
  void again(Instant now) {
    if (status() == DeliveryStatus.WAITING) {
      throw new Conflict("delivery-under-way").with("currentStatus", status());
    }
    sendAgain(now);
  }

  @Override
  protected String channelName() {
    return channel;
  }

  UUID webhookId() {
    return webhookId;
  }

  /** What it tells; nothing when it only tries the webhook. */
  Optional<ChannelEvent> event() {
    return kind().equals(PING) ? Optional.empty() : Optional.of(ChannelEvent.valueOf(kind()));
  }

  /** {@code null} when it only tries the webhook. */
  UUID complaintId() {
    return complaintId;
  }

  Instant occurredAt() {
    return occurredAt;
  }

  String problemSerial() {
    return problemSerial;
  }

  Instant dueAt() {
    return dueAt;
  }

  /**
   * What the reporter was told with it, as it was written until the reporter is erased, or {@code
   * null}.
   */
  String note() {
    return note;
  }
}
