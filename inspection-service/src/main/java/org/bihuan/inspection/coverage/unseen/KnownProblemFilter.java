package org.bihuan.inspection.coverage.unseen;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which problems are asked for; {@code from} is included, {@code to} is not. */
@Sorted("knownAt")
public class KnownProblemFilter extends PageRequest {

  @Parameter(description = "Only those first told of at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those first told of before this moment")
  @QueryParam("to")
  Instant to;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "true for those that residents complained of, false for all others")
  @QueryParam("complained")
  Boolean complained;

  @Parameter(description = "true for those that an inspection found, false for all others")
  @QueryParam("found")
  Boolean found;

  @Parameter(
      description = "true for those found before anybody complained of them, false for all others")
  @QueryParam("foundFirst")
  Boolean foundFirst;

  Criteria narrow(Instant now) {
    Criteria criteria = Sources.within(from, to == null ? now : to);
    criteria.in("subdistrictCode", subdistrictCode);
    narrow(criteria, Sources.COMPLAINED, complained);
    narrow(criteria, Sources.FOUND, found);
    narrow(criteria, Sources.FOUND_FIRST, foundFirst);
    return criteria;
  }

  private static void narrow(Criteria criteria, String condition, Boolean met) {
    if (met != null) {
      criteria.where(met ? condition : "not (" + condition + ")");
    }
  }
}
