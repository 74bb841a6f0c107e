package org.bihuan.inspection.inspection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Bound;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.finding.FindingView;
import org.bihuan.inspection.onsite.Position;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.Versioned;

/**
 * An inspection as a caller sees it.
 *
 * @param tier whose inspection it is: the first leaders', the line leader's or the special team's
 * @param method how it is done
 * @param focus what it looks at (督查重点), at most 500 characters, or {@code null}
 * @param purpose why, at most 500 characters, or {@code null}
 * @param plannedFor when it is planned for
 * @param plannedBy who planned it
 * @param inspectors those who go
 * @param stops the route, in the order of the trip
 * @param startedAt when they set out, or {@code null}
 * @param concludedAt when it was concluded, or {@code null}
 * @param summary the conclusion, at most 4000 characters, or {@code null}
 * @param cancellationReason why it was called off, or {@code null}
 * @param lineCode work line of the tier LINE; {@code null} for other tiers, and where the committee
 *     named none
 * @param findings the newest 50 the caller may see, all of them under {@code /findings}; absent in
 *     lists
 * @param allowedActions what the caller may do next
 * @param version for {@code ETag} and {@code If-Match}
 */
public record InspectionView(
    @NotNull UUID id,
    @NotNull InspectionTier tier,
    String lineCode,
    @NotNull InspectionMethod method,
    @NotNull InspectionStatus status,
    @FreeText String focus,
    @FreeText String purpose,
    @NotNull Instant plannedFor,
    @NotNull Actor plannedBy,
    List<Inspector> inspectors,
    List<StopView> stops,
    Instant startedAt,
    Instant concludedAt,
    @FreeText String summary,
    @FreeText String cancellationReason,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<FindingView> findings,
    List<InspectionAction> allowedActions,
    @JsonIgnore long version)
    implements Versioned {

  /**
   * A stop of the route.
   *
   * @param number from 1, in the order of the trip
   * @param position where it is on the map, or {@code null}
   * @param visitedAt when the inspectors came, or {@code null}
   * @param skippedBecause why it was left out, or {@code null}
   */
  public record StopView(
      int number,
      @NotNull String subdistrictCode,
      @FreeText @NotNull String place,
      Position position,
      Instant visitedAt,
      @FreeText String note,
      @FreeText String skippedBecause) {}

  /** The inspection in a list. */
  static InspectionView of(Inspection inspection, Caller caller) {
    return of(inspection, null, caller);
  }

  /** The inspection by itself, with what it found. */
  static InspectionView of(Inspection inspection, List<FindingView> findings, Caller caller) {
    return new InspectionView(
        inspection.id(),
        inspection.tier(),
        inspection.lineCode(),
        inspection.method(),
        inspection.status(),
        inspection.focus(),
        inspection.purpose(),
        inspection.plannedFor(),
        inspection.plannedBy(),
        inspection.inspectors(),
        stops(inspection.stops()),
        inspection.startedAt(),
        inspection.concludedAt(),
        inspection.summary(),
        inspection.cancellationReason(),
        findings,
        inspection.isOpenTo(caller.roles(), caller.values(Bound.LINE), caller.subject())
            ? caller.allowed(inspection.allowedActions())
            : List.of(),
        inspection.version());
  }

  private static List<StopView> stops(List<Stop> stops) {
    return IntStream.range(0, stops.size())
        .mapToObj(
            index -> {
              Stop stop = stops.get(index);
              return new StopView(
                  index + 1,
                  stop.subdistrictCode(),
                  stop.place(),
                  stop.position(),
                  stop.visitedAt(),
                  stop.note(),
                  stop.skippedBecause());
            })
        .toList();
  }
}
