package org.bihuan.inspection.card;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which cards are asked for; {@code from} is included, {@code to} is not. */
@Sorted("issuedAt")
public class CardFilter extends PageRequest {

  @Parameter(description = "Only those of this colour; repeat it for more than one")
  @QueryParam("kind")
  List<CardKind> kind;

  @Parameter(description = "Only those for this; repeat it for more than one")
  @QueryParam("cause")
  List<CardCause> cause;

  @Parameter(description = "Unit that had the item, by code, name or alias; repeat it for more")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
  List<String> unitCode;

  @Parameter(description = "Only those about this problem; repeat it for more than one")
  @QueryParam("problemId")
  List<UUID> problemId;

  @Parameter(description = "Only those about this order item; repeat it for more than one")
  @QueryParam("itemId")
  List<UUID> itemId;

  @Parameter(description = "Only those for facts of this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those for facts before this moment")
  @QueryParam("to")
  Instant to;

  Criteria narrow(Criteria visible) {
    return visible
        .in("kind", kind)
        .in("cause", cause)
        .in("unitCode", unitCode)
        .in("problemId", problemId)
        .in("itemId", itemId)
        .from("issuedAt", from)
        .before("issuedAt", to);
  }
}
