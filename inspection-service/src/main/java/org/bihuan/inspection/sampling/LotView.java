package org.bihuan.inspection.sampling;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.MayBeNull;
import org.bihuan.inspection.sampling.SamplingPlan.PassRate;
import org.bihuan.kit.web.Versioned;

/**
 * A lot and its sample, with everything that is needed to draw it again.
 *
 * @param id of the lot; {@code null} as long as none was opened
 * @param verdict whether it is open, accepted or rejected; {@code null} as long as none was opened
 * @param unitCode code of the responsible unit
 * @param deadlineClass class of the limit
 * @param period ISO week in which it was opened, such as 2026-W48
 * @param mode how strictly it is looked at, by the lots before it
 * @param population how many re-checks it is of
 * @param size how many of them are visited
 * @param acceptance how many of those may fail
 * @param rejection with how many failures it is rejected
 * @param error half the width of the interval that the size was chosen for
 * @param confidence of that interval, and of {@code interval}
 * @param tolerable share of unfixed problems from which on a lot is bad
 * @param risk greatest probability to accept a bad lot
 * @param seed 32 hexadecimal digits: ids sorted by the SHA-256 of {@code seed:id}, as hexadecimal
 *     text, are drawn in that order; {@code null} as long as none was opened
 * @param drawn re-checks that are visited, in the order of the draw
 * @param members all re-checks of the lot, by id; {@code null} in a list
 * @param resumeReason why there is a lot again after too many had failed, or {@code null}
 * @param visited how many were visited
 * @param passed how many of them were found fixed
 * @param rate share of the visited that were, 0 to 1; {@code null} as long as none was visited
 * @param interval lower and upper end of the interval of that rate (Wilson); empty as long as none
 *     was visited
 * @param openedAt when it was opened, or {@code null}
 * @param openedBy who opened it, or {@code null}
 * @param decidedAt when it was decided, or {@code null}
 * @param version for {@code ETag} and {@code If-Match}
 */
public record LotView(
    UUID id,
    LotStatus verdict,
    @NotNull String unitCode,
    @NotNull DeadlineClass deadlineClass,
    @NotNull String period,
    @NotNull SamplingMode mode,
    int population,
    int size,
    int acceptance,
    int rejection,
    double error,
    double confidence,
    double tolerable,
    double risk,
    String seed,
    @NotNull List<UUID> drawn,
    @MayBeNull List<UUID> members,
    @FreeText String resumeReason,
    int visited,
    int passed,
    Double rate,
    @NotNull List<Double> interval,
    Instant openedAt,
    Actor openedBy,
    Instant decidedAt,
    @JsonIgnore long version)
    implements Versioned {

  static LotView of(Lot lot, List<UUID> drawn, List<UUID> members) {
    PassRate rate = lot.passRate();
    return new LotView(
        lot.id(),
        lot.status(),
        lot.unitCode(),
        lot.deadlineClass(),
        lot.period(),
        lot.mode(),
        lot.population(),
        lot.plan().size(),
        lot.plan().acceptance(),
        lot.plan().rejection(),
        lot.error(),
        lot.confidence(),
        lot.tolerable(),
        lot.risk(),
        lot.seed(),
        drawn,
        members,
        lot.resumeReason(),
        rate.visited(),
        rate.passed(),
        rate.rate(),
        rate.interval(),
        lot.openedAt(),
        lot.openedBy(),
        lot.decidedAt(),
        lot.version());
  }

  /** What a lot would be if it were opened now. */
  static LotView supposed(
      Lot.Kind kind, int population, SamplingMode mode, SamplingPlan plan, SamplingConfig terms) {
    return new LotView(
        null,
        null,
        kind.unitCode(),
        kind.deadlineClass(),
        kind.period(),
        mode,
        population,
        plan.size(),
        plan.acceptance(),
        plan.rejection(),
        terms.error(),
        terms.confidence(),
        terms.tolerable(),
        Lot.riskIn(mode, terms),
        null,
        List.of(),
        List.of(),
        null,
        0,
        0,
        null,
        List.of(),
        null,
        null,
        null,
        0);
  }
}
