package org.bihuan.dispatch.request.returning;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A unit's request to return an item.
 *
 * @param reason why it is not the unit's business, at most 2000 characters
 * @param clauseCode duty clause that says so
 * @param suggestedUnitCode code, name or alias of the unit whose business it is, or {@code null};
 *     not the unit that returns it
 */
public record NewReturnRequest(
    @NotBlank @Size(min = 1, max = 2000) String reason,
    @NotBlank @Size(min = 1, max = 40) String clauseCode,
    @Size(max = 60) String suggestedUnitCode) {}
