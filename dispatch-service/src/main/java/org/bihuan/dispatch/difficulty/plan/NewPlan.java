package org.bihuan.dispatch.difficulty.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.bihuan.dispatch.reply.Money;

/**
 * A plan for one item (一事一策表): person, duration and cost [brief].
 *
 * @param situation how things are and how they came to be so (现状与成因), at most 2000 characters, or
 *     {@code null}
 * @param extent households, area or length concerned (涉及户数、面积、长度), at most 500 characters, or
 *     {@code null}
 * @param steps in their order, 1 to 50
 * @param responsiblePerson who answers for all of it (责任人), at most 50 characters
 * @param plannedDays days that the work takes (工期), 1 to 1100
 * @param costEstimate what it will cost (资金估算); 0.00 when it costs nothing
 * @param fundSource where the money comes from, at most 200 characters, or {@code null}
 * @param risks what may come in between, at most 2000 characters, or {@code null}
 */
public record NewPlan(
    @Size(max = 2000) String situation,
    @Size(max = 500) String extent,
    @NotEmpty @Size(min = 1, max = 50) List<@NotNull @Valid PlanStep> steps,
    @NotBlank @Size(min = 1, max = 50) String responsiblePerson,
    @NotNull @Min(1) @Max(1100) Integer plannedDays,
    @NotNull @Valid Money costEstimate,
    @Size(max = 200) String fundSource,
    @Size(max = 2000) String risks) {}
