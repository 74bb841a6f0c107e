package org.bihuan.intake.problem;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.search.SearchedProblem;
import org.bihuan.intake.subdistrict.Subdistricts;
import org.bihuan.intake.unit.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which problems are asked for. */
@Sorted({"dueAt", "filedAt"})
public class ProblemFilter extends PageRequest {

  @Parameter(description = "Only those in this state; repeat it for more than one")
  @QueryParam("status")
  List<ProblemStatus> status;

  @Parameter(description = "Only those of this category; repeat it for more than one")
  @QueryParam("categoryCode")
  @CodeOf(Categories.class)
  List<String> categoryCode;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "Responsible unit, by code, name or alias; repeat it for more than one")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
  List<String> unitCode;

  @Parameter(description = "Only those found by this kind of source; repeat it for more than one")
  @QueryParam("sourceKind")
  List<SourceKind> sourceKind;

  @Parameter(description = "Only those of this deadline class; repeat it for more than one")
  @QueryParam("deadlineClass")
  List<DeadlineClass> deadlineClass;

  @Parameter(description = "Only the one that this finding became")
  @QueryParam("findingId")
  UUID findingId;

  @Parameter(description = "Only those filed at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those filed before this moment")
  @QueryParam("to")
  Instant to;

  @Parameter(
      description =
          "Only the one with this number, whatever brackets, blanks, case and width it is written"
              + " with")
  @QueryParam("serial")
  String serial;

  @Parameter(
      description =
          "Words of the title or the description; all of them must be there, in any order, case or width")
  @QueryParam("q")
  String q;

  @Parameter(description = "Only those as which this problem, written off, has come back")
  @QueryParam("relapseOf")
  UUID relapseOf;

  Criteria narrow(Criteria visible) {
    return visible
        .in("status", status)
        .in("categoryCode", categoryCode)
        .in("subdistrictCode", subdistrictCode)
        .in("item.leadUnitCode", unitCode)
        .in("sourceKind", sourceKind)
        .in("deadlineClass", deadlineClass)
        .equal("findingId", findingId)
        .equal("relapseOf", relapseOf)
        .from("filedAt", from)
        .before("filedAt", to)
        .serial(serial, "serial")
        .containing(SearchedProblem.class, q);
  }
}
