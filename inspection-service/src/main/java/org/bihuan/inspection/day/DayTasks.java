package org.bihuan.inspection.day;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bihuan.contract.Place;
import org.bihuan.contract.RecheckKind;
import org.bihuan.inspection.evaluation.result.OpenPoint;
import org.bihuan.inspection.evaluation.result.OpenPoints;
import org.bihuan.inspection.inspection.Inspection;
import org.bihuan.inspection.inspection.InspectionReading;
import org.bihuan.inspection.inspection.trip.Stop;
import org.bihuan.inspection.recheck.Recheck;
import org.bihuan.inspection.recheck.RecheckReading;
import org.bihuan.kit.geo.Crs;
import org.bihuan.kit.security.Caller;

/** Collects what the caller has to do by some moment, as far as the caller may see it. */
@ApplicationScoped
class DayTasks {

  private final InspectionReading inspections;
  private final RecheckReading rechecks;
  private final OpenPoints points;
  private final Caller caller;

  DayTasks(
      InspectionReading inspections, RecheckReading rechecks, OpenPoints points, Caller caller) {
    this.inspections = inspections;
    this.rechecks = rechecks;
    this.points = points;
    this.caller = caller;
  }

  /**
   * Every task.
   *
   * @param end first moment after the day
   * @param from where the caller stands, or {@code null}
   */
  List<DayTask> until(Instant end, Instant now, Crs.Point from) {
    List<DayTask> tasks = new ArrayList<>();
    inspections.toDoBy(end).forEach(inspection -> tasks.addAll(inspection(inspection, from)));
    rechecks.toDoBy(end, now).forEach(recheck -> tasks.add(recheck(recheck, now, from)));
    points.toDoBy(end).forEach(point -> tasks.add(point(point, from)));
    return tasks;
  }

  /** The stops that are open; where none is, it waits for its conclusion at the last of them. */
  private List<DayTask> inspection(Inspection inspection, Crs.Point from) {
    List<Stop> stops = inspection.stops();
    List<DayTask> open =
        IntStream.range(0, stops.size())
            .filter(index -> !stops.get(index).isSettled())
            .mapToObj(index -> stop(inspection, index + 1, stops.get(index).sharedPlace(), from))
            .toList();
    return open.isEmpty() ? List.of(conclusion(inspection, from)) : open;
  }

  private DayTask stop(Inspection inspection, int number, Place place, Crs.Point from) {
    return ofInspection(TaskKind.INSPECTION_STOP, inspection, number, place, from);
  }

  private DayTask conclusion(Inspection inspection, Crs.Point from) {
    Place last = inspection.stops().get(inspection.stops().size() - 1).sharedPlace();
    return ofInspection(TaskKind.INSPECTION_CONCLUSION, inspection, null, last, from);
  }

  private DayTask ofInspection(
      TaskKind kind, Inspection inspection, Integer stop, Place place, Crs.Point from) {
    String focus = inspection.aim().focus();
    return new DayTask(
        kind,
        inspection.id(),
        stop,
        "/api/v1/inspections/" + inspection.id(),
        focus == null ? place.address() : focus,
        place.address(),
        place.subdistrictCode(),
        place.longitude(),
        place.latitude(),
        inspection.plannedFor(),
        null,
        false,
        true,
        distance(from, place));
  }

  private DayTask recheck(Recheck recheck, Instant now, Crs.Point from) {
    Place place = recheck.place();
    return new DayTask(
        recheck.kind() == RecheckKind.LOOK_BACK ? TaskKind.LOOK_BACK : TaskKind.RECHECK,
        recheck.id(),
        null,
        "/api/v1/rechecks/" + recheck.id(),
        recheck.item().title(),
        place.address(),
        place.subdistrictCode(),
        place.longitude(),
        place.latitude(),
        recheck.advisedFrom(),
        recheck.dueAt(),
        recheck.isOverdue(now),
        recheck.inspectors().stream()
            .anyMatch(inspector -> inspector.subject().equals(caller.subject())),
        distance(from, place));
  }

  private DayTask point(OpenPoint open, Crs.Point from) {
    Place place = open.point().sharedPlace();
    return new DayTask(
        TaskKind.EVALUATION_POINT,
        open.point().id(),
        null,
        "/api/v1/mock-evaluations/" + open.point().evaluationId(),
        open.evaluation(),
        place.address(),
        place.subdistrictCode(),
        place.longitude(),
        place.latitude(),
        open.plannedFor(),
        null,
        false,
        open.isNamed(),
        distance(from, place));
  }

  private static Long distance(Crs.Point from, Place place) {
    return from == null || place.longitude() == null
        ? null
        : Math.round(from.distanceTo(new Crs.Point(place.longitude(), place.latitude())));
  }
}
