package org.bihuan.dispatch.difficulty.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a meeting decides.
 *
 * @param orderItemId item of its agenda; may be missing for TASK and OTHER
 * @param kind what it leads to
 * @param text the decision in words, at most 2000 characters
 * @param responsibleUnitCode who has the TASK, by code, name or alias; only of a TASK
 * @param dueOn day by whose end, in the district, the TASK is to be done, today or later; of a
 *     PLAN_DATE the date that is the limit of the item, tomorrow or later. Within three years; only
 *     of these two
 */
public record NewDecision(
    UUID orderItemId,
    @NotNull DecisionKind kind,
    @NotBlank @Size(min = 1, max = 2000) String text,
    @Size(max = 100) String responsibleUnitCode,
    LocalDate dueOn) {}
