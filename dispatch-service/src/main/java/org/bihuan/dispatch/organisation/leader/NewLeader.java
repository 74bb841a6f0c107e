package org.bihuan.dispatch.organisation.leader;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A leader who takes office.
 *
 * @param code 2 to 40 capital letters, digits and underscores, which no other has or had
 * @param name 1 to 50 characters
 * @param post what the leader is, 1 to 60 characters, such as 副区长
 * @param bodyCode code or name of the leading body that the leader belongs to
 * @param validFrom first day in office, which may have passed
 * @param validTo first day no longer in office, or {@code null} while the end is open
 */
public record NewLeader(
    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String code,
    @NotNull @Size(min = 1, max = 50) String name,
    @NotNull @Size(min = 1, max = 60) String post,
    @NotNull @Size(min = 1, max = 60) String bodyCode,
    @NotNull LocalDate validFrom,
    LocalDate validTo) {}
