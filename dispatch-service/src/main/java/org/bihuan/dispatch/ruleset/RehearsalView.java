package org.bihuan.dispatch.ruleset;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.RoutingReason;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.UnassignedReason;
import org.bihuan.contract.UnitName;
import org.bihuan.dispatch.routing.route.Route;
import org.bihuan.dispatch.unit.AssignedUnit;

/**
 * Where a rule set would decide otherwise than the active one. Nothing is changed by it.
 *
 * @param setNumber the set that is rehearsed
 * @param activeNumber the active set that it is compared with
 * @param since items that came in from then on were looked at
 * @param considered how many, at most 10 000, the newest
 * @param truncated whether there are more
 * @param different how many would go elsewhere, or with the help of others
 * @param newlyRouted how many would go to a unit and wait for one now
 * @param newlyUnrouted how many would wait for a unit and go to one now
 * @param items those that are different, newest first
 * @param nextCursor value of the parameter {@code cursor} for the next page, or {@code null}
 * @param total the same as {@code different}; only when {@code count=exact} was asked for
 */
public record RehearsalView(
    int setNumber,
    int activeNumber,
    @NotNull Instant since,
    int considered,
    boolean truncated,
    int different,
    int newlyRouted,
    int newlyUnrouted,
    @NotNull List<Difference> items,
    String nextCursor,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long total) {

  /**
   * An item that would go elsewhere.
   *
   * @param leadUnitCode unit that has it, whoever decided that, or {@code null}
   * @param active where the active set would give it now
   * @param rehearsed where the rehearsed set would
   */
  public record Difference(
      @NotNull UUID itemId,
      @NotNull String problemSerial,
      String categoryCode,
      String subdistrictCode,
      String communityCode,
      SourceKind sourceKind,
      String leadUnitCode,
      @NotNull RouteView active,
      @NotNull RouteView rehearsed) {

    static Difference of(RoutedCase item, Route active, Route rehearsed) {
      return new Difference(
          item.itemId(),
          item.problemSerial(),
          item.scope().categoryCode(),
          item.scope().subdistrictCode(),
          item.scope().communityCode(),
          item.scope().sourceKind(),
          item.leadUnitCode(),
          RouteView.of(active),
          RouteView.of(rehearsed));
    }
  }

  /**
   * Where a problem would go.
   *
   * @param leadUnit unit that would answer, or {@code null}
   * @param jointUnits units that would help
   * @param unassignedReason why it would wait for a unit, or {@code null}
   * @param why what decides, or {@code null} when nothing covers it
   */
  public record RouteView(
      UnitName leadUnit,
      @NotNull List<UnitName> jointUnits,
      UnassignedReason unassignedReason,
      RoutingReason why) {

    static RouteView of(Route route) {
      return new RouteView(
          route.leadUnit() == null ? null : route.leadUnit().published(),
          route.jointUnits().stream().map(AssignedUnit::published).toList(),
          route.missing(),
          route.why() == null ? null : route.why().published());
    }
  }
}
