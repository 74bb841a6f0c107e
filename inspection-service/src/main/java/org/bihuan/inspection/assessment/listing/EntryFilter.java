package org.bihuan.inspection.assessment.listing;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.inspection.assessment.figure.AssessedMonth;
import org.bihuan.inspection.assessment.figure.FigureKind;
import org.bihuan.inspection.assessment.figure.Part;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which entries of a month are asked for. */
@Sorted({"dueAt", "issuedAt"})
public class EntryFilter extends PageRequest {

  @Parameter(description = "Only those of this unit, by code, name or alias; repeat it for more")
  @QueryParam("unit")
  @CodeOf(Units.class)
  List<String> unit;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrict")
  @CodeOf(Subdistricts.class)
  List<String> subdistrict;

  @Parameter(description = "The figure whose rows are meant, CLOSE_RATE when left out")
  @QueryParam("figure")
  FigureKind figure;

  @Parameter(
      description =
          "Rows of the numerator or of the denominator; the denominator when no figure is named, else the numerator")
  @QueryParam("part")
  Part part;

  @Parameter(description = "true for those that would count if they were not exempt")
  @QueryParam("exempt")
  Boolean exempt;

  @Parameter(
      description =
          "true for a closed month with what became known later; nothing when that changes nothing")
  @QueryParam("corrected")
  Boolean corrected;

  /** Narrows to what {@code sight} lets the caller see of it. */
  Criteria narrow(AssessedMonth month, AssessmentSight sight) {
    FigureKind kind = figure == null ? FigureKind.CLOSE_RATE : figure;
    Part rows = part != null ? part : figure == null ? Part.DENOMINATOR : Part.NUMERATOR;
    Criteria ofCohort =
        kind.cohort()
            .in(
                Boolean.TRUE.equals(corrected) ? month.corrected() : month.book(),
                month.month(),
                Boolean.TRUE.equals(exempt));
    return sight.narrow(
        kind.narrow(ofCohort, rows)
            .in("duty.unitCode", unit)
            .in("subject.subdistrictCode", subdistrict),
        "e.duty.unitCode",
        "e.subject.subdistrictCode");
  }
}
