package org.bihuan.inspection.evaluation.observation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which observations are asked for; {@code from} is included, {@code to} is not. */
@Sorted("observedAt")
public class ObservationFilter extends PageRequest {

  @Parameter(description = "Only those of this evaluation; repeat it for more than one")
  @QueryParam("evaluationId")
  List<UUID> evaluationId;

  @Parameter(description = "Only those at this point; repeat it for more than one")
  @QueryParam("pointId")
  List<UUID> pointId;

  @Parameter(description = "Only those by this checklist; repeat it for more than one")
  @QueryParam("checklistId")
  List<UUID> checklistId;

  @Parameter(description = "Only those of the item with this number; repeat it for more than one")
  @QueryParam("item")
  List<@Min(1) @Max(500) Integer> item;

  @Parameter(description = "Only those with this outcome; repeat it for more than one")
  @QueryParam("outcome")
  List<ObservationOutcome> outcome;

  @Parameter(description = "Only those at places of this type; repeat it for more than one")
  @QueryParam("placeType")
  List<String> placeType;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "true for those that led to a finding, false for all others")
  @QueryParam("found")
  Boolean found;

  @Parameter(description = "Only those made at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those made before this moment")
  @QueryParam("to")
  Instant to;

  Criteria narrow() {
    Criteria criteria =
        new Criteria()
            .in("evaluationId", evaluationId)
            .in("pointId", pointId)
            .in("checklistId", checklistId)
            .in("item", item)
            .in("outcome", outcome)
            .in("placeTypeCode", placeType)
            .in("subdistrictCode", subdistrictCode)
            .from("observedAt", from)
            .before("observedAt", to);
    return found == null
        ? criteria
        : criteria.where("e.findingId is " + (found ? "not null" : "null"));
  }
}
