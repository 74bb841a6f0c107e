package org.bihuan.dispatch.campaign.point;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A point that is to be on the target list of a campaign.
 *
 * @param number by which the list names it, 1 to 30 characters, once in a campaign
 * @param address where it is, in words, 1 to 300 characters
 * @param placeName what is there, e.g. a market, 1 to 100 characters, or {@code null}
 * @param subdistrictCode code of the sub-district, nine digits, or its name
 * @param categoryCode code or name of a category of the campaign
 * @param keyArea key area (重点区域) that it belongs to, 1 to 60 characters, or {@code null}
 * @param unitCode code, name or alias of the unit that is to answer for it; {@code null} leaves it
 *     to the fallback unit
 * @param plan what is to be done, or {@code null} when that is not planned yet
 */
public record NewPoint(
    @NotBlank @Size(min = 1, max = 30) String number,
    @NotBlank @Size(min = 1, max = 300) String address,
    @Size(min = 1, max = 100) String placeName,
    @NotNull @Size(min = 1, max = 60) String subdistrictCode,
    @NotNull @Size(min = 1, max = 60) String categoryCode,
    @Size(min = 1, max = 60) String keyArea,
    @Size(min = 1, max = 60) String unitCode,
    @Valid PointPlan plan) {}
