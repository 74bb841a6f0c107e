package org.bihuan.intake.weeklylist;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.problem.ProblemStatus;
import org.bihuan.kit.time.Week;

/**
 * A problem on the list of a week.
 *
 * @param week week of the list, {@code yyyy-Www}
 * @param problemId the problem
 * @param channel code of the channel its oldest complaint came by, or {@code null}
 * @param channelName what the channel was called
 * @param subdistrictName what the sub-district was called, or {@code null} without one
 * @param communityName what the community was called, or {@code null} without one
 * @param address where it is, in words
 * @param categoryName what the category was called
 * @param responsibleUnit the unit that answers for it, or {@code null} as long as there is none
 * @param issuedAt when it was last put on an order, or {@code null} while no unit has it
 * @param dueAt end of the unit's limit, or {@code null} while no unit has it
 * @param remaining what is left of the limit, or was when the clock stood; negative when it had
 *     passed, {@code null} where none is owed. In a frozen list at the end of its week
 * @param overdue whether the limit is over without a final reply, or was when it came
 * @param repliedAt when the final reply came that stands, or {@code null}
 * @param recheckOutcome of the last re-check, or {@code null}
 * @param writtenOffAt when it was written off, or {@code null}
 * @param standingDemand lasting demand made of the unit, or {@code null}
 * @param carriedFrom the week in which it was first listed, or {@code null} when it is new
 */
public record ListedProblemView(
    @NotNull String week,
    @NotNull UUID problemId,
    @NotNull String serial,
    @NotNull SourceKind sourceKind,
    String channel,
    String channelName,
    String subdistrictCode,
    String subdistrictName,
    String communityCode,
    String communityName,
    @FreeText String address,
    @FreeText @NotNull String description,
    @NotNull String categoryCode,
    @NotNull String categoryName,
    UnitName responsibleUnit,
    Instant issuedAt,
    Instant dueAt,
    @NotNull ProblemStatus status,
    Duration remaining,
    boolean overdue,
    Instant repliedAt,
    RecheckOutcome recheckOutcome,
    Instant writtenOffAt,
    @FreeText String standingDemand,
    String carriedFrom) {

  static ListedProblemView of(Week week, ListRow row, Instant asOf) {
    ListedProblem listed = row.listed();
    Duration remaining = listed.remaining(asOf);
    Week from = listed.carriedFrom();
    return new ListedProblemView(
        week.toString(),
        row.id(),
        listed.serial(),
        listed.sourceKind(),
        listed.channel().code(),
        listed.channel().name(),
        listed.subdistrict().code(),
        listed.subdistrict().name(),
        listed.community().code(),
        listed.community().name(),
        listed.address(),
        listed.description(),
        listed.category().code(),
        listed.category().name(),
        listed.leadUnit(),
        listed.issuedAt(),
        listed.dueAt(),
        listed.status(),
        remaining,
        remaining != null && remaining.isNegative(),
        listed.repliedAt(),
        listed.recheckOutcome(),
        listed.writtenOffAt(),
        listed.standingDemand(),
        from == null ? null : from.toString());
  }
}
