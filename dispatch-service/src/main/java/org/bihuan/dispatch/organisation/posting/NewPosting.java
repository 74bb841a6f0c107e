package org.bihuan.dispatch.organisation.posting;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A cadre to be posted to a sub-district.
 *
 * @param cadreName 1 to 50 characters
 * @param cadreNumber number of the person in the unit, 1 to 30 characters; only needed to tell
 *     namesakes apart. Never the number of an identity card
 * @param post what the cadre is in the unit, 1 to 60 characters, or {@code null}
 * @param officePhone office number, or {@code null}
 * @param unitCode code, name or alias of the unit that the cadre comes from
 * @param subdistrictCode code of the sub-district, nine digits, or its name
 * @param validFrom first day, which may have passed
 * @param validTo first day on which it no longer holds, or {@code null} while its end is open
 */
public record NewPosting(
    @NotNull @Size(min = 1, max = 50) String cadreName,
    @Size(min = 1, max = 30) String cadreNumber,
    @Size(min = 1, max = 60) String post,
    @Pattern(regexp = OFFICE_PHONE) String officePhone,
    @NotNull @Size(min = 1, max = 60) String unitCode,
    @NotNull @Size(min = 1, max = 60) String subdistrictCode,
    @NotNull LocalDate validFrom,
    LocalDate validTo) {

  static final String OFFICE_PHONE = "[0-9+() -]{3,30}";

  Posting.Details details() {
    return new Posting.Details(post, officePhone);
  }
}
