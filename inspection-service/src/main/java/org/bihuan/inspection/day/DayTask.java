package org.bihuan.inspection.day;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.FreeText;

/**
 * Something that an inspector has to do on a day.
 *
 * @param kind what is to be done
 * @param id of the inspection, re-check or point
 * @param stop number of the stop of the inspection, from 1; {@code null} for all else
 * @param link address of what it is part of
 * @param title what it is about
 * @param place where, in words, or {@code null}
 * @param subdistrictCode sub-district, or {@code null}
 * @param longitude degrees east, WGS-84, or {@code null}
 * @param latitude degrees north, WGS-84, or {@code null}
 * @param at from when it is wanted
 * @param dueAt last moment for it; {@code null} where there is none
 * @param overdue whether that has passed
 * @param mine whether the caller was named for it; others may be taken by any inspector
 * @param distance metres from the position that was sent, on a sphere; {@code null} when none was
 *     sent, or it is not known where the place is
 */
public record DayTask(
    @NotNull TaskKind kind,
    @NotNull UUID id,
    Integer stop,
    @NotNull String link,
    @FreeText @NotNull String title,
    @FreeText String place,
    String subdistrictCode,
    Double longitude,
    Double latitude,
    @NotNull Instant at,
    Instant dueAt,
    boolean overdue,
    boolean mine,
    Long distance) {}
