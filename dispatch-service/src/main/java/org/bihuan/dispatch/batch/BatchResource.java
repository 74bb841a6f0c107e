package org.bihuan.dispatch.batch;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Many orders at once. */
@Path("/api/v1/orders/batch")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders", description = "Supervision orders (督办单)")
@RolesAllowed(Role.SPECIAL_TEAM)
public class BatchResource {

  private final BatchDesk desk;

  BatchResource(BatchDesk desk) {
    this.desk = desk;
  }

  @POST
  @IdempotentRequest
  @Operation(
      operationId = "issueOrders",
      summary = "The special team puts a selection of problems on orders, one for each unit",
      description =
          "Which unit that is, the selection says, else who has the item, else the rules as they are now;"
              + " units that help come with the last two. All or nothing: `errors` names each problem that"
              + " cannot be put on an order. `dryRun` says what would be issued and takes no number.")
  public RestResponse<BatchView> issue(NewBatch wanted) {
    return RestResponse.ok(desk.issue(wanted));
  }

  @POST
  @Path("/drafts")
  @IdempotentRequest
  @Operation(
      operationId = "issueOrderDrafts",
      summary = "The special team issues 1 to 50 drafts together",
      description =
          "All or nothing: `errors` names each draft, and each item of it, that cannot be issued as it is."
              + " `dryRun` says what would be issued and takes no number.")
  public RestResponse<BatchView> issueDrafts(DraftBatch wanted) {
    return RestResponse.ok(desk.issue(wanted));
  }
}
