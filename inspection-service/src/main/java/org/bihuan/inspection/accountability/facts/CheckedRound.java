package org.bihuan.inspection.accountability.facts;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.RecheckKind;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.recheck.Recheck;

/**
 * One round of an item: what was replied and what the re-check found.
 *
 * @param recheckId the re-check
 * @param kind AFTER_REPLY decides about the write-off; LOOK_BACK saw later whether it lasts
 * @param title what the problem is
 * @param round number of failed re-checks of the item before this one
 * @param repliedAt when the unit said that it was done
 * @param outcome what was found
 * @param attachmentIds photos from the spot
 * @param doneAt when it was found
 * @param doneBy who found it
 * @param writtenOffAt when the problem was written off by it; {@code null} when it was not
 */
public record CheckedRound(
    @NotNull UUID recheckId,
    @NotNull RecheckKind kind,
    @NotNull UUID problemId,
    @NotNull String problemSerial,
    @NotNull UUID itemId,
    @FreeText @NotNull String title,
    int round,
    @NotNull Instant repliedAt,
    @NotNull RecheckOutcome outcome,
    @FreeText String note,
    @NotNull List<UUID> attachmentIds,
    @NotNull Instant doneAt,
    @NotNull Actor doneBy,
    Instant writtenOffAt) {

  static CheckedRound of(Recheck done) {
    boolean wroteOff =
        done.kind() == RecheckKind.AFTER_REPLY && done.given().outcome() == RecheckOutcome.PASSED;
    return new CheckedRound(
        done.id(),
        done.kind(),
        done.item().problemId(),
        done.item().problemSerial(),
        done.item().itemId(),
        done.item().title(),
        done.item().round(),
        done.fixing().repliedAt(),
        done.given().outcome(),
        done.given().note(),
        done.given().attachmentIds(),
        done.given().doneAt(),
        done.given().doneBy(),
        wroteOff ? done.given().doneAt() : null);
  }
}
