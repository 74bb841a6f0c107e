package org.bihuan.dispatch.reply;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.UnitName;
import org.bihuan.kit.web.Versioned;

/**
 * A reply as clients see it.
 *
 * @param round number of failed re-checks before it
 * @param onTime whether it came before the end of the limit, or at its last moment
 * @param repliedAt when it was given
 * @param repliedBy who gave it
 * @param cause why it came to the problem, at most 2000 characters, or {@code null}
 * @param measures what was done, at most 4000 characters, or {@code null}
 * @param resultSummary what it led to, at most 2000 characters, or {@code null}
 * @param lastingMeasures what keeps the problem from coming back (长效措施), or {@code null}
 * @param outcomes results in figures
 * @param spent money spent, or {@code null}
 * @param steps the measures one by one, in their order
 * @param subUnit sub-unit (下级单位) that did the work, or {@code null}
 * @param beforePhotoIds those of the attachments that show how it was
 * @param afterPhotoIds those of the attachments that show how it is now
 * @param review the special team's word, or {@code null} while there is none
 */
public record ReplyView(
    @NotNull UUID id,
    @NotNull UUID itemId,
    @NotNull ReplyKind kind,
    int round,
    boolean onTime,
    @NotNull Instant repliedAt,
    @NotNull Actor repliedBy,
    @FreeText String cause,
    @FreeText String measures,
    @FreeText String resultSummary,
    @FreeText String lastingMeasures,
    List<UUID> attachmentIds,
    List<Outcome> outcomes,
    Money spent,
    @NotNull List<ReplyStep> steps,
    UnitName subUnit,
    @NotNull List<UUID> beforePhotoIds,
    @NotNull List<UUID> afterPhotoIds,
    ReviewView review,
    long version)
    implements Versioned {

  /**
   * The special team's word on a reply.
   *
   * @param decision what was decided
   * @param opinion the opinion with it, at most 2000 characters, or {@code null}
   * @param reviewedAt when it was decided
   */
  public record ReviewView(
      @NotNull ReviewDecision decision,
      @FreeText String opinion,
      @FreeText String standingDemand,
      @NotNull Instant reviewedAt) {}

  /** The view of a reply. */
  public static ReplyView of(Reply reply) {
    ReviewView review =
        reply.decision() == null
            ? null
            : new ReviewView(
                reply.decision(), reply.opinion(), reply.standingDemand(), reply.reviewedAt());
    return new ReplyView(
        reply.id(),
        reply.itemId(),
        reply.kind(),
        reply.round(),
        reply.isOnTime(),
        reply.repliedAt(),
        reply.repliedBy(),
        reply.cause(),
        reply.measures(),
        reply.resultSummary(),
        reply.lastingMeasures(),
        reply.attachmentIds(),
        reply.outcomes(),
        reply.spent(),
        reply.steps(),
        reply.subUnit() == null ? null : reply.subUnit().published(),
        reply.beforePhotoIds(),
        reply.afterPhotoIds(),
        review,
        reply.version());
  }
}
