package org.bihuan.dispatch.campaign.point;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.dispatch.campaign.point.PointLifecycle.PointAction;
import org.bihuan.dispatch.item.FiledProblem;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.reply.Money;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;

/**
 * A point of the target list of a campaign: each is looked at [brief: 摸清每一个点位], needs a plan, and
 * only then an order item is there for it.
 */
@Entity
@Table(name = "campaign_point")
public class CampaignPoint {

  @Id private UUID id;

  @Column(name = "campaign_id")
  private UUID campaignId;

  private String number;
  @Embedded private PointTerms terms;

  @Enumerated(EnumType.STRING)
  private PointStatus status;

  private String measures;

  @Column(name = "responsible_person")
  private String responsiblePerson;

  @Column(name = "plan_due_on")
  private LocalDate planDueOn;

  @Column(name = "cost_amount")
  private BigDecimal costAmount;

  @Column(name = "cost_currency")
  private String costCurrency;

  @Column(name = "item_id")
  private UUID itemId;

  @Column(name = "released_item_id")
  private UUID releasedItemId;

  @Version private long version;

  protected CampaignPoint() {}

  /**
   * A point that was put on the list.
   *
   * @param number by which the list names it, once in a campaign
   * @param plan {@code null} when there is none yet
   */
  public static CampaignPoint of(UUID campaignId, String number, PointTerms terms, PointPlan plan) {
    CampaignPoint point = new CampaignPoint();
    point.id = UuidCreator.getTimeOrderedEpoch();
    point.campaignId = campaignId;
    point.number = number;
    point.terms = terms;
    point.status = PointStatus.LISTED;
    if (plan != null) {
      point.keep(plan);
    }
    return point;
  }

  /** Whether the list can still say otherwise where and what it is. */
  public boolean isCorrectable() {
    return PointLifecycle.allows(status, PointAction.CORRECT);
  }

  /** Whether its plan can still be another. */
  public boolean isPlannable() {
    return PointLifecycle.allows(status, PointAction.PLAN);
  }

  /** The list says it otherwise. */
  public void correct(PointTerms corrected) {
    status = PointLifecycle.next(status, PointAction.CORRECT);
    terms = corrected;
  }

  /** What is to be done is this from now on. */
  public void plan(PointPlan plan) {
    status = PointLifecycle.next(status, PointAction.PLAN);
    keep(plan);
  }

  private void keep(PointPlan plan) {
    measures = plan.measures();
    responsiblePerson = plan.responsiblePerson();
    planDueOn = plan.dueOn();
    Money cost = plan.costEstimate();
    costAmount = cost == null ? null : new BigDecimal(cost.amount()).setScale(2);
    costCurrency = cost == null ? null : cost.currency();
  }

  /** Somebody was there. */
  public void survey(boolean needsWork) {
    status = PointLifecycle.next(status, needsWork ? PointAction.SURVEY : PointAction.DISMISS);
  }

  /**
   * An order item is there for it.
   *
   * @throws Conflict {@code point-without-plan}, or {@code point-plan-incomplete}
   * @throws Invalid when the item has ended, is of another category, or in another sub-district
   */
  void start(OrderItem item) {
    PointStatus next = PointLifecycle.next(status, PointAction.START);
    if (plan() == null) {
      throw new Conflict("point-without-plan", number);
    }
    if (!plan().namesPersonAndCost()) {
      throw new Conflict("point-plan-incomplete", number);
    }
    if (item.isEnded()) {
      throw new Invalid("orderItemId", "item-ended");
    }
    FiledProblem problem = item.problem();
    if (!terms.categoryCode().equals(problem.categoryCode())) {
      throw new Invalid("orderItemId", "item-of-other-category");
    }
    if (problem.subdistrictCode() != null
        && !terms.subdistrictCode().equals(problem.subdistrictCode())) {
      throw new Invalid("orderItemId", "item-elsewhere");
    }
    status = next;
    itemId = item.id();
  }

  /** Its item left the campaign: it waits for another, by the same plan. */
  void release() {
    status = PointLifecycle.next(status, PointAction.RELEASE);
    itemId = null;
  }

  /**
   * Its item was cancelled: it waits for another as well, but remembers this one, since a
   * cancellation yields to the write-off of a re-check that it crossed (ADR 0018).
   */
  void releaseCancelled() {
    releasedItemId = itemId;
    release();
  }

  /**
   * The item that it remembers was written off after all: what was to be done here is done, unless
   * another item is there for it by now, or somebody saw that nothing is to be done.
   */
  void takeBackWrittenOff() {
    if (PointLifecycle.allows(status, PointAction.START)) {
      status = PointLifecycle.next(status, PointAction.START);
      itemId = releasedItemId;
      releasedItemId = null;
    }
  }

  /** Another unit is to answer for it, since the one that was is no more. */
  void handOver(AssignedUnit successor) {
    terms = terms.handedTo(successor);
  }

  public UUID id() {
    return id;
  }

  public UUID campaignId() {
    return campaignId;
  }

  public String number() {
    return number;
  }

  public PointTerms terms() {
    return terms;
  }

  public PointStatus status() {
    return status;
  }

  /** {@code null} as long as there is none. */
  public PointPlan plan() {
    Money cost = costAmount == null ? null : new Money(costAmount.toPlainString(), costCurrency);
    return measures == null ? null : new PointPlan(measures, responsiblePerson, planDueOn, cost);
  }

  /** The order item that is there for it, or {@code null}. */
  public UUID itemId() {
    return itemId;
  }

  public long version() {
    return version;
  }
}
