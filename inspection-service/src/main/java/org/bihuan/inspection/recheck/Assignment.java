package org.bihuan.inspection.recheck;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.bihuan.inspection.actor.Inspector;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * Who is to do a re-check: 1 to 10 inspectors, none of them of an involved unit.
 *
 * @param inspectors those who go, 1 to 10, each once
 */
public record Assignment(
    @NotNull @Size(min = 1, max = 10) @UniqueElements(message = "duplicate")
        List<@NotNull @Valid Inspector> inspectors) {}
