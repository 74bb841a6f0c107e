package org.bihuan.dispatch.paper;

import jakarta.transaction.TransactionScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.dispatch.district.Category;
import org.bihuan.dispatch.district.Subdistrict;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.dispatch.sla.Deadlines;

/** What the district's reference data calls things. */
@TransactionScoped
public class DistrictNames implements PaperNames {

  private final Categories categories;
  private final Subdistricts subdistricts;
  private final Deadlines deadlines;

  DistrictNames(Categories categories, Subdistricts subdistricts, Deadlines deadlines) {
    this.categories = categories;
    this.subdistricts = subdistricts;
    this.deadlines = deadlines;
  }

  @Override
  public String category(String code) {
    return code == null ? "" : categories.findByIdOptional(code).map(Category::name).orElse(code);
  }

  @Override
  public String subdistrict(String code) {
    return code == null
        ? ""
        : subdistricts.findByIdOptional(code).map(Subdistrict::name).orElse(code);
  }

  @Override
  public Optional<Duration> limit(DeadlineClass deadlineClass, Instant issuedAt) {
    return deadlines
        .first(deadlineClass, issuedAt)
        .map(deadline -> Duration.between(deadline.startedAt(), deadline.dueAt()));
  }
}
