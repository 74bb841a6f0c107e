package org.bihuan.inspection.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.inspection.finding.FindingDesk;
import org.bihuan.inspection.roundtable.RoundtableView;
import org.bihuan.inspection.roundtable.Roundtables;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.security.Caller;

/** Shows inspections as the caller may see them. */
@ApplicationScoped
@Transactional
public class InspectionReading {

  private final InspectionAccess access;
  private final Inspections inspections;
  private final FindingDesk findings;
  private final Roundtables roundtables;
  private final Caller caller;

  InspectionReading(
      InspectionAccess access,
      Inspections inspections,
      FindingDesk findings,
      Roundtables roundtables,
      Caller caller) {
    this.access = access;
    this.inspections = inspections;
    this.findings = findings;
    this.roundtables = roundtables;
    this.caller = caller;
  }

  Page<InspectionView> page(InspectionFilter filter) {
    return inspections
        .page(filter.narrow(access.criteria()), filter)
        .map(inspection -> InspectionView.of(inspection, caller));
  }

  /** Those the caller goes on that are planned for before {@code end} and not over. */
  public List<Inspection> toDoBy(Instant end) {
    return inspections.all(
        access
            .criteria()
            .in("status", List.of(InspectionStatus.PLANNED, InspectionStatus.STARTED))
            .before("plannedFor", end)
            .where("exists (select 1 from e.inspectors i where i.subject = %s)", caller.subject()));
  }

  /** An inspection with its newest findings; 404 when it is out of sight. */
  public InspectionView read(UUID id) {
    return view(access.visible(id));
  }

  /** An inspection with its newest findings, after everything the transaction did to it. */
  public InspectionView full(Inspection inspection) {
    inspections.flush();
    return view(inspection);
  }

  private InspectionView view(Inspection inspection) {
    return InspectionView.of(
        inspection,
        roundtables.ofInspection(inspection.id()).stream().map(RoundtableView::of).toList(),
        inspection.acts().stream().map(InspectionView.ActView::of).toList(),
        findings.newestOf(inspection.id()),
        caller);
  }
}
