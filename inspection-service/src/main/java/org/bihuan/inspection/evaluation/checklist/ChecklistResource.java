package org.bihuan.inspection.evaluation.checklist;

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
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** What is looked at at places of each type. */
@Path("/api/v1/evaluation-checklists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mock-evaluations", description = "Mock evaluations by checklists (模拟测评)")
public class ChecklistResource {

  private final ChecklistDesk desk;
  private final Answers answers;

  ChecklistResource(ChecklistDesk desk, Answers answers) {
    this.desk = desk;
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
      operationId = "listChecklists",
      summary = "Checklists of all types of places, newest first",
      description = "Replaced ones too, by which earlier evaluations were made.")
  public RestResponse<Page<ChecklistView>> list(@BeanParam ChecklistFilter filter) {
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
      operationId = "getChecklist",
      summary = "One checklist with its items",
      description = "It never changes.")
  public RestResponse<ChecklistView> read(@PathParam("id") UUID id) {
    return answers.one(desk.read(id));
  }

  @POST
  @RolesAllowed({Role.SPECIAL_TEAM, Role.ADMIN})
  @IdempotentRequest
  @Operation(
      operationId = "createChecklist",
      summary = "The next checklist of a type of places",
      description =
          "New evaluations use it; those planned before keep theirs. A type that is not known yet begins with it.")
  @ResponseStatus(201)
  public RestResponse<ChecklistView> create(NewChecklist wanted) {
    ChecklistView created = desk.create(wanted);
    return answers.created("/api/v1/evaluation-checklists/" + created.id(), created);
  }
}
