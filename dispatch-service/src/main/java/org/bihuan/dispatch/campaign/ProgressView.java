package org.bihuan.dispatch.campaign;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.FreeText;
import org.bihuan.dispatch.reply.MeasureUnit;
import org.bihuan.dispatch.reply.Outcome;

/**
 * How far a campaign is. Only what was written off is done.
 *
 * @param asOf moment of counting
 * @param target how many problems are to be solved
 * @param done items of the campaign that are written off, as {@code GET
 *     /order-items?campaignId=…&status=WRITTEN_OFF} lists them
 * @param byCategory one row for each category, by code
 * @param bySubdistrict one row for each sub-district, by code
 * @param byKeyArea one row for each key area, by name
 * @param outcomes what was achieved, summed over the accepted final replies to what is done
 */
public record ProgressView(
    @NotNull Instant asOf,
    int target,
    int done,
    @NotNull List<ProgressRow> byCategory,
    @NotNull List<ProgressRow> bySubdistrict,
    @NotNull List<ProgressRow> byKeyArea,
    @NotNull List<OutcomeSum> outcomes) {

  /**
   * A part of a campaign. A point counts where the list says it is, and an item that came without
   * one where its problem is.
   *
   * @param code code of the category or sub-district, or name of the key area; {@code null} for
   *     what is of none
   * @param points points of the target list
   * @param surveyed of these, those that somebody has looked at
   * @param notNeeded of these, those where nothing is to be done
   * @param planned of all, those with a plan
   * @param items items that were taken in and not cancelled
   * @param target what is to be solved: the points but for those where nothing is to be done, and
   *     the items that came without one
   * @param done items that are written off
   */
  public record ProgressRow(
      @FreeText String code,
      int points,
      int surveyed,
      int notNeeded,
      int planned,
      int items,
      int target,
      int done) {}

  /**
   * A sum over what was counted under one name in one unit of measure; different units are never
   * added up.
   *
   * @param measure what was counted
   * @param unit unit of measure of the quantity
   * @param quantity the sum
   * @param qualifier AT_LEAST when any part of the sum is a lower bound
   * @param items how many items have a part in it
   */
  public record OutcomeSum(
      @FreeText @NotNull String measure,
      @NotNull MeasureUnit unit,
      @NotNull BigDecimal quantity,
      @NotNull Outcome.Qualifier qualifier,
      int items) {}
}
