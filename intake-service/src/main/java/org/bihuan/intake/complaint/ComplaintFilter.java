package org.bihuan.intake.complaint;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.SourceKind;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;

/** Which complaints are asked for. */
public class ComplaintFilter extends PageRequest {

  @QueryParam("status")
  List<ComplaintStatus> status;

  @QueryParam("channel")
  List<String> channel;

  @QueryParam("sourceKind")
  List<SourceKind> sourceKind;

  @QueryParam("categoryCode")
  List<String> categoryCode;

  @QueryParam("subdistrictCode")
  List<String> subdistrictCode;

  @QueryParam("problemId")
  UUID problemId;

  @QueryParam("sourceRef")
  String sourceRef;

  @QueryParam("from")
  Instant from;

  @QueryParam("to")
  Instant to;

  @QueryParam("q")
  String q;

  Criteria narrow(Criteria visible) {
    return visible
        .in("status", status)
        .in("channel", channel)
        .in("sourceKind", sourceKind)
        .in("categoryCode", categoryCode)
        .in("site.subdistrictCode", subdistrictCode)
        .equal("problem.id", problemId)
        .equal("sourceRef", sourceRef)
        .from("receivedAt", from)
        .before("receivedAt", to)
        .containing("coalesce(e.subject, '') || ' ' || e.text", q);
  }
}
