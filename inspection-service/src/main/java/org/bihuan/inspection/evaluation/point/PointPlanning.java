package org.bihuan.inspection.evaluation.point;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.inspection.evaluation.checklist.Checklist;
import org.bihuan.inspection.evaluation.checklist.Checklists;
import org.bihuan.inspection.reference.Districts;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** Puts points on the map and gives each the checklist of its type. */
@ApplicationScoped
public class PointPlanning {

  private final Checklists checklists;
  private final Subdistricts subdistricts;
  private final Districts districts;

  PointPlanning(Checklists checklists, Subdistricts subdistricts, Districts districts) {
    this.checklists = checklists;
    this.subdistricts = subdistricts;
    this.districts = districts;
  }

  /**
   * The points of an evaluation, numbered in their order.
   *
   * @throws Invalid {@code unknown-subdistrict} and {@code unknown-place-type}, naming each point
   *     that has one
   */
  public List<EvaluationPoint> of(UUID evaluationId, List<NewPoint> sent) {
    Map<String, Checklist> lists =
        checklists.newestOf(sent.stream().map(NewPoint::placeType).collect(Collectors.toSet()));
    refuseUnknown(sent, lists.keySet());
    List<Bounds> bounds = districts.bounds();
    List<EvaluationPoint> points = new ArrayList<>();
    for (NewPoint point : sent) {
      points.add(
          EvaluationPoint.of(
              point, evaluationId, points.size() + 1, lists.get(point.placeType()), bounds));
    }
    return points;
  }

  private void refuseUnknown(List<NewPoint> sent, Set<String> placeTypes) {
    Set<String> known = subdistricts.codes();
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      String field = "points[" + i + "].";
      if (!known.contains(sent.get(i).subdistrictCode())) {
        faults.add(new FieldError(field + "subdistrictCode", "unknown-subdistrict"));
      }
      if (!placeTypes.contains(sent.get(i).placeType())) {
        faults.add(new FieldError(field + "placeType", "unknown-place-type"));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }
}
