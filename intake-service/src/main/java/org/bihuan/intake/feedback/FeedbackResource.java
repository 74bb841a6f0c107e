package org.bihuan.intake.feedback;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What reporters said of the end of their complaints, to be read. */
@Path("/api/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feedback", description = "What reporters say after the write-off (评价、回访)")
public class FeedbackResource {

  private final FeedbackDesk desk;
  private final Answers answers;

  FeedbackResource(FeedbackDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.ASSESSOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "listFeedback",
      summary = "What reporters said after the write-off, newest first",
      description =
          "One for each complaint, not for each problem. Units and sub-districts do not read it: what"
              + " is not solved, as a reporter says, is looked at again without notice.")
  public RestResponse<Page<FeedbackView>> list(@Valid @BeanParam FeedbackFilter filter) {
    return answers.page(filter, desk::page);
  }

  @GET
  @Path("/figures")
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.ASSESSOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "getFeedbackFigures",
      summary = "Shares of reporters who say that it is solved and that they are satisfied",
      description =
          "Of all feedback given in the period, whichever way. Satisfied is who gives 3 to 5:"
              + " satisfied on the whole, satisfied, very satisfied. Each figure has the list behind"
              + " it; a share of nothing is null.")
  public RestResponse<FeedbackFigures> figures(
      @Parameter(description = "Only what was given at this moment or later") @QueryParam("from")
          Instant from,
      @Parameter(description = "Only what was given before this moment") @QueryParam("to")
          Instant to) {
    return RestResponse.ok(desk.figures(from, to));
  }
}
