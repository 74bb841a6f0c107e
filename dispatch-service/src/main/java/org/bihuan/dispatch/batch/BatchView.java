package org.bihuan.dispatch.batch;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.RoutingReason;
import org.bihuan.contract.UnitName;

/**
 * What a batch has issued, or would.
 *
 * @param dryRun whether it only would
 * @param orders in the order of their numbers
 */
public record BatchView(boolean dryRun, @NotNull List<BatchOrder> orders) {

  /**
   * An order of a batch.
   *
   * @param id {@code null} for one that would be made
   * @param serial its number, {@code null} for what is not issued
   * @param items in the order in which they were named
   */
  public record BatchOrder(
      UUID id, String serial, @NotNull UnitName leadUnit, @NotNull List<BatchItem> items) {}

  /**
   * An item on an order of a batch.
   *
   * @param orderItemId the item of the problem
   * @param jointUnits units that help with it
   * @param dueAt end of its limit, which begins now
   * @param why what decided that it is this unit
   */
  public record BatchItem(
      @NotNull UUID problemId,
      @NotNull UUID orderItemId,
      @NotNull String problemSerial,
      @FreeText @NotNull String title,
      @NotNull List<UnitName> jointUnits,
      @NotNull DeadlineClass deadlineClass,
      @NotNull Instant dueAt,
      RoutingReason why) {}
}
