package org.bihuan.inspection.actor;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.UnitName;

/**
 * A unit that comes along.
 *
 * @param unit as it was called when it was named
 * @param person who comes for it, or {@code null}
 */
public record ParticipantView(@NotNull UnitName unit, @FreeText String person) {

  public static List<ParticipantView> of(List<Participant> participants) {
    return participants.stream()
        .map(one -> new ParticipantView(new UnitName(one.unitCode(), one.unitName()), one.person()))
        .toList();
  }
}
