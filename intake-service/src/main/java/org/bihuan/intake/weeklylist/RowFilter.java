package org.bihuan.intake.weeklylist;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.problem.ProblemStatus;
import org.bihuan.intake.subdistrict.Subdistricts;
import org.bihuan.intake.unit.Units;
import org.bihuan.kit.paging.AnyOf;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which rows of a weekly list are asked for. */
public class RowFilter extends PageRequest {

  private static final String LATE =
      "e.listed.dueAt is not null"
          + " and coalesce(e.listed.suspendedAt, e.listed.repliedAt, %s) > e.listed.dueAt"
          + " and (e.listed.repliedAt is not null or e.listed.status not in %s)";

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

  @Parameter(description = "true: those that an earlier list left unfinished; false: the new ones")
  @QueryParam("carried")
  Boolean carried;

  @Parameter(description = "true: those whose limit has passed without a final reply; false: not")
  @QueryParam("overdue")
  Boolean overdue;

  @Parameter(
      description =
          "Only the one with this number, whatever brackets, blanks, case and width it is written"
              + " with")
  @QueryParam("serial")
  String serial;

  /**
   * Narrows to what is asked for.
   *
   * @param asOf moment by which limits are measured
   */
  Criteria narrow(Criteria visible, Instant asOf) {
    Criteria criteria =
        visible
            .in("listed.status", status)
            .in("listed.categoryCode", categoryCode)
            .in("listed.subdistrictCode", subdistrictCode)
            .in("listed.leadUnitCode", unitCode)
            .serial(serial, "listed.serial");
    if (carried != null) {
      criteria.where("e.listed.carriedFrom is " + (carried ? "not null" : "null"));
    }
    return overdue == null
        ? criteria
        : new AnyOf().or(LATE, asOf, WeeklyLists.CALLED_OFF).narrow(criteria, overdue);
  }
}
