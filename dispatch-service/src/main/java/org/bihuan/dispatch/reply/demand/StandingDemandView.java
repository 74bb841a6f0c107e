package org.bihuan.dispatch.reply.demand;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.UnitName;
import org.bihuan.kit.web.Versioned;

/**
 * A standing demand as clients see it.
 *
 * @param itemId item with whose acceptance it was made
 * @param text what is demanded, at most 2000 characters
 * @param unit unit that led the item
 * @param categoryCode category of the problem
 * @param address where it holds, in words, or {@code null}
 * @param demandedAt when it was made
 * @param endedAt when it was ended, or {@code null} while it holds
 * @param endReason why it was ended, or {@code null}
 */
public record StandingDemandView(
    @NotNull UUID id,
    @NotNull UUID itemId,
    @FreeText @NotNull String text,
    @NotNull UnitName unit,
    @NotNull String categoryCode,
    @FreeText String address,
    String subdistrictCode,
    @NotNull Instant demandedAt,
    Instant endedAt,
    @FreeText String endReason,
    long version)
    implements Versioned {

  static StandingDemandView of(StandingDemand demand) {
    return new StandingDemandView(
        demand.id(),
        demand.itemId(),
        demand.text(),
        demand.unit().published(),
        demand.categoryCode(),
        demand.address(),
        demand.subdistrictCode(),
        demand.demandedAt(),
        demand.endedAt(),
        demand.endReason(),
        demand.version());
  }
}
