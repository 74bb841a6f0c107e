package org.bihuan.dispatch.order;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.OrderKind;
import org.bihuan.dispatch.unit.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which orders are asked for. */
@Sorted("issuedAt")
public class OrderFilter extends PageRequest {

  @Parameter(
      description =
          "Only those in this state; repeat it for more than one. Drafts are listed when DRAFT is asked for, and for the special team alone")
  @QueryParam("status")
  List<OrderStatus> status;

  @Parameter(description = "Only those of this kind; repeat it for more than one")
  @QueryParam("kind")
  List<OrderKind> kind;

  @Parameter(description = "Lead unit, by code, name or alias; repeat it for more than one")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
  List<String> unitCode;

  @Parameter(
      description =
          "Only the one with this number, whatever brackets, blanks, case and width it is written"
              + " with, e.g. 创督〔2026〕104号")
  @QueryParam("serial")
  String serial;

  @Parameter(description = "Only orders issued at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only orders issued before this moment")
  @QueryParam("to")
  Instant to;

  Criteria narrow(Criteria visible) {
    return OrderStatus.narrow(visible, status)
        .in("kind", kind)
        .in("leadUnit.code", unitCode)
        .serial(serial, "serial")
        .from("issuedAt", from)
        .before("issuedAt", to);
  }
}
