package org.bihuan.inspection.evaluation;

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
import org.bihuan.inspection.actor.Reason;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Mock evaluations of the district. */
@Path("/api/v1/mock-evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mock-evaluations", description = "Mock evaluations by checklists (模拟测评)")
public class EvaluationResource {

  private final EvaluationDesk desk;
  private final EvaluationReading reading;
  private final Answers answers;

  EvaluationResource(EvaluationDesk desk, EvaluationReading reading, Answers answers) {
    this.desk = desk;
    this.reading = reading;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.DISCIPLINE,
    Role.ASSESSOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "listMockEvaluations",
      summary = "Mock evaluations with their scores, newest first",
      description = "Who speaks for a unit or a sub-district as well sees none before it begins.")
  public RestResponse<Page<EvaluationView>> list(@BeanParam EvaluationFilter filter) {
    return answers.page(filter, reading::page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.DISCIPLINE,
    Role.ASSESSOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "getMockEvaluation",
      summary = "One mock evaluation with its score",
      description = "Points, observations and the parts of the score have lists of their own.")
  public RestResponse<EvaluationView> read(@PathParam("id") UUID id) {
    return answers.one(reading.read(id));
  }

  @POST
  @RolesAllowed({Role.SPECIAL_TEAM, Role.COMMITTEE_INSPECTOR})
  @IdempotentRequest
  @Operation(
      operationId = "planMockEvaluation",
      summary = "Plan a mock evaluation with its points",
      description = "Each point is looked at by the newest checklist of its type of places.")
  @ResponseStatus(201)
  public RestResponse<EvaluationView> plan(NewEvaluation wanted) {
    EvaluationView planned = desk.plan(wanted);
    return answers.created("/api/v1/mock-evaluations/" + planned.id(), planned);
  }

  @POST
  @Path("/{id}/start")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.COMMITTEE_INSPECTOR})
  @IdempotentRequest
  @Operation(
      operationId = "startMockEvaluation",
      summary = "Begin a mock evaluation",
      description = "From now on its points are observed.")
  @Refuses(status = 409, when = "It has begun or is over (illegal-transition)")
  public RestResponse<EvaluationView> start(@PathParam("id") UUID id) {
    return answers.acted(desk.start(id));
  }

  @POST
  @Path("/{id}/conclusion")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.COMMITTEE_INSPECTOR})
  @IdempotentRequest
  @Operation(
      operationId = "concludeMockEvaluation",
      summary = "Sum a mock evaluation up",
      description = "Nothing is added to it from then on, and its scores are final.")
  @Refuses(status = 409, when = "It is not under way (illegal-transition)")
  public RestResponse<EvaluationView> conclude(
      @PathParam("id") UUID id, EvaluationSummary summary) {
    return answers.acted(desk.conclude(id, summary.summary()));
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.COMMITTEE_INSPECTOR})
  @IdempotentRequest
  @Operation(
      operationId = "cancelMockEvaluation",
      summary = "Call a mock evaluation off before it begins",
      description = "With a reason.")
  @Refuses(status = 409, when = "It has begun or is over (illegal-transition)")
  public RestResponse<EvaluationView> cancel(@PathParam("id") UUID id, Reason reason) {
    return answers.acted(desk.cancel(id, reason.reason()));
  }
}
