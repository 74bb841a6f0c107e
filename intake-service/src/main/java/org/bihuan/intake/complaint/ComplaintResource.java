package org.bihuan.intake.complaint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.intake.recognition.Suggestion;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Complaints from every channel. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints", description = "What citizens and offices report")
public class ComplaintResource {

  private final ComplaintDesk desk;
  private final Answers answers;

  ComplaintResource(ComplaintDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @RolesAllowed({
    Role.CHANNEL_CLERK,
    Role.SPECIAL_TEAM,
    Role.SUBDISTRICT,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "listComplaints",
      summary = "Complaints, newest first",
      description =
          "Those within the caller's sight: a clerk's own channel, a sub-district's "
              + "own, the special team's all. Reporters are masked.")
  public RestResponse<Page<ComplaintView>> list(@BeanParam ComplaintFilter filter) {
    return answers.page(filter, desk::page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Role.CHANNEL_CLERK,
    Role.SPECIAL_TEAM,
    Role.SUBDISTRICT,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "getComplaint",
      summary = "One complaint",
      description = "Its reporter is masked; see the disclosures for the full name and phone.")
  public RestResponse<ComplaintView> read(@PathParam("id") UUID id) {
    return answers.one(desk.read(id));
  }

  @GET
  @Path("/{id}/suggestion")
  @RolesAllowed({
    Role.CHANNEL_CLERK,
    Role.SPECIAL_TEAM,
    Role.SUBDISTRICT,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "suggestForComplaint",
      summary = "What a complaint seems to be, with confidence and words",
      description =
          "Intent, scope, the three likeliest categories and other bodies, by the model in force "
              + "now, and the place where its point lies on the map or that its text names. What was "
              + "made of it when it came in stands in the complaint.")
  public Suggestion suggestion(@PathParam("id") UUID id) {
    return desk.suggestion(id);
  }

  @POST
  @Path("/{id}/withdrawal")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.CHANNEL_CLERK})
  @IdempotentRequest
  @Operation(
      operationId = "withdrawComplaint",
      summary = "Take a complaint back for its reporter",
      description = "Only while it waits; a problem already on the ledger runs its course.")
  public RestResponse<ComplaintView> withdraw(@PathParam("id") UUID id) {
    return answers.acted(desk.withdraw(id));
  }
}
