package org.bihuan.intake.ledger;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which entries of the ledger are asked for. */
@Sorted("occurredAt")
public class LedgerFilter extends PageRequest {

  @Parameter(description = "Only those of this problem")
  @QueryParam("problemId")
  UUID problemId;

  @Parameter(description = "Only those about this complaint")
  @QueryParam("complaintId")
  UUID complaintId;

  @Parameter(description = "Only those of this kind; repeat it for more than one")
  @QueryParam("kind")
  @CodeOf(EntryKinds.class)
  List<String> kind;

  @Parameter(description = "Only those happened at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those happened before this moment")
  @QueryParam("to")
  Instant to;

  Criteria criteria() {
    return new Criteria()
        .equal("problemId", problemId)
        .equal("complaintId", complaintId)
        .in("kind", kind)
        .from("occurredAt", from)
        .before("occurredAt", to);
  }
}
