package org.bihuan.inspection.card;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.DispatchEvent.ItemOverdue;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.recheck.Recheck;
import org.hibernate.annotations.Immutable;

/**
 * A card (黄牌/红牌) that follows from counted facts about one item of one unit. It is a fact like
 * those it counts: written in the transaction of its cause, once, and never changed or taken back.
 * Nothing is told of it, and the unit sees none.
 */
@Entity
@Immutable
@Table(name = "warning_card")
public class WarningCard {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private CardKind kind;

  @Enumerated(EnumType.STRING)
  private CardCause cause;

  @Column(name = "item_id")
  private UUID itemId;

  @Column(name = "problem_id")
  private UUID problemId;

  @Column(name = "problem_serial")
  private String problemSerial;

  @Column(name = "order_serial")
  private String orderSerial;

  private int round;

  @Column(name = "unit_code")
  private String unitCode;

  @Column(name = "unit_name")
  private String unitName;

  private int failures;

  @Column(name = "recheck_id")
  private UUID recheckId;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "issued_at")
  private Instant issuedAt;

  protected WarningCard() {}

  /** For a re-check that saw, as {@code failures} of them have by now, that it is not put right. */
  static WarningCard forFailure(Recheck failed, CardKind kind, int failures, String orderSerial) {
    WarningCard card = new WarningCard();
    card.id = UuidCreator.getTimeOrderedEpoch();
    card.kind = kind;
    card.cause = CardCause.FAILED_RECHECKS;
    card.itemId = failed.item().itemId();
    card.problemId = failed.item().problemId();
    card.problemSerial = failed.item().problemSerial();
    card.orderSerial = orderSerial;
    card.round = failed.item().round();
    card.unitCode = failed.fixing().leadUnit().code();
    card.unitName = failed.fixing().leadUnit().name();
    card.failures = failures;
    card.recheckId = failed.id();
    card.issuedAt = failed.given().doneAt();
    return card;
  }

  /**
   * For an item whose limit has passed.
   *
   * @param round number of failed re-checks of the item before
   * @param problemSerial number of the problem, or {@code null} when no re-check has told it
   * @param orderSerial number of the order, or {@code null} when it was issued unheard
   */
  static WarningCard forOverdue(
      ItemOverdue overdue, UnitName unit, int round, String problemSerial, String orderSerial) {
    WarningCard card = new WarningCard();
    card.id = UuidCreator.getTimeOrderedEpoch();
    card.kind = CardKind.YELLOW;
    card.cause = CardCause.OVERDUE;
    card.itemId = overdue.itemId();
    card.problemId = overdue.problemId();
    card.problemSerial = problemSerial;
    card.orderSerial = orderSerial;
    card.round = round;
    card.unitCode = unit.code();
    card.unitName = unit.name();
    card.dueAt = overdue.dueAt();
    card.issuedAt = overdue.occurredAt();
    return card;
  }

  public UUID id() {
    return id;
  }

  public CardKind kind() {
    return kind;
  }

  public CardCause cause() {
    return cause;
  }

  public UUID itemId() {
    return itemId;
  }

  public UUID problemId() {
    return problemId;
  }

  /** Number of the problem, or {@code null} when it was not told. */
  public String problemSerial() {
    return problemSerial;
  }

  /** Number of the order, or {@code null} when it was not told. */
  public String orderSerial() {
    return orderSerial;
  }

  /** Number of failed re-checks of the item before the round that it is about. */
  public int round() {
    return round;
  }

  /** The unit that had the item. */
  public UnitName unit() {
    return new UnitName(unitCode, unitName);
  }

  /** How many re-checks saw that the unit had not put it right; 0 for an overdue item. */
  public int failures() {
    return failures;
  }

  /** The last of them, or {@code null} for an overdue item. */
  public UUID recheckId() {
    return recheckId;
  }

  /** The limit that has passed, or {@code null} for failed re-checks. */
  public Instant dueAt() {
    return dueAt;
  }

  /** When the fact happened from which it follows. */
  public Instant issuedAt() {
    return issuedAt;
  }
}
