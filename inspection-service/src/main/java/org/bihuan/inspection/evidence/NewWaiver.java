package org.bihuan.inspection.evidence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.bihuan.contract.Evidence;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * Lets a re-check pass without some evidence.
 *
 * @param evidence what is waived, 1 to 3, each once and each asked for by the category
 * @param reason why, 1 to 500 characters; phone and identity numbers are masked
 */
public record NewWaiver(
    @NotNull @Size(min = 1, max = 3) @UniqueElements(message = "duplicate")
        List<@NotNull Evidence> evidence,
    @NotBlank @Size(max = 500) String reason) {}
