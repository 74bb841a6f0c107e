package org.bihuan.intake.ledger.head;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Signed heads, which say nothing of anybody: whoever keeps one can hold the ledger to it. */
@Path("/api/v1/ledger/heads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger")
@Authenticated
public class HeadResource {

  private final HeadDesk desk;
  private final Answers answers;

  HeadResource(HeadDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listLedgerHeads",
      summary = "The signed end of each day of the ledger, newest first",
      description =
          "Keep them elsewhere: nothing up to a head can be changed, added or cut off afterwards "
              + "without its being seen. A day is signed some seconds after its end, an empty one "
              + "too; none without a signing key.")
  public RestResponse<Page<HeadView>> list(@BeanParam HeadFilter filter) {
    return answers.page(filter, desk::page);
  }
}
