package org.bihuan.inspection.writeoff;

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

/** The write-off journal, to be read. */
@Path("/api/v1/write-offs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "write-offs", description = "The journal of problems written off (销账)")
public class WriteOffResource {

  private final WriteOffDesk desk;
  private final Answers answers;

  WriteOffResource(WriteOffDesk desk, Answers answers) {
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
      operationId = "listWriteOffs",
      summary = "The write-off journal, newest first",
      description =
          "Append-only. A problem is written off here and nowhere else; the other "
              + "services follow.")
  public RestResponse<Page<WriteOffView>> list(@BeanParam WriteOffFilter filter) {
    return answers.page(filter, desk::page);
  }
}
