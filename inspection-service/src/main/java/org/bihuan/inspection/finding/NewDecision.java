package org.bihuan.inspection.finding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a round table settled about a finding.
 *
 * @param findingId a finding of the inspection; this or {@code problemId}
 * @param problemId the problem that a finding of the inspection became
 * @param text what is to be done, 1 to 2000 characters
 * @param responsibleUnitCode the unit that is to answer for it, by code, name or alias
 * @param dueOn day by whose end it is to be done; not before the day of the round table
 */
public record NewDecision(
    UUID findingId,
    UUID problemId,
    @NotBlank @Size(max = 2000) String text,
    @NotBlank @Size(max = 100) String responsibleUnitCode,
    @NotNull LocalDate dueOn) {}
