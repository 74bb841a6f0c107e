package org.bihuan.intake.feedback;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FeedbackWay;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.problem.Problem;

/**
 * Feedback as those who watch over the district see it. Who does not take complaints reads the
 * comment without numbers and without the reporter's name.
 *
 * @param complaintId id of the complaint it is about
 * @param complaintSerial its number, for people
 * @param channel code of the channel the complaint came by
 * @param unit the responsible unit, or {@code null}
 * @param resolved whether it is solved, as the reporter says
 * @param satisfaction 1 to 5, the best; from 3 on the reporter is satisfied
 * @param comment in words, or {@code null}
 * @param way PUBLIC by the tracking code, CALL_BACK to a clerk who called
 * @param givenAt when it was given
 * @param actor the reporter without a login, or the clerk who asked
 */
public record FeedbackView(
    @NotNull UUID id,
    @NotNull UUID complaintId,
    @NotNull String complaintSerial,
    @NotNull String channel,
    @NotNull UUID problemId,
    @NotNull String problemSerial,
    UnitName unit,
    @NotNull String categoryCode,
    String subdistrictCode,
    boolean resolved,
    int satisfaction,
    @FreeText String comment,
    @NotNull FeedbackWay way,
    @NotNull Instant givenAt,
    @NotNull Actor actor) {

  /**
   * The feedback with a comment that the caller may read.
   *
   * @param comment masked as the caller reads it
   */
  static FeedbackView of(Feedback feedback, String comment) {
    Problem problem = feedback.problem();
    return new FeedbackView(
        feedback.id(),
        feedback.complaint().id(),
        feedback.complaint().serial(),
        feedback.complaint().channel(),
        problem.id(),
        problem.serial(),
        problem.item().leadUnit(),
        problem.categoryCode(),
        problem.place().subdistrictCode(),
        feedback.isResolved(),
        feedback.satisfaction(),
        comment,
        feedback.way(),
        feedback.givenAt(),
        feedback.actor());
  }
}
