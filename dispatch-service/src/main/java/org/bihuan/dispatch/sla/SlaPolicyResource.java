package org.bihuan.dispatch.sla;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

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

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listSlaPolicies",
      summary = "SLA policies, newest first",
      description = "Old ones too; items name the one that made their limit.")
  public RestResponse<Page<SlaPolicyView>> list(@BeanParam SlaPolicyFilter filter) {
    return answers.page(filter, desk::page);
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "createSlaPolicy",
      summary = "The next number of a policy, from a future moment on",
      description = "Limits that already run are not changed by it.")
  @ResponseStatus(201)
  @Refuses(status = 409, when = "There is a policy from the same moment")
  public RestResponse<SlaPolicyView> create(NewSlaPolicy wanted) {
    return answers.created("/api/v1/sla-policies", desk.create(wanted));
  }
}
