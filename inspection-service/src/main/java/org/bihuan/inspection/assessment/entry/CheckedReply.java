package org.bihuan.inspection.assessment.entry;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.bihuan.contract.RecheckKind;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.recheck.Recheck;

/**
 * What a re-check found about a reply.
 *
 * @param id of the re-check
 * @param round number of failed re-checks of the item before
 * @param unitCode the unit whose reply it was
 * @param repliedAt when that was given
 */
record CheckedReply(
    UUID id,
    UUID itemId,
    RecheckKind kind,
    int round,
    String unitCode,
    Instant repliedAt,
    RecheckOutcome outcome,
    Instant doneAt) {

  static final Comparator<CheckedReply> BY_TIME =
      Comparator.comparing(CheckedReply::doneAt).thenComparing(CheckedReply::id);

  static CheckedReply of(Recheck done) {
    return new CheckedReply(
        done.id(),
        done.item().itemId(),
        done.kind(),
        done.item().round(),
        done.fixing().leadUnitCode(),
        done.fixing().repliedAt(),
        done.given().outcome(),
        done.given().doneAt());
  }

  boolean isVerdict() {
    return kind == RecheckKind.AFTER_REPLY && outcome != RecheckOutcome.CANNOT_VERIFY;
  }

  boolean hasPassed() {
    return kind == RecheckKind.AFTER_REPLY && outcome == RecheckOutcome.PASSED;
  }

  boolean hasRelapsed() {
    return kind != RecheckKind.AFTER_REPLY && outcome == RecheckOutcome.RELAPSED;
  }
}
