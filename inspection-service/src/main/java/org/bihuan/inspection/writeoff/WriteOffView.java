package org.bihuan.inspection.writeoff;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.recheck.Recheck;

/**
 * A line of the journal as a caller sees it.
 *
 * @param recheckId id of the passed re-check it follows from
 * @param unit the responsible unit
 * @param round number of failed re-checks before the one that passed
 * @param actor who gave the outcome that wrote the problem off
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
    Actor actor) {

  static WriteOffView of(WriteOff writeOff) {
    Recheck recheck = writeOff.recheck();
    return new WriteOffView(
        writeOff.id(),
        writeOff.problemId(),
        recheck.problemSerial(),
        writeOff.itemId(),
        recheck.id(),
        recheck.leadUnit(),
        recheck.place().subdistrictCode(),
        recheck.round(),
        writeOff.writtenOffAt(),
        recheck.doneBy());
  }
}
