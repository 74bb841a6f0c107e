package org.bihuan.inspection.card;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.UnitName;

/**
 * A card as a caller sees it: what was counted, of which unit and item.
 *
 * @param kind YELLOW or RED
 * @param cause what was counted
 * @param unit the unit that had the item, as it was called then
 * @param problemSerial number of the problem; {@code null} when it was not told yet
 * @param orderSerial number of the order; {@code null} when it was issued before this service
 *     listened
 * @param round number of failed re-checks of the item before the round that it is about
 * @param failures how many re-checks saw that this unit had not put it right; 0 for an overdue item
 * @param recheckId the last of them; {@code null} for an overdue item
 * @param dueAt the limit that has passed; {@code null} for failed re-checks
 * @param issuedAt when the fact happened from which it follows
 */
public record CardView(
    @NotNull UUID id,
    @NotNull CardKind kind,
    @NotNull CardCause cause,
    @NotNull UnitName unit,
    @NotNull UUID problemId,
    String problemSerial,
    @NotNull UUID itemId,
    String orderSerial,
    int round,
    int failures,
    UUID recheckId,
    Instant dueAt,
    @NotNull Instant issuedAt) {

  public static CardView of(WarningCard card) {
    return new CardView(
        card.id(),
        card.kind(),
        card.cause(),
        card.unit(),
        card.problemId(),
        card.problemSerial(),
        card.itemId(),
        card.orderSerial(),
        card.round(),
        card.failures(),
        card.recheckId(),
        card.dueAt(),
        card.issuedAt());
  }
}
