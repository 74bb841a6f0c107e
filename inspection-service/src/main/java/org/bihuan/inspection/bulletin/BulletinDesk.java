package org.bihuan.inspection.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.inspection.finding.FindingDesk;
import org.bihuan.inspection.finding.FindingView;
import org.bihuan.inspection.inspection.InspectionReading;
import org.bihuan.inspection.inspection.InspectionView;
import org.bihuan.inspection.writeoff.WriteOffs;
import org.bihuan.kit.privacy.CallersView;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.paper.Paper;

/** Makes bulletins of what the caller may see at this moment. */
@ApplicationScoped
@Transactional
public class BulletinDesk {

  private final InspectionReading inspections;
  private final FindingDesk findings;
  private final WriteOffs writeOffs;
  private final CallersView callersView;
  private final BulletinNames names;
  private final Clock clock;

  BulletinDesk(
      InspectionReading inspections,
      FindingDesk findings,
      WriteOffs writeOffs,
      CallersView callersView,
      BulletinNames names,
      Clock clock) {
    this.inspections = inspections;
    this.findings = findings;
    this.writeOffs = writeOffs;
    this.callersView = callersView;
    this.names = names;
    this.clock = clock;
  }

  /**
   * The bulletin of an inspection.
   *
   * @throws Conflict {@code inspection-not-concluded} while it has no number
   */
  Paper bulletin(UUID id) {
    InspectionView inspection = inspections.read(id);
    if (inspection.bulletinSerial() == null) {
      throw new Conflict("inspection-not-concluded", inspection.status().name());
    }
    List<FindingView> seen = findings.allOf(id);
    return BulletinPaper.of(
        new Bulletin(
            callersView.of(inspection, InspectionView.class),
            seen.stream().map(finding -> callersView.of(finding, FindingView.class)).toList(),
            writeOffs.countOf(
                seen.stream().map(FindingView::problemId).filter(Objects::nonNull).toList()),
            clock.instant(),
            names::subdistrict,
            names::unit),
        names.issuingBody());
  }
}
