package org.bihuan.dispatch.notification.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.bihuan.kit.delivery.OutgoingMessage;

/** News on their way to one webhook, or to the people of one recipient. */
@Entity
public class Delivery extends OutgoingMessage {

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Column(name = "webhook_id")
  private UUID webhookId;

  private String body;

  protected Delivery() {}

  /**
   * A message that waits for its first attempt.
   *
   * @param key what it tells, the same for everybody who is told it
   * @param kind kind of what it tells, as it is named in answers
   */
  public record Message(String key, String kind, String body) {}

  /** To the system behind a webhook. */
  public static Delivery toWebhook(UUID webhookId, Message message, Instant now) {
    Delivery delivery = new Delivery(Channel.WEBHOOK, webhookId.toString(), message, now);
    delivery.webhookId = webhookId;
    return delivery;
  }

  /**
   * To people.
   *
   * @param recipient who they are, in a word; where they are reached is looked up with each attempt
   */
  public static Delivery toPeople(Channel channel, String recipient, Message message, Instant now) {
    return new Delivery(channel, recipient, message, now);
  }

  private Delivery(Channel channel, String address, Message message, Instant now) {
    super(UuidCreator.getTimeOrderedEpoch(), address, message.key(), message.kind(), now);
    this.channel = channel;
    this.body = message.body();
  }

  /** How the queue names a webhook. */
  public static String targetOfWebhook(UUID webhookId) {
    return target(Channel.WEBHOOK.name(), webhookId.toString());
  }

  @Override
  protected String channelName() {
    return channel.name();
  }

  public Channel channel() {
    return channel;
  }

  /** {@code null} on other channels. */
  public UUID webhookId() {
    return webhookId;
  }

  public String body() {
    return body;
  }
}
