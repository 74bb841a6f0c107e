package org.bihuan.dispatch.campaign;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * What a campaign is to be from now on; its code stays.
 *
 * @param name 1 to 60 characters, which no other has
 * @param mechanismCode code or name of the mechanism, or {@code null}; the one that it has, once
 *     there are items
 * @param categories codes or names of the categories, 1 to 50; none can go that a point or an item
 *     is of
 * @param from first day
 * @param to last day, not before the first
 * @param target how many problems are to be solved, 1 to 100000
 */
public record CampaignChange(
    @NotNull @Size(min = 1, max = 60) String name,
    @Size(min = 1, max = 60) String mechanismCode,
    @NotNull @Size(min = 1, max = 50) List<@NotNull @Size(min = 1, max = 60) String> categories,
    @NotNull LocalDate from,
    @NotNull LocalDate to,
    @NotNull @Min(1) @Max(100000) Integer target) {}
