package org.bihuan.dispatch.sla;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;

/**
 * How long a limit of a deadline class is, from a moment on. Never changed: a newer number takes
 * over from its first moment, and what was issued before keeps its deadline.
 *
 * <p>Hours are natural hours, day and night: 限48小时内解决…限72小时内解决 [brief].
 */
@Entity
@Table(name = "sla_policy")
public class SlaPolicy {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private LimitKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "deadline_class")
  private DeadlineClass deadlineClass;

  private int number;

  @Column(name = "limit_seconds")
  private long limitSeconds;

  @Column(name = "warn_at")
  private BigDecimal warnAt;

  @Column(name = "rework_share")
  private BigDecimal reworkShare;

  @Column(name = "valid_from")
  private Instant validFrom;

  protected SlaPolicy() {}

  /**
   * What a policy says.
   *
   * @param kind what is limited
   * @param limit time to the final reply, or to the assignment, in whole seconds
   * @param warnAt share of the limit after which the item is yellow, between 0 and 1
   * @param reworkShare share of the limit that a failed re-check gives, above 0, at most 1; {@code
   *     null} for an assignment, which no re-check follows
   */
  public record Terms(
      LimitKind kind,
      DeadlineClass deadlineClass,
      Duration limit,
      BigDecimal warnAt,
      BigDecimal reworkShare,
      Instant validFrom) {}

  /** Version {@code number} of the policy of a kind and class. */
  public static SlaPolicy of(Terms terms, int number) {
    SlaPolicy policy = new SlaPolicy();
    policy.id = UuidCreator.getTimeOrderedEpoch();
    policy.kind = terms.kind();
    policy.deadlineClass = terms.deadlineClass();
    policy.number = number;
    policy.limitSeconds = terms.limit().toSeconds();
    policy.warnAt = terms.warnAt();
    policy.reworkShare = terms.reworkShare();
    policy.validFrom = terms.validFrom();
    return policy;
  }

  /** The limit that begins at {@code start}. */
  Deadline deadlineFrom(Instant start) {
    return deadline(start, limitSeconds);
  }

  /** The shorter limit after a failed re-check. */
  Deadline reworkDeadlineFrom(Instant start) {
    return deadline(start, share(limitSeconds, reworkShare));
  }

  private Deadline deadline(Instant start, long seconds) {
    return new Deadline(
        start,
        start.plusSeconds(share(seconds, warnAt)),
        start.plusSeconds(seconds),
        ruleVersion());
  }

  private static long share(long seconds, BigDecimal share) {
    return BigDecimal.valueOf(seconds).multiply(share).setScale(0, RoundingMode.UP).longValue();
  }

  /** Class and number, for an assignment the kind too, as items and events name the policy. */
  public String ruleVersion() {
    String rule = deadlineClass + "/" + number;
    return kind == LimitKind.RECTIFICATION ? rule : kind + "/" + rule;
  }

  boolean limits(LimitKind wanted, DeadlineClass wantedClass) {
    return kind == wanted && deadlineClass == wantedClass;
  }

  public LimitKind kind() {
    return kind;
  }

  public UUID id() {
    return id;
  }

  public DeadlineClass deadlineClass() {
    return deadlineClass;
  }

  public int number() {
    return number;
  }

  public Duration limit() {
    return Duration.ofSeconds(limitSeconds);
  }

  public BigDecimal warnAt() {
    return warnAt;
  }

  public BigDecimal reworkShare() {
    return reworkShare;
  }

  public Instant validFrom() {
    return validFrom;
  }
}
