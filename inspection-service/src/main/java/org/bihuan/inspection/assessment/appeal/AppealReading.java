package org.bihuan.inspection.assessment.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.assessment.appeal.review.Reviewer;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.time.Month;

/** Shows appeals as the caller may see them. */
@ApplicationScoped
@Transactional
class AppealReading {

  private final Appeals appeals;
  private final AppealAccess access;
  private final Units units;

  AppealReading(Appeals appeals, AppealAccess access, Units units) {
    this.appeals = appeals;
    this.access = access;
    this.units = units;
  }

  Page<AppealView> page(Month month, AppealFilter filter) {
    Page<Appeal> found = appeals.page(filter.narrow(access.criteria(month)), filter);
    return found.map(views(found.items()));
  }

  AppealView read(Month month, UUID id) {
    return view(access.visible(month, id));
  }

  /** An appeal after everything the running transaction did to it. */
  AppealView full(Appeal appeal) {
    appeals.flush();
    return view(appeal);
  }

  private AppealView view(Appeal appeal) {
    return views(List.of(appeal)).apply(appeal);
  }

  /** What is seen of {@code shown}, in as many queries as for one. */
  private Function<Appeal, AppealView> views(List<Appeal> shown) {
    Function<String, UnitName> named = units.named();
    Reviewer caller = access.reviewer(shown);
    return appeal ->
        AppealView.of(appeal, named.apply(appeal.unitCode()), appeal.actionsFor(caller));
  }
}
