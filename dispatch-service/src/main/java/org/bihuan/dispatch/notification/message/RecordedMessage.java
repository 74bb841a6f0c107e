package org.bihuan.dispatch.notification.message;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.hibernate.annotations.Immutable;

/** What a stand-in would have sent. Of a phone it keeps the ends alone. */
@Entity
@Immutable
@Table(name = "recorded_message")
public class RecordedMessage {

  @Id private UUID id;

  @Column(name = "delivery_id")
  private UUID deliveryId;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private String address;
  private String text;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected RecordedMessage() {}

  static RecordedMessage of(
      UUID deliveryId, Channel channel, String address, String text, Instant now) {
    RecordedMessage message = new RecordedMessage();
    message.id = UuidCreator.getTimeOrderedEpoch();
    message.deliveryId = deliveryId;
    message.channel = channel;
    message.address = address;
    message.text = text;
    message.recordedAt = now;
    return message;
  }

  UUID id() {
    return id;
  }

  UUID deliveryId() {
    return deliveryId;
  }

  Channel channel() {
    return channel;
  }

  String address() {
    return address;
  }

  String text() {
    return text;
  }

  Instant recordedAt() {
    return recordedAt;
  }
}
