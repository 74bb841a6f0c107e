package org.bihuan.dispatch.urge;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.dispatch.history.HistoryEntry;
import org.bihuan.kit.web.Versioned;

/**
 * An urge as clients see it.
 *
 * @param text what the special team says; {@code null} when the time to acknowledge had passed
 * @param urgedAt when
 * @param urgedBy who urged; the rule {@code sla-watch} when the time to acknowledge had passed
 */
public record UrgeView(
    @NotNull UUID id, @FreeText String text, @NotNull Instant urgedAt, @NotNull Actor urgedBy)
    implements Versioned {

  /** An urge never changes. */
  @Override
  public long version() {
    return 0;
  }

  static UrgeView of(HistoryEntry entry) {
    return new UrgeView(entry.id(), entry.reason(), entry.at(), entry.actor());
  }
}
