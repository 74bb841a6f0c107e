package org.bihuan.intake.feedback.call;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.problem.Problem;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.Versioned;

/**
 * A call-back as a caller sees it, without the reporter: the number to call is disclosed with the
 * complaint, for a reason that is put on record.
 *
 * @param complaintId id of the complaint whose reporter is called
 * @param complaintSerial its number, for people
 * @param channel code of the channel the complaint came by, whose clerks call
 * @param title what was wrong, in short
 * @param writtenOffAt when the problem was written off
 * @param dueAt last moment for the call
 * @param light YELLOW when at most a quarter of the time is left, RED when it is late
 * @param attempts how many calls were made, the one that reached somebody included
 * @param lastAttemptAt when the last of them was made, or {@code null}
 * @param endedAt when it was done or closed, or {@code null}
 * @param allowedActions what the caller may do next
 * @param version for {@code ETag}
 */
public record CallBackView(
    @NotNull UUID id,
    @NotNull CallBackStatus status,
    @NotNull UUID complaintId,
    @NotNull String complaintSerial,
    @NotNull String channel,
    @NotNull UUID problemId,
    @NotNull String problemSerial,
    @FreeText @NotNull String title,
    Instant writtenOffAt,
    @NotNull Instant dueAt,
    @NotNull CallBackLight light,
    int attempts,
    Instant lastAttemptAt,
    Instant endedAt,
    @NotNull List<CallBackAction> allowedActions,
    @JsonIgnore long version)
    implements Versioned {

  static CallBackView of(CallBack call, Caller caller, Instant now) {
    Complaint complaint = call.complaint();
    Problem problem = complaint.problem().orElseThrow();
    return new CallBackView(
        call.id(),
        call.status(),
        complaint.id(),
        complaint.serial(),
        complaint.channel(),
        problem.id(),
        problem.serial(),
        problem.title(),
        problem.writtenOffAt(),
        call.dueAt(),
        call.lightAt(now),
        call.attempts(),
        call.lastAttemptAt(),
        call.endedAt(),
        caller.allowed(call.allowedActions()),
        call.version());
  }
}
