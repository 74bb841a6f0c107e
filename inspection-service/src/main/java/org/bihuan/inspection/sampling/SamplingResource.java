package org.bihuan.inspection.sampling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a sample of the re-checks of a unit would be, or is. */
@Path("/api/v1/rechecks/sampling")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sampling", description = "Re-checks of which a sample alone is visited (抽样核查)")
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
public class SamplingResource {

  private final LotDesk desk;
  private final Answers answers;

  SamplingResource(LotDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "getSampling",
      summary = "The sample of a unit, class and week, or what it would be",
      description =
          "As long as no lot was opened this week: how many there are, and the size and acceptance number of a lot of them.")
  @Refuses(
      status = 404,
      when = "There is no lot, and nothing that one could be made of (lot-not-found)")
  public RestResponse<LotView> sampling(@Valid @BeanParam SamplingQuestion question) {
    return answers.one(desk.sampling(question));
  }
}
