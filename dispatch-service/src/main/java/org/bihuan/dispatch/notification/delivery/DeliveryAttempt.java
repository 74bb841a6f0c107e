package org.bihuan.dispatch.notification.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One attempt of a delivery and what came of it. Never changed. */
@Entity
@Immutable
@Table(name = "delivery_attempt")
public class DeliveryAttempt {

  private static final int LONGEST_ANSWER = 500;

  @Id private UUID id;

  @Column(name = "delivery_id")
  private UUID deliveryId;

  private int number;
  private Instant at;

  @Column(name = "took_millis")
  private long tookMillis;

  @Enumerated(EnumType.STRING)
  private Outcome.Result outcome;

  @Column(name = "status_code")
  private Integer statusCode;

  private String answer;

  protected DeliveryAttempt() {}

  static DeliveryAttempt of(Delivery delivery, Outcome outcome, Instant at, Duration took) {
    DeliveryAttempt attempt = new DeliveryAttempt();
    attempt.id = UuidCreator.getTimeOrderedEpoch();
    attempt.deliveryId = delivery.id();
    attempt.number = delivery.attempts();
    attempt.at = at;
    attempt.tookMillis = took.toMillis();
    attempt.outcome = outcome.result();
    attempt.statusCode = outcome.statusCode();
    attempt.answer = storable(outcome.answer());
    return attempt;
  }

  /** What PostgreSQL takes, in characters as it counts them. */
  private static String storable(String answer) {
    if (answer == null) {
      return null;
    }
    StringBuilder kept = new StringBuilder();
    answer
        .codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
        .limit(LONGEST_ANSWER)
        .forEach(kept::appendCodePoint);
    return kept.isEmpty() ? null : kept.toString();
  }

  int number() {
    return number;
  }

  Instant at() {
    return at;
  }

  long tookMillis() {
    return tookMillis;
  }

  Outcome.Result outcome() {
    return outcome;
  }

  /** {@code null} when there was no answer. */
  Integer statusCode() {
    return statusCode;
  }

  /** Beginning of what was answered, or {@code null}. */
  String answer() {
    return answer;
  }
}
