package org.bihuan.intake.tracking;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.bihuan.contract.FreeText;
import org.bihuan.intake.feedback.FeedbackState;

/**
 * A complaint as the public sees it.
 *
 * @param receivedAt when it was received
 * @param complaints how many complaints tell of the same problem, this one included; 1 without a
 *     problem. Each of them gets its outcome
 * @param dueAt end of the limit the responsible unit was given, or {@code null}
 * @param note what was last said to the reporter, or {@code null}
 * @param feedback whether its reporter can say what came of it: OPEN, GIVEN when it was said,
 *     CLOSED when it was not said in time; {@code null} before the write-off
 */
public record TrackedComplaint(
    @NotNull String trackingCode,
    @NotNull String serial,
    @NotNull PublicStatus status,
    String categoryCode,
    @NotNull Instant receivedAt,
    long complaints,
    Instant dueAt,
    Instant writtenOffAt,
    @FreeText String note,
    FeedbackState feedback) {}
