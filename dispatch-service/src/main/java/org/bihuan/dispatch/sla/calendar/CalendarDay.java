package org.bihuan.dispatch.sla.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A day that is not what its weekday says: a holiday, or a Saturday or Sunday that is worked to
 * make up for one (调休).
 *
 * @param date in the year of its calendar
 * @param working whether the offices are open
 * @param name what is celebrated or made up for, 1 to 30 characters, e.g. 国庆节
 */
@Embeddable
public record CalendarDay(
    @NotNull @Column(name = "date") LocalDate date,
    @NotNull @Column(name = "working") Boolean working,
    @NotBlank @Size(min = 1, max = 30) @Column(name = "name") String name) {}
