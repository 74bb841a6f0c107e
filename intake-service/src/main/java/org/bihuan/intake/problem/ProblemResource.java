package org.bihuan.intake.problem;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.intake.ledger.LedgerEntryView;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Problems on the ledger. */
@Path("/api/v1/problems")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "problems", description = "What a complaint or a finding has become, and how far it is")
@RolesAllowed({
  Role.CHANNEL_CLERK,
  Role.SPECIAL_TEAM,
  Role.UNIT_HANDLER,
  Role.UNIT_LEADER,
  Role.SUBDISTRICT,
  Role.INSPECTOR,
  Role.LINE_LEADER,
  Role.TOP_LEADER,
  Role.COMMITTEE_INSPECTOR,
  Role.DISCIPLINE,
  Role.ASSESSOR,
  Role.ADMIN
})
public class ProblemResource {

  private final ProblemDesk desk;
  private final Answers answers;

  ProblemResource(ProblemDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listProblems",
      summary = "Problems, newest first",
      description =
          "Those within the caller's sight: a unit's own as lead or joint, a "
              + "sub-district's own, everyone else all.")
  public RestResponse<Page<ProblemView>> list(@BeanParam ProblemFilter filter) {
    return answers.page(filter, desk::page);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getProblem",
      summary = "One problem",
      description = "With its complaints, the unit that must fix it and the end of its limit.")
  public RestResponse<ProblemView> read(@PathParam("id") UUID id) {
    return answers.one(desk.read(id));
  }

  @GET
  @Path("/{id}/timeline")
  @Operation(
      operationId = "getProblemTimeline",
      summary = "Every fact of the loop, in order",
      description = "The entries of the ledger about this problem, oldest first.")
  public List<LedgerEntryView> timeline(@PathParam("id") UUID id) {
    return desk.timeline(id);
  }

  @GET
  @Path("/{id}/certificate")
  @Operation(
      operationId = "getProblemCertificate",
      summary = "Proof that the loop is closed, or what is missing",
      description =
          "One link for each step of the loop, with the ledger entry that shows it; "
              + "`missing` names what is absent.")
  public Certificate certificate(@PathParam("id") UUID id) {
    return desk.certificate(id);
  }
}
