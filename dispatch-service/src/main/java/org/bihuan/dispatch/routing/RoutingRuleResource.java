package org.bihuan.dispatch.routing;

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

  /** A page of routing rules in the description of the API. */
  public record RoutingRulePage(List<RoutingRuleView> items, String nextCursor, Long total) {}

  @GET
  @Operation(
      operationId = "listRoutingRules",
      summary = "Routing rules, newest first",
      description = "Old ones too, each with the span in which it holds.")
  @APIResponse(
      responseCode = "200",
      description = "A page of rules",
      content = @Content(schema = @Schema(implementation = RoutingRulePage.class)))
  public Response list(@BeanParam RoutingRuleFilter filter) {
    return answers.page(desk.page(filter));
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "createRoutingRule",
      summary = "A new rule; it takes over from the older one for the same category and place",
      description = "A rule for a sub-district goes before one for the whole district.")
  @APIResponse(
      responseCode = "201",
      description = "The rule",
      content = @Content(schema = @Schema(implementation = RoutingRuleView.class)))
  @APIResponse(responseCode = "409", description = "There is a rule from the same moment")
  public Response create(NewRoutingRule wanted) {
    RoutingRuleView rule = desk.create(wanted);
    return answers.created("/api/v1/routing-rules", rule, 0);
  }
}
