package org.bihuan.intake.tracking;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.bihuan.contract.FreeText;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.problem.Problem;
import org.bihuan.kit.refusal.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Lets a reporter follow a complaint by its code, without a login and without anyone's personal
 * data.
 */
@Path("/api/v1/public/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "public", description = "For reporters, without a login")
@PermitAll
@Transactional
public class TrackingResource {

  private final Complaints complaints;

  TrackingResource(Complaints complaints) {
    this.complaints = complaints;
  }

  /**
   * A complaint as the public sees it.
   *
   * @param receivedAt when it was received
   * @param complaints how many complaints tell of the same problem, this one included; 1 without a
   *     problem. Each of them gets its outcome
   * @param dueAt end of the limit the responsible unit was given, or {@code null}
   * @param note what was last said to the reporter, or {@code null}
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
      @FreeText String note) {}

  @GET
  @Path("/{trackingCode}")
  @Operation(
      operationId = "trackComplaint",
      summary = "How far a complaint has come",
      description =
          "For the reporter, who has the code and no login. Coarse by intent, and "
              + "without anyone's personal data.")
  public TrackedComplaint track(@PathParam("trackingCode") String trackingCode) {
    Complaint complaint =
        complaints.tracked(trackingCode).orElseThrow(() -> new NotFound("tracking-code-unknown"));
    // What was handed over is no longer followed here, even where its problem is kept for history.
    Problem problem = complaint.handover() == null ? complaint.problem().orElse(null) : null;
    return new TrackedComplaint(
        complaint.trackingCode(),
        complaint.serial(),
        PublicStatus.of(complaint),
        complaint.categoryCode(),
        complaint.receivedAt(),
        problem == null ? 1 : complaints.count("problem", problem),
        problem == null ? null : problem.dueAt(),
        problem == null ? null : problem.writtenOffAt(),
        complaint.noteToReporter());
  }
}
