package org.bihuan.dispatch.request.returning;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.bihuan.dispatch.routing.ruling.PrecedentPlace;

/**
 * The special team's last word on a return.
 *
 * @param leadUnitCode code, name or alias of the unit whose business it is; the returning one keeps
 *     the item
 * @param clauseCode duty clause that says so
 * @param reason why, at most 2000 characters
 * @param precedent whether it is to route like cases
 * @param place how far around the place of the item it does so, with a precedent alone; its
 *     sub-district when {@code null}, or the district when that is unknown
 */
public record NewRuling(
    @NotBlank @Size(min = 1, max = 60) String leadUnitCode,
    @NotBlank @Size(min = 1, max = 40) String clauseCode,
    @NotBlank @Size(min = 1, max = 2000) String reason,
    boolean precedent,
    PrecedentPlace place) {}
