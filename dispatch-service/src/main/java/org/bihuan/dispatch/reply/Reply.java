package org.bihuan.dispatch.reply;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.ReplyKind;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.unit.AssignedUnit;

/**
 * A unit's reply to an order item (回复单). It is never changed; a final one is reviewed once. Whether
 * it came in time is settled when it comes.
 */
@Entity
public class Reply {

  @Id private UUID id;

  @Column(name = "item_id")
  private UUID itemId;

  @Enumerated(EnumType.STRING)
  private ReplyKind kind;

  private int round;
  private String cause;
  private String measures;

  @Column(name = "result_summary")
  private String resultSummary;

  @Column(name = "lasting_measures")
  private String lastingMeasures;

  @Column(name = "attachment_ids")
  private List<UUID> attachmentIds;

  @ElementCollection
  @CollectionTable(name = "reply_outcome", joinColumns = @JoinColumn(name = "reply_id"))
  @OrderColumn(name = "position")
  private List<Outcome> outcomes = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "reply_step", joinColumns = @JoinColumn(name = "reply_id"))
  @OrderColumn(name = "position")
  private List<ReplyStep> steps = new ArrayList<>();

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "sub_unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "sub_unit_name"))
  private AssignedUnit subUnit;

  @Column(name = "before_photo_ids")
  private List<UUID> beforePhotoIds;

  @Column(name = "after_photo_ids")
  private List<UUID> afterPhotoIds;

  @Column(name = "spent_amount")
  private BigDecimal spentAmount;

  @Column(name = "spent_currency")
  private String spentCurrency;

  @Column(name = "replied_at")
  private Instant repliedAt;

  @Column(name = "replied_by_role")
  private String repliedByRole;

  @Column(name = "replied_by_unit")
  private String repliedByUnit;

  @Column(name = "replied_by_subject")
  private String repliedBySubject;

  @Column(name = "on_time")
  private boolean onTime;

  @Enumerated(EnumType.STRING)
  private ReviewDecision decision;

  private String opinion;

  @Column(name = "standing_demand")
  private String standingDemand;

  @Column(name = "reviewed_at")
  private Instant reviewedAt;

  @Column(name = "reviewed_by")
  private String reviewedBy;

  @Version private long version;

  protected Reply() {}

  /**
   * The reply to an item in its present round.
   *
   * @param subUnit that did the work, or {@code null}
   */
  public static Reply to(
      OrderItem item, NewReply content, AssignedUnit subUnit, Instant at, Actor by) {
    Reply reply = new Reply();
    reply.id = UuidCreator.getTimeOrderedEpoch();
    reply.itemId = item.id();
    reply.kind = content.kind();
    reply.round = item.reworkCount();
    reply.cause = content.cause();
    reply.measures = content.measures();
    reply.resultSummary = content.resultSummary();
    reply.lastingMeasures = content.lastingMeasures();
    reply.attachmentIds = List.copyOf(content.attachmentIds());
    reply.outcomes.addAll(content.outcomes());
    reply.steps.addAll(content.steps());
    reply.subUnit = subUnit;
    reply.beforePhotoIds = List.copyOf(content.beforePhotoIds());
    reply.afterPhotoIds = List.copyOf(content.afterPhotoIds());
    if (content.spent() != null) {
      reply.spentAmount = new BigDecimal(content.spent().amount()).setScale(2);
      reply.spentCurrency = content.spent().currency();
    }
    reply.repliedAt = at;
    reply.repliedByRole = by.role();
    reply.repliedByUnit = by.unitCode();
    reply.repliedBySubject = by.subject();
    reply.onTime = !at.isAfter(item.timeLimit().dueAt());
    return reply;
  }

  /** The special team's word on it, once. */
  public void review(Review review, Instant at, Actor by) {
    if (decision != null) {
      throw new IllegalStateException("a reply is reviewed once");
    }
    decision = review.decision();
    opinion = review.opinion();
    standingDemand = review.standingDemand();
    reviewedAt = at;
    reviewedBy = by.subject();
  }

  public UUID id() {
    return id;
  }

  public UUID itemId() {
    return itemId;
  }

  public ReplyKind kind() {
    return kind;
  }

  /** Number of failed re-checks before it. */
  public int round() {
    return round;
  }

  public String cause() {
    return cause;
  }

  public String measures() {
    return measures;
  }

  public String resultSummary() {
    return resultSummary;
  }

  /** What keeps the problem from coming back (长效措施), or {@code null}. */
  public String lastingMeasures() {
    return lastingMeasures;
  }

  public List<UUID> attachmentIds() {
    return attachmentIds;
  }

  public List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  /** The measures one by one; empty when they were told in one text. */
  public List<ReplyStep> steps() {
    return List.copyOf(steps);
  }

  /** The sub-unit that did the work, or {@code null}. */
  public AssignedUnit subUnit() {
    return subUnit;
  }

  /** Those of the attachments that show how it was. */
  public List<UUID> beforePhotoIds() {
    return beforePhotoIds;
  }

  /** Those of the attachments that show how it is now. */
  public List<UUID> afterPhotoIds() {
    return afterPhotoIds;
  }

  /** Money it took, or {@code null}. */
  public Money spent() {
    return spentAmount == null ? null : new Money(spentAmount.toPlainString(), spentCurrency);
  }

  public Instant repliedAt() {
    return repliedAt;
  }

  public Actor repliedBy() {
    return new Actor(repliedByRole, repliedByUnit, repliedBySubject);
  }

  /** Whether it came before the end of the limit, or at its last moment. */
  public boolean isOnTime() {
    return onTime;
  }

  /** The special team's word, or {@code null} while there is none. */
  public ReviewDecision decision() {
    return decision;
  }

  public String opinion() {
    return opinion;
  }

  public String standingDemand() {
    return standingDemand;
  }

  public Instant reviewedAt() {
    return reviewedAt;
  }

  public long version() {
    return version;
  }
}
