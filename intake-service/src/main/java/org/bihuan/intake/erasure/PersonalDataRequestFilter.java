package org.bihuan.intake.erasure;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which requests about personal data are asked for. */
@Sorted("madeAt")
public class PersonalDataRequestFilter extends PageRequest {

  @Parameter(description = "Only those for this; repeat it for more than one")
  @QueryParam("kind")
  List<PersonalDataRequestKind> kind;

  @Parameter(description = "Only those made at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those made before this moment")
  @QueryParam("to")
  Instant to;

  Criteria criteria() {
    return new Criteria().in("kind", kind).from("madeAt", from).before("madeAt", to);
  }
}
