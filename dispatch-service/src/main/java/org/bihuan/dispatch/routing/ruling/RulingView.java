package org.bihuan.dispatch.routing.ruling;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.UnitName;
import org.bihuan.dispatch.routing.RoutingScope;
import org.bihuan.kit.web.Versioned;

/**
 * A ruling as clients see it.
 *
 * @param number by which it is cited, counting up from 1 with gaps
 * @param requestId the return that was ruled upon
 * @param returnedBy unit that wanted to return the item
 * @param suggestedUnit unit whose business it was in the eyes of that one
 * @param leadUnit unit whose business it is
 * @param clauseCode duty clause that says so
 * @param reason why
 * @param precedent whether it was to route like cases
 * @param inForce whether it does so now
 * @param categoryCode category of the like cases, {@code null} when it is no precedent
 * @param subdistrictCode where, {@code null} for the whole district
 * @param communityCode where, {@code null} for the whole sub-district
 * @param words how reasons cite it, e.g. 裁定 3：线缆飞线 × 台东
 * @param ruledAt when
 * @param ruledBy who
 * @param withdrawnAt since when it no longer routes anything, or {@code null}
 * @param withdrawnBy who said so, or {@code null}
 * @param withdrawalReason why, or {@code null}
 */
public record RulingView(
    @NotNull UUID id,
    int number,
    @NotNull UUID itemId,
    @NotNull String problemSerial,
    @NotNull UUID requestId,
    @NotNull UnitName returnedBy,
    @NotNull UnitName suggestedUnit,
    @NotNull UnitName leadUnit,
    @NotNull String clauseCode,
    @FreeText @NotNull String reason,
    boolean precedent,
    boolean inForce,
    String categoryCode,
    String subdistrictCode,
    String communityCode,
    @NotNull String words,
    @NotNull Instant ruledAt,
    @NotNull Actor ruledBy,
    Instant withdrawnAt,
    Actor withdrawnBy,
    @FreeText String withdrawalReason,
    long version)
    implements Versioned {

  private static final RoutingScope NOWHERE = new RoutingScope(null, null, null, null);

  /** The view of a ruling. */
  public static RulingView of(Ruling ruling) {
    RoutingScope scope = ruling.isPrecedent() ? ruling.scope() : NOWHERE;
    return new RulingView(
        ruling.id(),
        ruling.number(),
        ruling.itemId(),
        ruling.problemSerial(),
        ruling.requestId(),
        ruling.returnedBy().published(),
        ruling.suggestedUnit().published(),
        ruling.leadUnit().published(),
        ruling.clauseCode(),
        ruling.reason(),
        ruling.isPrecedent(),
        ruling.isPrecedent() && ruling.withdrawnAt() == null,
        scope.categoryCode(),
        scope.subdistrictCode(),
        scope.communityCode(),
        ruling.words(),
        ruling.ruledAt(),
        ruling.ruledBy(),
        ruling.withdrawnAt(),
        ruling.withdrawnBy(),
        ruling.withdrawalReason(),
        ruling.version());
  }
}
