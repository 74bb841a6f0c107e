package org.bihuan.inspection.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import org.bihuan.inspection.coverage.visit.Visits;
import org.bihuan.inspection.finding.FindingDesk;
import org.bihuan.inspection.inspection.Inspections;
import org.bihuan.inspection.tally.Tallies;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.time.DayPeriod;

/** Draws up what is reported upward. */
@ApplicationScoped
@Transactional
class FiguresDesk {

  private final Tallies tallies;
  private final Inspections inspections;
  private final FindingDesk findings;
  private final Visits visits;

  FiguresDesk(Tallies tallies, Inspections inspections, FindingDesk findings, Visits visits) {
    this.tallies = tallies;
    this.inspections = inspections;
    this.findings = findings;
    this.visits = visits;
  }

  FiguresView read(LocalDate from, LocalDate to) {
    DayPeriod period = DayPeriod.of(from, to);
    return FiguresView.of(period, figures(period));
  }

  Page<ReportLine> lines(ReportFilter filter) {
    ReportFigures figures = figures(filter.period());
    return filter.pageOf(
        Arrays.stream(ReportItem.values())
            .map(item -> ReportLine.of(item, figures.of(item)))
            .toList());
  }

  Page<SubdistrictVisits> subdistricts(CoveredFilter filter) {
    DayPeriod period = filter.period();
    return filter.pageOf(
        visits.within(period.begin(), period.end()).stream()
            .filter(filter::matches)
            .map(place -> SubdistrictVisits.of(place, period))
            .toList());
  }

  private ReportFigures figures(DayPeriod period) {
    ReportFigures figures = new ReportFigures(period, tallies.of(period.first(), period.last()));
    figures.addInspections(inspections.startedBy(period.begin(), period.end()));
    figures.addFindings(findings.reported(period.begin(), period.end()));
    figures.addCoverage(visits.within(period.begin(), period.end()));
    return figures;
  }
}
