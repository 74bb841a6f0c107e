package org.bihuan.dispatch.organisation.posting;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.UnitName;
import org.bihuan.kit.web.Versioned;

/**
 * A posting as clients see it.
 *
 * @param cadreName name of the cadre
 * @param cadreNumber number of the person in the unit, by which namesakes are told apart; {@code
 *     null} when nobody has said it
 * @param post what the cadre is in the unit, or {@code null}
 * @param officePhone office number, or {@code null}
 * @param unit unit that the cadre comes from, under its name when the posting was recorded
 * @param subdistrictCode sub-district, nine digits, to whose frontline group the cadre belongs
 * @param validFrom first day
 * @param validTo first day on which it no longer holds, or {@code null} while its end is open
 * @param endReason why it was ended, or {@code null}
 */
public record PostingView(
    @NotNull UUID id,
    @NotNull String cadreName,
    String cadreNumber,
    String post,
    String officePhone,
    @NotNull UnitName unit,
    @NotNull String subdistrictCode,
    @NotNull LocalDate validFrom,
    LocalDate validTo,
    @FreeText String endReason,
    long version)
    implements Versioned {

  static PostingView of(Posting posting) {
    return new PostingView(
        posting.id(),
        posting.cadreName(),
        posting.cadreNumber(),
        posting.post(),
        posting.officePhone(),
        posting.unit().published(),
        posting.subdistrictCode(),
        posting.span().validFrom(),
        posting.span().validTo(),
        posting.span().endReason(),
        posting.version());
  }
}
