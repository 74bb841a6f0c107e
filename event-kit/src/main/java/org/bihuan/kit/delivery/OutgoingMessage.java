package org.bihuan.kit.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One message on its way to one address, a row of the table {@code delivery}; each service adds
 * what it sends. It is tried until it arrives, with longer and longer pauses, and given up after
 * the last attempt.
 */
@MappedSuperclass
public abstract class OutgoingMessage {

  @Id private UUID id;
  private String address;

  @Column(name = "message_key")
  private String messageKey;

  private String kind;

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

  protected OutgoingMessage() {}

  /**
   * A message that waits for its first attempt.
   *
   * @param id UUIDv7, by which messages to one address are in order; the receiver is told it
   * @param key what it tells, the same for everybody who is told it
   * @param kind kind of what it tells
   */
  protected OutgoingMessage(UUID id, String address, String key, String kind, Instant now) {
    this.id = id;
    this.address = address;
    this.messageKey = key;
    this.kind = kind;
    this.status = DeliveryStatus.WAITING;
    this.nextAttemptAt = now;
    this.createdAt = now;
  }

  /** Name of the way it goes; addresses of two channels have nothing to do with each other. */
  protected abstract String channelName();

  /** What one thread serves, in order: its address on its channel. */
  String target() {
    return channelName() + " " + address;
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

  /** What is over is sent once more, under its old id; its attempts are counted on. */
  protected void sendAgain(Instant now) {
    status = DeliveryStatus.WAITING;
    nextAttemptAt = now;
    finishedAt = null;
  }

  public UUID id() {
    return id;
  }

  /** Where it goes, in a word. */
  public String address() {
    return address;
  }

  public String messageKey() {
    return messageKey;
  }

  public String kind() {
    return kind;
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
