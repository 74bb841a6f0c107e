package org.bihuan.intake.ledger;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;

/** Which entries of the ledger are asked for. */
public class LedgerFilter extends PageRequest {

  @QueryParam("problemId")
  UUID problemId;

  @QueryParam("complaintId")
  UUID complaintId;

  @QueryParam("kind")
  List<String> kind;

  @QueryParam("from")
  Instant from;

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
