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
import org.bihuan.dispatch.sla.calendar.CountedTime;
import org.bihuan.dispatch.sla.calendar.Counting;
import org.bihuan.dispatch.sla.calendar.WorkCalendar;

/**
 * How long a limit of a deadline class is, from a moment on. Never changed: a newer number takes
 * over from its first moment, and what was issued before keeps its deadline.
 *
 * <p>Hours are natural hours, day and night, unless a policy says otherwise: 限48小时内解决…限72小时内解决
 * [brief].
 */
@Entity
@Table(name = "sla_policy")
public class SlaPolicy {

  private static final Duration LONGEST_RETURN_WINDOW = Duration.ofHours(8);
  private static final Duration LONGEST_ACKNOWLEDGEMENT = Duration.ofHours(4);

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private LimitKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "deadline_class")
  private DeadlineClass deadlineClass;

  @Enumerated(EnumType.STRING)
  private Counting counting;

  private int number;

  @Column(name = "limit_seconds")
  private long limitSeconds;

  @Column(name = "warn_at")
  private BigDecimal warnAt;

  @Column(name = "rework_share")
  private BigDecimal reworkShare;

  @Column(name = "return_window_seconds")
  private Long returnWindowSeconds;

  @Column(name = "acknowledge_within_seconds")
  private Long acknowledgeWithinSeconds;

  @Column(name = "valid_from")
  private Instant validFrom;

  protected SlaPolicy() {}

  /**
   * What a policy says.
   *
   * @param kind what is limited
   * @param counting which time counts
   * @param limit time to the final reply, or to the assignment, in whole seconds
   * @param warnAt share of the limit after which the item is yellow, between 0 and 1
   * @param reworkShare share of the limit that a failed re-check gives, above 0, at most 1; {@code
   *     null} for an assignment, which no re-check follows
   * @param returnWindow time from the issue in which the unit may say that the item is not its
   *     business, in whole seconds; {@code null} for an assignment
   * @param acknowledgeWithin time from the issue after which a unit that has not acknowledged is
   *     urged, in whole seconds; {@code null} for an assignment
   */
  public record Terms(
      LimitKind kind,
      DeadlineClass deadlineClass,
      Counting counting,
      Duration limit,
      BigDecimal warnAt,
      BigDecimal reworkShare,
      Duration returnWindow,
      Duration acknowledgeWithin,
      Instant validFrom) {

    /**
     * The same with the windows that nobody has named: 8 h to return an item and 4 h to acknowledge
     * it, but no more than a sixth and a twelfth of the limit, which is just that for 48 h. An
     * assignment has none.
     */
    public Terms withUsualWindows() {
      if (kind == LimitKind.ASSIGNMENT) {
        return this;
      }
      return new Terms(
          kind,
          deadlineClass,
          counting,
          limit,
          warnAt,
          reworkShare,
          returnWindow == null ? atMost(LONGEST_RETURN_WINDOW, 6) : returnWindow,
          acknowledgeWithin == null ? atMost(LONGEST_ACKNOWLEDGEMENT, 12) : acknowledgeWithin,
          validFrom);
    }

    private Duration atMost(Duration longest, int part) {
      Duration share = Duration.ofSeconds(limit.dividedBy(part).toSeconds());
      return share.compareTo(longest) < 0 ? share : longest;
    }
  }

  /** Version {@code number} of the policy of a kind and class. */
  public static SlaPolicy of(Terms terms, int number) {
    SlaPolicy policy = new SlaPolicy();
    policy.id = UuidCreator.getTimeOrderedEpoch();
    policy.kind = terms.kind();
    policy.deadlineClass = terms.deadlineClass();
    policy.counting = terms.counting();
    policy.number = number;
    policy.limitSeconds = terms.limit().toSeconds();
    policy.warnAt = terms.warnAt();
    policy.reworkShare = terms.reworkShare();
    policy.returnWindowSeconds = seconds(terms.returnWindow());
    policy.acknowledgeWithinSeconds = seconds(terms.acknowledgeWithin());
    policy.validFrom = terms.validFrom();
    return policy;
  }

  private static Long seconds(Duration duration) {
    return duration == null ? null : duration.toSeconds();
  }

  /** The limit that begins at {@code start}. */
  Deadline deadlineFrom(Instant start, WorkCalendar calendar) {
    CountedTime time = calendar.counting(counting);
    return new Deadline(
        start,
        after(start, share(limitSeconds, warnAt), time),
        after(start, limitSeconds, time),
        after(start, returnWindowSeconds, time),
        after(start, acknowledgeWithinSeconds, time),
        limit(),
        ruleVersion());
  }

  /** The shorter limit after a failed re-check; the unit has the item already and keeps it. */
  Deadline reworkDeadlineFrom(Instant start, WorkCalendar calendar) {
    CountedTime time = calendar.counting(counting);
    long seconds = share(limitSeconds, reworkShare);
    return new Deadline(
        start,
        after(start, share(seconds, warnAt), time),
        after(start, seconds, time),
        null,
        null,
        Duration.ofSeconds(seconds),
        ruleVersion());
  }

  private static Instant after(Instant start, Long seconds, CountedTime time) {
    return seconds == null ? null : time.plus(start, Duration.ofSeconds(seconds));
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

  public Counting counting() {
    return counting;
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

  /** {@code null} for an assignment. */
  public Duration returnWindow() {
    return returnWindowSeconds == null ? null : Duration.ofSeconds(returnWindowSeconds);
  }

  /** {@code null} for an assignment. */
  public Duration acknowledgeWithin() {
    return acknowledgeWithinSeconds == null ? null : Duration.ofSeconds(acknowledgeWithinSeconds);
  }

  public Instant validFrom() {
    return validFrom;
  }
}
