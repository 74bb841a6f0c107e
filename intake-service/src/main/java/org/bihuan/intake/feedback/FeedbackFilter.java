package org.bihuan.intake.feedback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.FeedbackWay;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.channel.Channels;
import org.bihuan.intake.subdistrict.Subdistricts;
import org.bihuan.intake.unit.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which feedback is asked for; unit, category and sub-district are those of the problem. */
@Sorted("givenAt")
public class FeedbackFilter extends PageRequest {

  @Parameter(description = "true: only what is solved, as its reporter says; false: what is not")
  @QueryParam("resolved")
  Boolean resolved;

  @Parameter(description = "Only those with this mark, 1 to 5; repeat it for more than one")
  @QueryParam("satisfaction")
  List<@Min(1) @Max(FeedbackPolicy.BEST) Integer> satisfaction;

  @Parameter(
      description =
          "Only those given this way: PUBLIC by the tracking code, CALL_BACK to a clerk who called;"
              + " repeat it for more than one")
  @QueryParam("way")
  List<FeedbackWay> way;

  @Parameter(
      description =
          "Only those of complaints that came by this channel; repeat it for more than one")
  @QueryParam("channel")
  @CodeOf(Channels.class)
  List<String> channel;

  @Parameter(description = "Responsible unit, by code, name or alias; repeat it for more than one")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
  List<String> unitCode;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "Only those of this category; repeat it for more than one")
  @QueryParam("categoryCode")
  @CodeOf(Categories.class)
  List<String> categoryCode;

  @Parameter(description = "Only those of this problem")
  @QueryParam("problemId")
  UUID problemId;

  @Parameter(description = "Only those given at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those given before this moment")
  @QueryParam("to")
  Instant to;

  Criteria narrow(Criteria visible) {
    return visible
        .equal("resolved", resolved)
        .in("satisfaction", satisfaction)
        .in("way", way)
        .in("complaint.channel", channel)
        .in("problem.item.leadUnitCode", unitCode)
        .in("problem.subdistrictCode", subdistrictCode)
        .in("problem.categoryCode", categoryCode)
        .equal("problem.id", problemId)
        .from("givenAt", from)
        .before("givenAt", to);
  }
}
