package org.bihuan.inspection.report;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.bihuan.kit.paging.Figure;
import org.bihuan.kit.time.DayPeriod;

/**
 * What a district reports upward about a period, each figure with the list behind it.
 *
 * @param from the first day, on the district's calendar
 * @param to the last day
 * @param orders supervision orders (督办单)
 * @param inspections inspections (督查) that set out in the period, and field studies (调研)
 * @param problems problems that were tracked
 * @param meetings meetings that were held
 * @param rechecks re-checks (回头看) on the spot that were done
 * @param covered share of the sub-districts that were visited in the period, in percent
 */
public record FiguresView(
    @NotNull LocalDate from,
    @NotNull LocalDate to,
    @NotNull OrderFigures orders,
    @NotNull InspectionFigures inspections,
    @NotNull ProblemFigures problems,
    @NotNull MeetingFigures meetings,
    @NotNull RecheckFigures rechecks,
    @NotNull Figure covered) {

  /**
   * Orders issued in the period, later cancelled ones included: a number is never given again.
   *
   * @param issued all of them
   * @param ROUTINE those by rule, or of one item assigned by hand
   * @param SPECIAL those that the special team made (专项督办单)
   * @param BULLETIN inspection bulletins used as orders (督查专报)
   */
  public record OrderFigures(
      @NotNull Figure issued,
      @NotNull Figure ROUTINE,
      @NotNull Figure SPECIAL,
      @NotNull Figure BULLETIN) {}

  /**
   * Inspections that set out in the period.
   *
   * @param special all but field studies (专项督查)
   * @param fieldStudies those made to study (调研)
   * @param FRONTLINE of the first leaders on the spot (一线督查), field studies included
   * @param LINE of the line leaders (线上督查), field studies included
   * @param AREA of the special team everywhere (面上督查), field studies included
   * @param findings what was reported in the period as found, at inspections and mock evaluations
   */
  public record InspectionFigures(
      @NotNull Figure special,
      @NotNull Figure fieldStudies,
      @NotNull Figure FRONTLINE,
      @NotNull Figure LINE,
      @NotNull Figure AREA,
      @NotNull Figure findings) {}

  /**
   * Problems that were tracked.
   *
   * @param filed those filed in the period
   * @param open those filed in the period that have not ended by now
   * @param writtenOff lines of the write-off journal in the period, whenever they were filed
   */
  public record ProblemFigures(
      @NotNull Figure filed, @NotNull Figure open, @NotNull Figure writtenOff) {}

  /**
   * Meetings called for the period that were held; the names are those of the kinds.
   *
   * @param held all of them
   * @param STANDING_COMMITTEE 常委会
   * @param COORDINATION 调度会
   * @param LINE_WEEKLY 分管工作线调度会
   * @param THEMATIC 专题会
   * @param ONSITE 现场会
   * @param ROUNDTABLE 座谈会
   */
  public record MeetingFigures(
      @NotNull Figure held,
      @NotNull Figure STANDING_COMMITTEE,
      @NotNull Figure COORDINATION,
      @NotNull Figure LINE_WEEKLY,
      @NotNull Figure THEMATIC,
      @NotNull Figure ONSITE,
      @NotNull Figure ROUNDTABLE) {}

  /**
   * Re-checks after a reply for which somebody was on the spot in the period.
   *
   * @param done all of them, whatever their outcome
   * @param passed share of them that passed, in percent
   */
  public record RecheckFigures(@NotNull Figure done, @NotNull Figure passed) {}

  static FiguresView of(DayPeriod period, ReportFigures figures) {
    return new FiguresView(
        period.first(),
        period.last(),
        new OrderFigures(
            figures.of(ReportItem.ORDERS),
            figures.of(ReportItem.ROUTINE_ORDERS),
            figures.of(ReportItem.SPECIAL_ORDERS),
            figures.of(ReportItem.BULLETIN_ORDERS)),
        new InspectionFigures(
            figures.of(ReportItem.SPECIAL_INSPECTIONS),
            figures.of(ReportItem.FIELD_STUDIES),
            figures.of(ReportItem.FRONTLINE_INSPECTIONS),
            figures.of(ReportItem.LINE_INSPECTIONS),
            figures.of(ReportItem.AREA_INSPECTIONS),
            figures.of(ReportItem.FINDINGS)),
        new ProblemFigures(
            figures.of(ReportItem.PROBLEMS_FILED),
            figures.of(ReportItem.PROBLEMS_OPEN),
            figures.of(ReportItem.PROBLEMS_WRITTEN_OFF)),
        new MeetingFigures(
            figures.of(ReportItem.MEETINGS),
            figures.of(ReportItem.STANDING_COMMITTEE_MEETINGS),
            figures.of(ReportItem.COORDINATION_MEETINGS),
            figures.of(ReportItem.LINE_WEEKLY_MEETINGS),
            figures.of(ReportItem.THEMATIC_MEETINGS),
            figures.of(ReportItem.ONSITE_MEETINGS),
            figures.of(ReportItem.ROUNDTABLE_MEETINGS)),
        new RecheckFigures(figures.of(ReportItem.RECHECKS), figures.of(ReportItem.RECHECKS_PASSED)),
        figures.of(ReportItem.SUBDISTRICTS_COVERED));
  }
}
