package org.bihuan.dispatch.sla.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;

/**
 * A stretch of a working day in which the offices are open.
 *
 * @param opensAt its first moment, by the clock of the district
 * @param closesAt the moment it is over, later the same day
 */
@Embeddable
public record OfficeHours(
    @NotNull @Column(name = "opens_at") LocalTime opensAt,
    @NotNull @Column(name = "closes_at") LocalTime closesAt) {}
