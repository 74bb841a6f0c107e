package org.bihuan.intake.registration.batch;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import org.bihuan.contract.Role;
import org.bihuan.intake.registration.NewComplaint;
import org.bihuan.kit.openapi.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where complaints come in by the thousand. */
@Path("/api/v1/complaints/batch")
@Produces(BatchResource.NDJSON)
@Consumes(BatchResource.NDJSON)
@Tag(name = "complaints", description = "What citizens and offices report")
public class BatchResource {

  static final String NDJSON = "application/x-ndjson";

  private final BatchDesk desk;
  private final BatchTurn turn;

  BatchResource(BatchDesk desk, BatchTurn turn) {
    this.desk = desk;
    this.turn = turn;
  }

  @POST
  @RolesAllowed({Role.CHANNEL_CLERK, Role.SPECIAL_TEAM, Role.SUBDISTRICT})
  @Blocking
  @Operation(
      operationId = "registerComplaints",
      summary = "Take up to 10 000 complaints in, one a line",
      description =
          "By the roles that take complaints in. Each line is the body of `POST /complaints`, and each line of the answer, in the same "
              + "order, says what became of it; a bad line spoils no other. Empty lines are passed "
              + "over and counted. Lines wait where single calls would be refused for overload. At "
              + "most 24 MB, and 1 MB a line. The answer is sent while the work is done and not "
              + "kept, so `Idempotency-Key` is not looked at: give each line its `sourceRef`, and "
              + "the whole batch can be sent again.")
  @APIResponse(
      responseCode = "200",
      description = "What became of each line",
      content = @Content(mediaType = NDJSON, schema = @Schema(implementation = LineResult.class)))
  @Refuses(
      status = 413,
      when = "There are more than 10 000 lines (too-many-lines) or more than 24 MB (too-large)")
  @Refuses(
      status = 503,
      when = "Two batches are under way in this replica already (batches-under-way)")
  public StreamingOutput register(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = NDJSON,
                      schema = @Schema(implementation = NewComplaint.class)))
          byte[] lines) {
    desk.check(lines);
    turn.begin();
    return results -> desk.register(lines, results);
  }
}
