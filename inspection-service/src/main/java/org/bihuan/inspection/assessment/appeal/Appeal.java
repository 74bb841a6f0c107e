package org.bihuan.inspection.assessment.appeal;

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
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.RequestDecision;
import org.bihuan.inspection.actor.ActedBy;
import org.bihuan.inspection.assessment.appeal.review.Review;
import org.bihuan.inspection.assessment.appeal.review.Reviewer;
import org.bihuan.inspection.assessment.judging.FoundEntry;
import org.bihuan.inspection.assessment.ruling.Exemption.Exempted;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.time.Month;
import org.hibernate.annotations.ListIndexBase;

/**
 * A unit's appeal against one entry of its assessment (申诉). Two reviewers who are of neither the
 * unit nor one next above or below it, and have not judged the entry themselves, must both accept
 * it. Success exempts the entry from the figures and leaves its facts [public].
 */
@Entity
@Table(name = "assessment_appeal")
public class Appeal {

  @Id private UUID id;
  @Version private long version;
  private String month;
  private UUID entry;

  @Column(name = "item_entry")
  private UUID itemEntry;

  @Column(name = "item_id")
  private UUID itemId;

  @Column(name = "problem_id")
  private UUID problemId;

  @Column(name = "unit_code")
  private String unitCode;

  private String reason;

  @Enumerated(EnumType.STRING)
  private AppealStatus status;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "requested_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "requested_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "requested_by_subject"))
  private ActedBy requestedBy;

  @ElementCollection
  @CollectionTable(name = "appeal_decision", joinColumns = @JoinColumn(name = "appeal_id"))
  @OrderColumn(name = "number")
  @ListIndexBase(1)
  private List<Review> reviews = new ArrayList<>();

  protected Appeal() {}

  /** An appeal that waits for its reviewers. */
  static Appeal of(Month month, FoundEntry against, String reason, Actor by, Instant now) {
    Appeal appeal = new Appeal();
    appeal.id = UuidCreator.getTimeOrderedEpoch();
    appeal.month = month.toString();
    appeal.entry = against.entry();
    appeal.itemEntry = against.itemEntry();
    appeal.itemId = against.itemId();
    appeal.problemId = against.problemId();
    appeal.unitCode = against.unitCode();
    appeal.reason = reason;
    appeal.status = AppealStatus.OPEN;
    appeal.requestedAt = now;
    appeal.requestedBy = ActedBy.of(by);
    return appeal;
  }

  /**
   * A reviewer says whether it is right.
   *
   * @throws Conflict {@code own-appeal} when {@code by} is of the unit or one next above or below
   *     it, {@code already-reviewed} when {@code by} was the first reviewer, {@code own-judgement}
   *     when {@code by} has judged what the entry says
   */
  void review(RequestDecision decision, String opinion, Reviewer by, Instant now) {
    status = AppealLifecycle.TABLE.next(status, actionFor(decision));
    if (by.ownUnits().contains(unitCode)) {
      throw new Conflict("own-appeal", unitCode);
    }
    if (wasReviewedBy(by.actor())) {
      throw new Conflict("already-reviewed");
    }
    if (by.judged().contains(entry)) {
      throw new Conflict("own-judgement");
    }
    reviews.add(new Review(decision, opinion, now, ActedBy.of(by.actor())));
  }

  private AppealAction actionFor(RequestDecision decision) {
    if (decision == RequestDecision.REFUSED) {
      return AppealAction.REFUSE;
    }
    return reviews.isEmpty() ? AppealAction.ACCEPT : AppealAction.CONFIRM;
  }

  private boolean wasReviewedBy(Actor by) {
    return reviews.stream().anyMatch(review -> review.decidedBy().subject().equals(by.subject()));
  }

  /** What {@code by} may ask for next, acting in a role that reviews. */
  List<AppealAction> actionsFor(Reviewer by) {
    boolean mayReview =
        !by.ownUnits().contains(unitCode)
            && !wasReviewedBy(by.actor())
            && !by.judged().contains(entry);
    AppealAction acceptance = actionFor(RequestDecision.ACCEPTED);
    return AppealLifecycle.TABLE.allowed(status).stream()
        .filter(action -> mayReview && action.roles().contains(by.actor().role()))
        .filter(action -> action == AppealAction.REFUSE || action == acceptance)
        .toList();
  }

  /** What it is against. */
  FoundEntry against() {
    return new FoundEntry(entry, itemEntry, problemId, itemId, unitCode);
  }

  /** What is exempt when it has success. */
  Exempted exempted() {
    return new Exempted(Month.read(month), entry, unitCode, problemId);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  /** The month in whose assessment the entry is. */
  public String month() {
    return month;
  }

  /** The entry it is against. */
  public UUID entry() {
    return entry;
  }

  /** The unit's time with the item that the entry is about. */
  public UUID itemEntry() {
    return itemEntry;
  }

  public UUID problemId() {
    return problemId;
  }

  public String unitCode() {
    return unitCode;
  }

  public String reason() {
    return reason;
  }

  public AppealStatus status() {
    return status;
  }

  public Instant requestedAt() {
    return requestedAt;
  }

  public Actor requestedBy() {
    return requestedBy.actor();
  }

  /** What its reviewers said, in order. */
  List<Review> reviews() {
    return List.copyOf(reviews);
  }
}
