package org.bihuan.dispatch.routing;

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

/** Which unit gets which problems. */
@Path("/api/v1/routing-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "routing-rules", description = "Which unit gets which problems")
@Authenticated
public class RoutingRuleResource {

  private final RoutingDesk desk;
  private final Answers answers;

  RoutingRuleResource(RoutingDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listRoutingRules",
      summary = "Routing rules, newest first",
      description =
          "Of the active rule set, or of those that `setId` names; old ones too, each with the span in"
              + " which it holds.")
  public RestResponse<Page<RoutingRuleView>> list(@BeanParam RoutingRuleFilter filter) {
    return answers.page(filter, desk::page);
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "createRoutingRule",
      summary = "A new rule of the active set; it takes over from the older one for the same scope",
      description =
          "A rule for a community goes before one for its sub-district, and that before one for the"
              + " whole district; at the same place one for the source of the problem before one for"
              + " all sources; then the newer one.")
  @ResponseStatus(201)
  @Refuses(status = 409, when = "There is a rule from the same moment")
  public RestResponse<RoutingRuleView> create(NewRoutingRule wanted) {
    return answers.created("/api/v1/routing-rules", desk.create(wanted));
  }
}
