package org.bihuan.dispatch.organisation.duty;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * What a leader or a leading body is to be charged with.
 *
 * @param leaderCode code of the leader who holds it; {@code null} when a body does
 * @param bodyCode code or name of the leading body that holds it, only for AREA
 * @param lineCode work line, only for LINE
 * @param groupCode frontline group, only for FRONTLINE_GROUP
 * @param subdistrictCode area, nine digits, only for AREA
 * @param validFrom first day, which may have passed
 * @param validTo first day on which it no longer holds, or {@code null} while its end is open
 */
public record NewDuty(
    @NotNull DutyKind kind,
    @Size(min = 1, max = 40) String leaderCode,
    @Size(min = 1, max = 60) String bodyCode,
    @Size(min = 1, max = 40) String lineCode,
    @Size(min = 1, max = 40) String groupCode,
    @Size(min = 1, max = 40) String subdistrictCode,
    @NotNull LocalDate validFrom,
    LocalDate validTo) {}
