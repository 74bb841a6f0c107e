package org.bihuan.inspection.accountability;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.bihuan.contract.ConductLevel;
import org.bihuan.inspection.accountability.facts.Basis;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * A case that somebody proposes by hand.
 *
 * @param level C1 and C2 are decided by the committee's inspectors, C3 by the discipline commission
 * @param subjectUnitCode the unit it is about, by code, name or alias, 1 to 100 characters
 * @param basis facts about that unit, 1 to 50, each once: its cards, re-checks that saw that it had
 *     not put something right, problems that it has or had to put right
 * @param suggestion what is suggested, 1 to 2000 characters, or {@code null}
 */
public record NewCase(
    @NotNull ConductLevel level,
    @NotBlank @Size(max = 100) String subjectUnitCode,
    @NotNull @Size(min = 1, max = 50) @UniqueElements(message = "duplicate")
        List<@NotNull @Valid Basis> basis,
    @Size(min = 1, max = 2000) String suggestion) {}
