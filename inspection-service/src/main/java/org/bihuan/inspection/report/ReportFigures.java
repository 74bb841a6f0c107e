package org.bihuan.inspection.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.contract.MeetingKind;
import org.bihuan.contract.OrderKind;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.coverage.visit.Visits.PlaceVisits;
import org.bihuan.inspection.tally.Measure;
import org.bihuan.kit.paging.Figure;
import org.bihuan.kit.time.DayPeriod;

/**
 * Every figure of a report, each with the address of exactly the rows that it counts. Orders and
 * meetings are listed by dispatch-service, problems by intake-service; all others here.
 */
final class ReportFigures {

  private static final String OPEN_STATES =
      Stream.of("OPEN", "DISPATCHED", "REPLIED", "RECHECK_PENDING", "REWORK", "SUSPENDED")
          .map(status -> "&status=" + status)
          .collect(Collectors.joining());

  private final DayPeriod period;
  private final Map<String, Long> tallies;
  private final Map<ReportItem, Figure> figures = new EnumMap<>(ReportItem.class);

  /** The figures of {@code period}, from what happened in it by {@link Measure}. */
  ReportFigures(DayPeriod period, Map<String, Long> tallies) {
    this.period = period;
    this.tallies = tallies;
    orders();
    problems();
    meetings();
    rechecks();
  }

  private void orders() {
    String list = "/api/v1/orders?" + period.bounds("from", "to");
    count(ReportItem.ORDERS, sum(Measure.ofAllOrders()), list);
    for (OrderKind kind : OrderKind.values()) {
      count(
          ReportItem.valueOf(kind + "_ORDERS"),
          sum(List.of(Measure.of(kind))),
          list + "&kind=" + kind);
    }
  }

  private void problems() {
    String list = "/api/v1/problems?" + period.bounds("from", "to");
    long filed = sum(List.of(Measure.PROBLEM_FILED));
    count(ReportItem.PROBLEMS_FILED, filed, list);
    count(
        ReportItem.PROBLEMS_OPEN, filed - sum(List.of(Measure.PROBLEM_ENDED)), list + OPEN_STATES);
    count(
        ReportItem.PROBLEMS_WRITTEN_OFF,
        sum(List.of(Measure.WRITE_OFF)),
        "/api/v1/write-offs?" + period.bounds("from", "to"));
  }

  private void meetings() {
    String list = "/api/v1/meetings?" + period.bounds("from", "to") + "&status=HELD";
    count(ReportItem.MEETINGS, sum(Measure.ofAllMeetings()), list);
    for (MeetingKind kind : MeetingKind.values()) {
      count(
          ReportItem.valueOf(kind + "_MEETINGS"),
          sum(List.of(Measure.of(kind))),
          list + "&kind=" + kind);
    }
  }

  private void rechecks() {
    String list =
        "/api/v1/rechecks?"
            + period.bounds("doneFrom", "doneTo")
            + "&kind=AFTER_REPLY&visited=true";
    long all = sum(Measure.ofAllRechecks());
    count(ReportItem.RECHECKS, all, list);
    figures.put(
        ReportItem.RECHECKS_PASSED,
        Figure.share(
            sum(List.of(Measure.of(RecheckOutcome.PASSED))), all, list + "&outcome=PASSED"));
  }

  /**
   * Adds inspections that set out in the period.
   *
   * @param started rows of tier, method and number
   */
  void addInspections(List<Object[]> started) {
    String list = "/api/v1/inspections?" + period.bounds("startedFrom", "startedTo");
    String special =
        Arrays.stream(InspectionMethod.values())
            .filter(method -> method != InspectionMethod.FIELD_STUDY)
            .map(method -> "&method=" + method)
            .collect(Collectors.joining());
    String study = "&method=" + InspectionMethod.FIELD_STUDY;
    count(
        ReportItem.SPECIAL_INSPECTIONS,
        sum(started, row -> row[1] != InspectionMethod.FIELD_STUDY),
        list + special);
    count(
        ReportItem.FIELD_STUDIES,
        sum(started, row -> row[1] == InspectionMethod.FIELD_STUDY),
        list + study);
    for (InspectionTier tier : InspectionTier.values()) {
      count(
          ReportItem.valueOf(tier + "_INSPECTIONS"),
          sum(started, row -> row[0] == tier),
          list + "&tier=" + tier);
    }
  }

  void addFindings(long reported) {
    count(ReportItem.FINDINGS, reported, "/api/v1/findings?" + period.bounds("from", "to"));
  }

  void addCoverage(List<PlaceVisits> places) {
    figures.put(
        ReportItem.SUBDISTRICTS_COVERED,
        Figure.share(
            places.stream().filter(place -> place.visits() > 0).count(),
            places.size(),
            "/api/v1/reports/subdistricts?from=%s&to=%s&covered=true"
                .formatted(period.first(), period.last())));
  }

  /** The figure of {@code item}. */
  Figure of(ReportItem item) {
    return figures.get(item);
  }

  private void count(ReportItem item, long rows, String list) {
    figures.put(item, Figure.count(rows, list));
  }

  private long sum(Collection<String> measures) {
    return measures.stream().mapToLong(measure -> tallies.getOrDefault(measure, 0L)).sum();
  }

  private static long sum(List<Object[]> counted, Predicate<Object[]> wanted) {
    return counted.stream().filter(wanted).mapToLong(row -> (Long) row[2]).sum();
  }
}
