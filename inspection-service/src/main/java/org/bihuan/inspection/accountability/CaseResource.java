package org.bihuan.inspection.accountability;

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
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Matters of conduct: proposed, decided by a named person, served. */
@Path("/api/v1/accountability-cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accountability-cases", description = "Matters of conduct (线索移送、提请), restricted")
public class CaseResource {

  private final CaseReading reading;
  private final CaseDesk desk;
  private final Answers answers;

  CaseResource(CaseReading reading, CaseDesk desk, Answers answers) {
    this.reading = reading;
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @RolesAllowed({
    Role.COMMITTEE_INSPECTOR,
    Role.DISCIPLINE,
    Role.TOP_LEADER,
    Role.SPECIAL_TEAM,
    Role.UNIT_LEADER
  })
  @Operation(
      operationId = "listAccountabilityCases",
      summary = "Cases within the caller's sight, newest first, without their evidence",
      description =
          "Committee, discipline and first leaders read all, the special team what it has proposed. The leader of a unit reads"
              + " what was served on it; who speaks or works for the unit in another role sees nothing earlier either.")
  public RestResponse<Page<CaseView>> list(@BeanParam CaseFilter filter) {
    return answers.page(filter, reading::page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Role.COMMITTEE_INSPECTOR,
    Role.DISCIPLINE,
    Role.TOP_LEADER,
    Role.SPECIAL_TEAM,
    Role.UNIT_LEADER
  })
  @Operation(
      operationId = "getAccountabilityCase",
      summary = "One case with its evidence",
      description =
          "The evidence is what is known at the moment of reading about the items that the case rests on. Who works for the unit"
              + " reads the rounds up to the service, and no cards.")
  public RestResponse<CaseView> read(@PathParam("id") UUID id) {
    return answers.one(reading.read(id));
  }

  @POST
  @RolesAllowed({Role.COMMITTEE_INSPECTOR, Role.SPECIAL_TEAM})
  @ResponseStatus(201)
  @IdempotentRequest
  @Operation(
      operationId = "proposeAccountabilityCase",
      summary = "Propose a case about a unit, with the facts it rests on",
      description =
          "The system proposes C2 and C3 by itself when re-checks of one item have failed often enough. A proposal tells nobody"
              + " anything and changes no order.")
  @Refuses(
      status = 409,
      when =
          "The caller works for that unit, the one above or one below it (subject-unit), or a case of this level rests on just"
              + " these facts (already-proposed)")
  public RestResponse<CaseView> propose(NewCase asked) {
    CaseView view = desk.propose(asked);
    return answers.created("/api/v1/accountability-cases/" + view.id(), view);
  }

  @POST
  @Path("/{id}/decision")
  @RolesAllowed({Role.COMMITTEE_INSPECTOR, Role.DISCIPLINE})
  @IdempotentRequest
  @Operation(
      operationId = "decideAccountabilityCase",
      summary = "Confirm or dismiss a proposed case, with a reason",
      description =
          "Once. C1 and C2 are decided by an inspector of the committee, C3 by the discipline commission, never by who has"
              + " proposed it. The order runs on beside it, and so does its clock.")
  @Refuses(
      status = 403,
      when = "Another role decides about this level (not-your-level), or the role may not")
  @Refuses(
      status = 409,
      when =
          "It was decided (illegal-transition), or the caller has proposed it (own-proposal) or has done all re-checks that it"
              + " rests on (own-recheck)")
  public RestResponse<CaseView> decide(@PathParam("id") UUID id, CaseDecision decision) {
    return answers.acted(desk.decide(id, decision));
  }

  @POST
  @Path("/{id}/service")
  @RolesAllowed({Role.COMMITTEE_INSPECTOR, Role.DISCIPLINE})
  @IdempotentRequest
  @Operation(
      operationId = "serveAccountabilityCase",
      summary = "Record that a confirmed case was handed to its unit",
      description = "By the role that decides about its level. From now on the unit reads it.")
  @Refuses(
      status = 403,
      when = "Another role decides about this level (not-your-level), or the role may not")
  @Refuses(status = 409, when = "It is not confirmed, or was served (illegal-transition)")
  public RestResponse<CaseView> serve(@PathParam("id") UUID id) {
    return answers.acted(desk.serve(id));
  }
}
