package org.bihuan.inspection.evaluation.observation;

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
import org.bihuan.inspection.finding.FindingView;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** What is seen at the points of mock evaluations. */
@Path("/api/v1/evaluation-observations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mock-evaluations", description = "Mock evaluations by checklists (模拟测评)")
public class ObservationResource {

  private final ObservationDesk desk;
  private final ObservedFindingDesk findings;
  private final Answers answers;

  ObservationResource(ObservationDesk desk, ObservedFindingDesk findings, Answers answers) {
    this.desk = desk;
    this.findings = findings;
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
      operationId = "listObservations",
      summary = "What was seen at the points of evaluations, newest first",
      description = "The list behind the scores of mock evaluations.")
  public RestResponse<Page<ObservationView>> list(@BeanParam ObservationFilter filter) {
    return answers.page(filter, desk::page);
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
      operationId = "getObservation",
      summary = "One observation",
      description = "It stays as it was told; only the finding it leads to comes later.")
  public RestResponse<ObservationView> read(@PathParam("id") UUID id) {
    return answers.one(desk.read(id));
  }

  @POST
  @Path("/{id}/finding")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.INSPECTOR, Role.COMMITTEE_INSPECTOR})
  @IdempotentRequest
  @Operation(
      operationId = "reportObservedFinding",
      summary = "Make a problem of an item that failed",
      description =
          "A finding like that of an inspection: intake-service files it, and it goes through the loop. The"
              + " score does not change with it.")
  @ResponseStatus(201)
  @Refuses(status = 403, when = "Other inspectors were named (not-your-evaluation)")
  @Refuses(
      status = 409,
      when =
          "The item did not fail (observation-not-failed), or there is a finding of it (finding-reported)")
  public RestResponse<FindingView> report(@PathParam("id") UUID id, NewObservedFinding sent) {
    FindingView finding = findings.report(id, sent);
    return answers.created("/api/v1/findings/" + finding.id(), finding);
  }
}
