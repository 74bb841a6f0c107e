package org.bihuan.dispatch.notification.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.Channel;

/**
 * One message on its way to one address. It is tried until it arrives, with longer and longer
 * pauses, and given up after the last attempt.
 */
@Entity
public class Delivery {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private String address;

  @Column(name = "webhook_id")
  private UUID webhookId;

  @Column(name = "message_key")
  private String messageKey;

  private String kind;
  private String body;

  @Enumerated(EnumType.STRING)
  private DeliveryStatus status;

  private int attempts;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  @Column(name = "leased_until")
  private Instant leasedUntil;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

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
    this.id = UuidCreator.getTimeOrderedEpoch();
    this.channel = channel;
    this.address = address;
    this.messageKey = message.key();
    this.kind = message.kind();
    this.body = message.body();
    this.status = DeliveryStatus.WAITING;
    this.nextAttemptAt = now;
    this.createdAt = now;
  }

  /** It is in somebody's hands; if nothing is heard of it until then, another one takes it. */
  void lease(Instant until) {
    leasedUntil = until;
  }

  /** Whether it is still in the hands of whoever took it, and not in another's by now. */
  boolean isLeased(Instant now) {
    return leasedUntil != null && leasedUntil.isAfter(now);
  }

  /**
   * An attempt was made.
   *
   * @param pause time until the next one, or {@code null} when that was the last
   */
  void tried(Outcome.Result result, Duration pause, Instant at) {
    attempts++;
    boolean last = result.isFinal() || pause == null;
    status =
        result == Outcome.Result.DELIVERED
            ? DeliveryStatus.DELIVERED
            : last ? DeliveryStatus.FAILED : DeliveryStatus.WAITING;
    leasedUntil = null;
    nextAttemptAt = last ? null : at.plus(pause);
    finishedAt = last ? at : null;
  }

  public UUID id() {
    return id;
  }

  public Channel channel() {
    return channel;
  }

  /** What one thread serves, in order: its address on its channel. */
  String target() {
    return channel + " " + address;
  }

  /** Id of the webhook, or the recipient in a word. */
  public String address() {
    return address;
  }

  /** {@code null} on other channels. */
  public UUID webhookId() {
    return webhookId;
  }

  String messageKey() {
    return messageKey;
  }

  public String kind() {
    return kind;
  }

  public String body() {
    return body;
  }

  public DeliveryStatus status() {
    return status;
  }

  public int attempts() {
    return attempts;
  }

  /** {@code null} once it is over. */
  public Instant nextAttemptAt() {
    return nextAttemptAt;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** {@code null} while it is under way. */
  public Instant finishedAt() {
    return finishedAt;
  }
}
