package org.bihuan.inspection.card;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Cards, to be read. */
@Path("/api/v1/warning-cards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "warning-cards", description = "Cards from counted facts (黄牌、红牌)")
public class CardResource {

  private final CardDesk desk;
  private final Answers answers;

  CardResource(CardDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @RolesAllowed({Role.SPECIAL_TEAM, Role.TOP_LEADER, Role.COMMITTEE_INSPECTOR, Role.DISCIPLINE})
  @Operation(
      operationId = "listWarningCards",
      summary = "Yellow and red cards, newest first",
      description =
          "A card follows by itself from what was counted: an item whose limit has passed, or one that a unit has again"
              + " and again not put right. It is never taken back, tells nobody anything, and is seen by no unit.")
  public RestResponse<Page<CardView>> list(@BeanParam CardFilter filter) {
    return answers.page(filter, desk::page);
  }
}
