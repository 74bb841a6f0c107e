package org.bihuan.dispatch.campaign.point;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.bihuan.contract.FreeText;
import org.bihuan.dispatch.reply.Money;

/**
 * What is to be done at a point (一事一策), without which no work begins there [brief]. Who answers and
 * what it costs can stay open while it is planned, not when work begins.
 *
 * @param measures what is to be done, 1 to 2000 characters
 * @param responsiblePerson who answers for it at the unit, 1 to 50 characters, or {@code null}
 * @param dueOn last day for it
 * @param costEstimate what it is expected to cost, or {@code null} when nobody has said
 */
public record PointPlan(
    @FreeText @NotBlank @Size(min = 1, max = 2000) String measures,
    @Size(min = 1, max = 50) String responsiblePerson,
    @NotNull LocalDate dueOn,
    @Valid Money costEstimate) {

  /** Whether it says who answers and what it costs, as a plan must [brief: 责任人、工期时限、资金估算]. */
  boolean namesPersonAndCost() {
    return responsiblePerson != null && costEstimate != null;
  }
}
