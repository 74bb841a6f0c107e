package org.bihuan.intake.ledger;

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

/** The ledger: every fact of the loop, and the proof that none was changed. */
@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger", description = "Every fact of the loop, chained so that a change is found")
@RolesAllowed({
  Role.SPECIAL_TEAM,
  Role.TOP_LEADER,
  Role.LINE_LEADER,
  Role.COMMITTEE_INSPECTOR,
  Role.DISCIPLINE,
  Role.ASSESSOR,
  Role.ADMIN
})
public class LedgerResource {

  private final LedgerDesk desk;
  private final Answers answers;

  LedgerResource(LedgerDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listLedgerEntries",
      summary = "Facts on the ledger, newest first",
      description =
          "Everything that happened to complaints and problems in all three services, "
              + "each entry with its place in the hash chain once it is sealed.")
  public RestResponse<Page<LedgerEntryView>> list(@BeanParam LedgerFilter filter) {
    return answers.page(filter, desk::page);
  }
}
