package org.bihuan.inspection.roundtable;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.inspection.actor.ParticipantView;

/**
 * A round table of an inspection.
 *
 * @param heldAt when it began
 * @param place where it was, in words
 * @param attendees units that were there
 * @param recordedAt when it was recorded
 * @param recordedBy who recorded it
 */
public record RoundtableView(
    @NotNull UUID id,
    @NotNull Instant heldAt,
    @FreeText @NotNull String place,
    @NotNull List<ParticipantView> attendees,
    @NotNull Instant recordedAt,
    @NotNull Actor recordedBy) {

  public static RoundtableView of(Roundtable roundtable) {
    return new RoundtableView(
        roundtable.id(),
        roundtable.heldAt(),
        roundtable.place(),
        ParticipantView.of(roundtable.attendees()),
        roundtable.recordedAt(),
        roundtable.recordedBy());
  }
}
