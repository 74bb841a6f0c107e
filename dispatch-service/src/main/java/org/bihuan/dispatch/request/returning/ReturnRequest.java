package org.bihuan.dispatch.request.returning;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent.ItemReturnDecided;
import org.bihuan.contract.RequestDecision;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.request.UnitRequest;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.kit.refusal.Conflict;

/**
 * The unit says that an item is not its business (退单), by which clause, and whose it is. Until the
 * special team agrees the unit keeps the item and its clock runs on, so that nobody gains time by
 * passing an item around.
 */
@Entity
@DiscriminatorValue("RETURN")
public class ReturnRequest extends UnitRequest {

  @Column(name = "clause_code")
  private String clauseCode;

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "suggested_unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "suggested_unit_name"))
  private AssignedUnit suggestedUnit;

  @Column(name = "ruling_needed")
  private boolean rulingNeeded;

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "assigned_unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "assigned_unit_name"))
  private AssignedUnit assignedUnit;

  protected ReturnRequest() {}

  /**
   * @param suggestedUnit whose business it is in the unit's eyes, or {@code null}
   * @param rulingNeeded whether that unit has once returned the item to this one
   */
  ReturnRequest(
      UUID itemId,
      NewReturnRequest wanted,
      AssignedUnit suggestedUnit,
      boolean rulingNeeded,
      Instant at,
      Actor by) {
    super(itemId, wanted.reason(), at, by);
    this.clauseCode = wanted.clauseCode();
    this.suggestedUnit = suggestedUnit;
    this.rulingNeeded = rulingNeeded;
  }

  /**
   * The item goes from the unit.
   *
   * @param unit that has it from now on, or {@code null} when none is named yet
   */
  void accept(AssignedUnit unit, String words, Instant at, Actor by) {
    decide(RequestDecision.ACCEPTED, words, at, by);
    assignedUnit = unit;
  }

  /** Whether {@code from} gave the item back by it, and {@code to} got it. */
  boolean moved(String from, String to) {
    return assignedUnit != null
        && assignedUnit.code().equals(to)
        && requestedBy().unitCode().equals(from);
  }

  /**
   * What was decided about the item, as the fact that tells it.
   *
   * @param rulingId the ruling that decided, or {@code null}
   */
  ItemReturnDecided decided(OrderItem item, Step step, UUID rulingId) {
    return new ItemReturnDecided(
        item.id(),
        item.problem().problemId(),
        step.sequence(),
        id(),
        RequestDecision.valueOf(status().name()),
        opinion(),
        step.at(),
        step.actor(),
        rulingId);
  }

  /**
   * What has gone back and forth is ruled upon.
   *
   * @throws Conflict {@code ruling-needed}
   */
  void refuseWithoutRuling() {
    if (rulingNeeded) {
      throw new Conflict("ruling-needed");
    }
  }

  /**
   * A ruling is for what has gone back and forth.
   *
   * @throws Conflict {@code ruling-not-needed}
   */
  void refuseRuling() {
    if (!rulingNeeded) {
      throw new Conflict("ruling-not-needed");
    }
  }

  public String clauseCode() {
    return clauseCode;
  }

  public AssignedUnit suggestedUnit() {
    return suggestedUnit;
  }

  public boolean isRulingNeeded() {
    return rulingNeeded;
  }

  public AssignedUnit assignedUnit() {
    return assignedUnit;
  }
}
