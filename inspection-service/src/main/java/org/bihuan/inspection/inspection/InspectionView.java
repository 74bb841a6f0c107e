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
import org.bihuan.inspection.actor.ParticipantView;
import org.bihuan.inspection.finding.FindingView;
import org.bihuan.inspection.inspection.trip.Closing;
import org.bihuan.inspection.inspection.trip.FocusSource;
import org.bihuan.inspection.inspection.trip.Postponement;
import org.bihuan.inspection.inspection.trip.Presence;
import org.bihuan.inspection.inspection.trip.Stop;
import org.bihuan.inspection.onsite.Position;
import org.bihuan.inspection.roundtable.RoundtableView;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.Versioned;

/**
 * An inspection as a caller sees it.
 *
 * @param tier whose inspection it is: the first leaders', the line leader's or the special team's
 * @param method how it is done
 * @param focus what it looks at (督查重点), at most 500 characters, or {@code null}
 * @param focusSource where the focus comes from, or {@code null}
 * @param purpose why, at most 500 characters, or {@code null}
 * @param plannedFor when it is planned for
 * @param plannedBy who planned it
 * @param inspectors those who go
 * @param accompaniedBy units that come along
 * @param stops the route, in the order of the trip
 * @param postponements how it was put off, the first time first
 * @param startedAt when they set out, or {@code null}
 * @param concludedAt when it was concluded, or {@code null}
 * @param findingCount how many findings were reported, those the caller may not see included
 * @param roundtablePlanned whether a round table (座谈会) is to settle what is found; the inspection
 *     is then concluded only when every finding is decided
 * @param roundtables the round tables that were held, the first one first; what each decided stands
 *     at the findings; absent in lists
 * @param summary the conclusion, at most 4000 characters, or {@code null}
 * @param bulletinSerial number of its bulletin (督查专报), per year and without gaps, or {@code null}
 *     until it is concluded
 * @param cancellationReason why it was called off, or {@code null}
 * @param lineCode work line of the tier LINE; {@code null} for other tiers, and where the committee
 *     named none
 * @param history what was done to it since it was planned, the first thing first; absent in lists
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
    FocusSource focusSource,
    @FreeText String purpose,
    @NotNull Instant plannedFor,
    @NotNull Actor plannedBy,
    List<Inspector> inspectors,
    @NotNull List<ParticipantView> accompaniedBy,
    List<StopView> stops,
    @NotNull List<PostponementView> postponements,
    Instant startedAt,
    int findingCount,
    boolean roundtablePlanned,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<RoundtableView> roundtables,
    Instant concludedAt,
    @FreeText String summary,
    String bulletinSerial,
    @FreeText String cancellationReason,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<ActView> history,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<FindingView> findings,
    List<InspectionAction> allowedActions,
    @JsonIgnore long version)
    implements Versioned {

  /**
   * A stop of the route.
   *
   * @param number from 1, in the order of the trip
   * @param position where it is on the map, or {@code null}
   * @param visitedAt when the inspectors came, never before the start nor after it was told, or
   *     {@code null}
   * @param arrivedAt the same as the device in the field said it; {@code null} while only a finding
   *     shows that they were there
   * @param receivedAt when that was told, or {@code null}
   * @param visitPosition where they stood, or {@code null}
   * @param visitedBy who told it, or {@code null}
   * @param skippedBecause why it was left out, or {@code null}
   */
  public record StopView(
      int number,
      @NotNull String subdistrictCode,
      @FreeText @NotNull String place,
      Position position,
      Instant visitedAt,
      Instant arrivedAt,
      Instant receivedAt,
      Position visitPosition,
      Actor visitedBy,
      @FreeText String note,
      @FreeText String skippedBecause) {

    static StopView of(int number, Stop stop) {
      Presence presence = stop.presence();
      return new StopView(
          number,
          stop.subdistrictCode(),
          stop.place(),
          stop.position(),
          stop.visitedAt(),
          presence == null ? null : presence.arrivedAt(),
          presence == null ? null : presence.receivedAt(),
          presence == null ? null : presence.position(),
          stop.visitedBy(),
          stop.note(),
          stop.skippedBecause());
    }
  }

  /**
   * Something that was done.
   *
   * @param action what
   * @param at when it was done, or told from the field
   * @param stop number of the stop it was about, or {@code null}
   * @param reason why, or {@code null} where none is asked for
   */
  public record ActView(
      @NotNull InspectionAction action,
      @NotNull Instant at,
      @NotNull Actor actor,
      Integer stop,
      @FreeText String reason) {

    static ActView of(Act act) {
      return new ActView(act.action(), act.at(), act.by().actor(), act.stop(), act.reason());
    }
  }

  /**
   * That it was put off.
   *
   * @param from when it was planned for
   * @param to when it was planned for from then on
   * @param postponedAt when this was said
   */
  public record PostponementView(
      @NotNull Instant from,
      @NotNull Instant to,
      @FreeText @NotNull String reason,
      @NotNull Instant postponedAt,
      @NotNull Actor actor) {

    static PostponementView of(Postponement postponement) {
      return new PostponementView(
          postponement.from(),
          postponement.to(),
          postponement.reason(),
          postponement.at(),
          postponement.by().actor());
    }
  }

  /** The inspection in a list. */
  static InspectionView of(Inspection inspection, Caller caller) {
    return of(inspection, null, null, null, caller);
  }

  /** The inspection by itself, with what it found. */
  static InspectionView of(
      Inspection inspection,
      List<RoundtableView> roundtables,
      List<ActView> history,
      List<FindingView> findings,
      Caller caller) {
    Closing closing = inspection.closing();
    return new InspectionView(
        inspection.id(),
        inspection.tier(),
        inspection.lineCode(),
        inspection.method(),
        inspection.status(),
        inspection.aim().focus(),
        inspection.aim().focusSource(),
        inspection.aim().purpose(),
        inspection.plannedFor(),
        inspection.plannedBy(),
        inspection.inspectors(),
        ParticipantView.of(inspection.companions()),
        stops(inspection.stops()),
        inspection.postponements().stream().map(PostponementView::of).toList(),
        inspection.startedAt(),
        inspection.findingCount(),
        inspection.aim().roundtablePlanned(),
        roundtables,
        closing == null ? null : closing.concludedAt(),
        closing == null ? null : closing.summary(),
        closing == null ? null : closing.bulletinSerial(),
        inspection.cancellationReason(),
        history,
        findings,
        inspection.isOpenTo(caller.roles(), caller.values(Bound.LINE), caller.subject())
            ? caller.allowed(inspection.allowedActions())
            : List.of(),
        inspection.version());
  }

  private static List<StopView> stops(List<Stop> stops) {
    return IntStream.range(0, stops.size())
        .mapToObj(index -> StopView.of(index + 1, stops.get(index)))
        .toList();
  }
}
