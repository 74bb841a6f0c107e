package org.bihuan.dispatch.difficulty.plan;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.dispatch.reply.Money;
import org.bihuan.kit.web.Versioned;

/**
 * One version of the plan for an item, as clients see it.
 *
 * @param situation how things are and how they came to be so, or {@code null}
 * @param extent households, area or length concerned, or {@code null}
 * @param steps in their order
 * @param responsiblePerson who answers for all of it
 * @param plannedDays days that the work takes
 * @param costEstimate what it will cost
 * @param fundSource where the money comes from, or {@code null}
 * @param risks what may come in between, or {@code null}
 * @param filedAt when this version was filed
 * @param filedBy who filed it
 * @param version number of this version from 1, for {@code If-Match}
 */
public record PlanView(
    @NotNull UUID itemId,
    @FreeText String situation,
    @FreeText String extent,
    @NotNull List<PlanStep> steps,
    @NotNull String responsiblePerson,
    int plannedDays,
    @NotNull Money costEstimate,
    @FreeText String fundSource,
    @FreeText String risks,
    @NotNull Instant filedAt,
    @NotNull Actor filedBy,
    long version)
    implements Versioned {

  static PlanView of(Plan plan) {
    return new PlanView(
        plan.itemId(),
        plan.situation(),
        plan.extent(),
        plan.steps(),
        plan.responsiblePerson(),
        plan.plannedDays(),
        plan.costEstimate(),
        plan.fundSource(),
        plan.risks(),
        plan.filedAt(),
        plan.filedBy(),
        plan.number());
  }
}
