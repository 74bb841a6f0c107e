package org.bihuan.dispatch.sla;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long each deadline class is, and how long its assignment may take. */
@Path("/api/v1/sla-policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sla-policies", description = "How long each deadline class is")
@Authenticated
public class SlaPolicyResource {

  private final SlaDesk desk;
  private final Answers answers;

  SlaPolicyResource(SlaDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /** A page of SLA policies in the description of the API. */
  public record SlaPolicyPage(List<SlaPolicyView> items, String nextCursor, Long total) {}

  @GET
  @Operation(
      operationId = "listSlaPolicies",
      summary = "SLA policies, newest first",
      description = "Old ones too; items name the one that made their limit.")
  @APIResponse(
      responseCode = "200",
      description = "A page of policies",
      content = @Content(schema = @Schema(implementation = SlaPolicyPage.class)))
  public Response list(@BeanParam SlaPolicyFilter filter) {
    return answers.page(desk.page(filter));
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "createSlaPolicy",
      summary = "The next number of a policy, from a future moment on",
      description = "Limits that already run are not changed by it.")
  @APIResponse(
      responseCode = "201",
      description = "The policy",
      content = @Content(schema = @Schema(implementation = SlaPolicyView.class)))
  @APIResponse(responseCode = "409", description = "There is a policy from the same moment")
  public Response create(NewSlaPolicy wanted) {
    SlaPolicyView policy = desk.create(wanted);
    return answers.created("/api/v1/sla-policies", policy, 0);
  }
}
