package org.bihuan.intake.ledger.verification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Checks the ledger in the background. */
@Path("/api/v1/ledger/verifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger")
@RolesAllowed({
  Role.SPECIAL_TEAM,
  Role.TOP_LEADER,
  Role.LINE_LEADER,
  Role.COMMITTEE_INSPECTOR,
  Role.DISCIPLINE,
  Role.ASSESSOR,
  Role.ADMIN
})
public class VerificationRunResource {

  private final VerificationDesk desk;
  private final Answers answers;

  VerificationRunResource(VerificationDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @POST
  @ResponseStatus(201)
  @IdempotentRequest
  @Operation(
      operationId = "beginLedgerVerification",
      summary = "Verify the ledger in the background",
      description =
          "For a chain too long to wait for. It goes on slice by slice, about fifty thousand "
              + "entries a second, also after a restart; how far it is stands in the record. One "
              + "runs at a time.")
  @Refuses(status = 429, when = "Another one is under way (verification-running)")
  public RestResponse<VerificationRunView> begin(NewVerification request) {
    VerificationRunView run = desk.begin(request);
    return RestResponse.ResponseBuilder.<VerificationRunView>created(
            URI.create("/api/v1/ledger/verifications/" + run.id()))
        .entity(run)
        .build();
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listLedgerVerifications",
      summary = "Verifications in the background, newest first",
      description = "What was found by each, and how far the one is that runs.")
  public RestResponse<Page<VerificationRunView>> list(@BeanParam PageRequest request) {
    return answers.page(request, desk::page);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getLedgerVerification",
      summary = "One verification in the background",
      description = "How far it is, and what it has found.")
  public VerificationRunView read(@PathParam("id") UUID id) {
    return desk.read(id);
  }
}
