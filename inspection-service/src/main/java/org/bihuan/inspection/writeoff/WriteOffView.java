package org.bihuan.inspection.writeoff;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Evidence;
import org.bihuan.contract.MayBeNull;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.evidence.WaiverView;
import org.bihuan.inspection.recheck.Recheck;

/**
 * A line of the journal as a caller sees it.
 *
 * @param recheckId id of the passed re-check it follows from
 * @param unit the responsible unit
 * @param round number of failed re-checks before the one that passed
 * @param actor who gave the outcome that wrote the problem off
 * @param missingEvidence what the category asks for and was not given; {@code null} when it was
 *     written off before that was recorded, or with its lot
 * @param lotId the lot with which it passed without a visit of its own; {@code null} when somebody
 *     was there
 * @param waivers evidence that the special team waived in advance
 */
public record WriteOffView(
    @NotNull UUID id,
    @NotNull UUID problemId,
    @NotNull String problemSerial,
    @NotNull UUID itemId,
    @NotNull UUID recheckId,
    UnitName unit,
    String subdistrictCode,
    int round,
    @NotNull Instant writtenOffAt,
    Actor actor,
    @MayBeNull List<Evidence> missingEvidence,
    @NotNull List<WaiverView> waivers,
    UUID lotId) {

  static WriteOffView of(WriteOff writeOff) {
    Recheck recheck = writeOff.recheck();
    return new WriteOffView(
        writeOff.id(),
        writeOff.problemId(),
        recheck.item().problemSerial(),
        writeOff.itemId(),
        recheck.id(),
        recheck.fixing().leadUnit(),
        recheck.place().subdistrictCode(),
        recheck.item().round(),
        writeOff.writtenOffAt(),
        recheck.given().doneBy(),
        recheck.evidence().missing(),
        recheck.evidence().waivers(),
        recheck.passedWithLot());
  }
}
