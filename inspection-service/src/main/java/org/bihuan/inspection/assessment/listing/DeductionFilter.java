package org.bihuan.inspection.assessment.listing;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.inspection.assessment.closing.Book;
import org.bihuan.inspection.assessment.figure.AssessedMonth;
import org.bihuan.inspection.assessment.ruling.DeductionKind;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which deductions of a month are asked for. */
@Sorted("deductedAt")
public class DeductionFilter extends PageRequest {

  @Parameter(description = "Only those of this unit, by code, name or alias; repeat it for more")
  @QueryParam("unit")
  @CodeOf(Units.class)
  List<String> unit;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrict")
  @CodeOf(Subdistricts.class)
  List<String> subdistrict;

  @Parameter(description = "Only those for this; repeat it for more than one")
  @QueryParam("kind")
  List<DeductionKind> kind;

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
    Book book = Boolean.TRUE.equals(corrected) ? month.corrected() : month.book();
    Criteria asked =
        new Criteria()
            .equal("book", book.name())
            .equal("deducted.exempt", Boolean.TRUE.equals(exempt))
            .from("deducted.deductedAt", month.month().from())
            .before("deducted.deductedAt", month.month().to())
            .in("unitCode", unit)
            .in("subject.subdistrictCode", subdistrict)
            .in("deducted.kind", kind);
    return sight.narrow(asked, "e.unitCode", "e.subject.subdistrictCode");
  }
}
