package org.bihuan.dispatch.difficulty.plan;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.actor.Author;
import org.bihuan.dispatch.reply.Money;

/** One version of the plan for an item (一事一策). It never changes; a change is another version. */
@Entity
@Table(name = "item_plan")
public class Plan {

  @Id private UUID id;

  @Column(name = "item_id")
  private UUID itemId;

  private int number;
  private String situation;
  private String extent;

  @ElementCollection
  @CollectionTable(name = "item_plan_step", joinColumns = @JoinColumn(name = "plan_id"))
  @OrderColumn(name = "position")
  private List<PlanStep> steps = new ArrayList<>();

  @Column(name = "responsible_person")
  private String responsiblePerson;

  @Column(name = "planned_days")
  private int plannedDays;

  @Column(name = "cost_amount")
  private BigDecimal costAmount;

  @Column(name = "cost_currency")
  private String costCurrency;

  @Column(name = "fund_source")
  private String fundSource;

  private String risks;

  @Column(name = "filed_at")
  private Instant filedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "filed_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "filed_by_unit"))
  @AttributeOverride(name = "subject", column = @Column(name = "filed_by_subject"))
  private Author filedBy;

  protected Plan() {}

  /**
   * A version just filed.
   *
   * @param number of the version, from 1
   */
  static Plan of(UUID itemId, int number, NewPlan content, Instant at, Actor by) {
    Plan plan = new Plan();
    plan.id = UuidCreator.getTimeOrderedEpoch();
    plan.itemId = itemId;
    plan.number = number;
    plan.situation = content.situation();
    plan.extent = content.extent();
    plan.steps.addAll(content.steps());
    plan.responsiblePerson = content.responsiblePerson();
    plan.plannedDays = content.plannedDays();
    plan.costAmount = new BigDecimal(content.costEstimate().amount()).setScale(2);
    plan.costCurrency = content.costEstimate().currency();
    plan.fundSource = content.fundSource();
    plan.risks = content.risks();
    plan.filedAt = at;
    plan.filedBy = Author.of(by);
    return plan;
  }

  public UUID itemId() {
    return itemId;
  }

  /** Number of the version, from 1. */
  public int number() {
    return number;
  }

  public String situation() {
    return situation;
  }

  public String extent() {
    return extent;
  }

  public List<PlanStep> steps() {
    return List.copyOf(steps);
  }

  public String responsiblePerson() {
    return responsiblePerson;
  }

  public int plannedDays() {
    return plannedDays;
  }

  public Money costEstimate() {
    return new Money(costAmount.toPlainString(), costCurrency);
  }

  public String fundSource() {
    return fundSource;
  }

  public String risks() {
    return risks;
  }

  public Instant filedAt() {
    return filedAt;
  }

  public Actor filedBy() {
    return filedBy.actor();
  }
}
