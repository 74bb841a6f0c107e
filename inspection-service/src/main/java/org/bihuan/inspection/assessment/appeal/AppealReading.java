package org.bihuan.inspection.assessment.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.bihuan.contract.UnitName;
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
    return appeals.page(filter.narrow(access.criteria(month)), filter).map(this::view);
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
    UnitName unit = new UnitName(appeal.unitCode(), units.nameOf(appeal.unitCode()));
    return AppealView.of(appeal, unit, appeal.actionsFor(access.reviewer()));
  }
}
