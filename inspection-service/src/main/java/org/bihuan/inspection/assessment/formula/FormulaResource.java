package org.bihuan.inspection.assessment.formula;

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

/** The formula by which months are assessed, in versions. */
@Path("/api/v1/assessment-formulas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assessments", description = "Monthly assessment of units and sub-districts (月度考核)")
public class FormulaResource {

  private final FormulaDesk desk;
  private final Answers answers;

  FormulaResource(FormulaDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @RolesAllowed({
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
  @Operation(
      operationId = "listAssessmentFormulas",
      summary = "Versions of the formula, newest first",
      description =
          "A month is assessed by the newest version whose first month it is, or lies before it. A version never changes.")
  public RestResponse<Page<FormulaView>> list(@BeanParam FormulaFilter filter) {
    return answers.page(filter, desk::page);
  }

  @POST
  @RolesAllowed(Role.SPECIAL_TEAM)
  @ResponseStatus(201)
  @IdempotentRequest
  @Operation(
      operationId = "setAssessmentFormula",
      summary = "Set the next version of the formula",
      description =
          "For months from `fromMonth` on. The weights are together 1. Months that are closed stay as they are, so it can be for none of them.")
  @Refuses(status = 409, when = "A month that it would be for is closed (month-closed)")
  public RestResponse<FormulaView> set(NewFormula asked) {
    return answers.created("/api/v1/assessment-formulas", desk.set(asked));
  }
}
