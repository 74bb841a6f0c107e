package org.bihuan.dispatch.ruleset;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
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

/** Sets of routing rules: made, rehearsed, activated. */
@Path("/api/v1/routing-rule-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "routing-rules", description = "Which unit gets which problems")
@Authenticated
public class RuleSetResource {

  private final RuleSetDesk desk;
  private final RehearsalDesk rehearsals;
  private final Answers answers;

  RuleSetResource(RuleSetDesk desk, RehearsalDesk rehearsals, Answers answers) {
    this.desk = desk;
    this.rehearsals = rehearsals;
    this.answers = answers;
  }

  /**
   * From when on a set decides.
   *
   * @param activeFrom first moment, not in the past; now when {@code null}
   */
  public record RuleSetActivation(Instant activeFrom) {}

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listRoutingRuleSets",
      summary = "Rule sets, newest first",
      description = "One is ACTIVE at every moment. Their rules: `GET /routing-rules?setId=`.")
  public RestResponse<Page<RuleSetView>> list(@BeanParam RuleSetFilter filter) {
    return answers.page(filter, desk::page);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getRoutingRuleSet",
      summary = "One rule set",
      description = "Without its rules: `GET /routing-rules?setId=`.")
  public RestResponse<RuleSetView> read(@PathParam("id") UUID id) {
    return answers.one(desk.read(id));
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "createRoutingRuleSet",
      summary = "A copy of the active rule set with changes; it decides nothing yet",
      description =
          "Rules keep their numbers. It is never changed: for another change make another draft.")
  @ResponseStatus(201)
  public RestResponse<RuleSetView> create(NewRuleSet wanted) {
    RuleSetView set = desk.create(wanted);
    return answers.created("/api/v1/routing-rule-sets/" + set.id(), set);
  }

  @POST
  @Path("/{id}/rehearsal")
  @RolesAllowed({Role.ADMIN, Role.SPECIAL_TEAM})
  @IdempotentRequest
  @Operation(
      operationId = "rehearseRoutingRuleSet",
      summary = "Where a rule set would decide otherwise than the active one",
      description =
          "Over the items that came in within the last `days`, at most the newest 10 000. Both sets"
              + " decide as they would now; precedents go before both. Changes nothing.")
  public RestResponse<RehearsalView> rehearse(
      @PathParam("id") UUID id, @BeanParam RehearsalRequest request) {
    return RestResponse.ok(rehearsals.rehearse(id, request));
  }

  @POST
  @Path("/{id}/activation")
  @RolesAllowed(Role.ADMIN)
  @IdempotentRequest
  @Operation(
      operationId = "activateRoutingRuleSet",
      summary = "From a moment on a rule set decides instead of the active one",
      description =
          "At `activeFrom`, now when it is missing. A set that was to begin later is a draft again. Rules"
              + " that the active set gets until then are added to this one too. What has been given to"
              + " a unit stays there.")
  @Refuses(
      status = 409,
      when =
          "It decides or has decided (rule-set-activated); the active set has changed since it was"
              + " copied (rule-set-outdated); it names units that take no more work"
              + " (rule-set-names-inactive-unit)")
  public RestResponse<RuleSetView> activate(
      @PathParam("id") UUID id, RuleSetActivation activation) {
    return answers.acted(desk.activate(id, activation.activeFrom()));
  }
}
