package org.bihuan.dispatch.organisation.posting;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What is known about a posted cadre now. Unit, place and days do not change: end the posting and
 * record a new one.
 *
 * @param cadreName 1 to 50 characters, when it was written wrongly
 * @param cadreNumber number of the person in the unit, 1 to 30 characters, or {@code null}
 * @param post what the cadre is in the unit, 1 to 60 characters, or {@code null}
 * @param officePhone office number, or {@code null}
 */
public record PostingChange(
    @NotNull @Size(min = 1, max = 50) String cadreName,
    @Size(min = 1, max = 30) String cadreNumber,
    @Size(min = 1, max = 60) String post,
    @Pattern(regexp = NewPosting.OFFICE_PHONE) String officePhone) {}
