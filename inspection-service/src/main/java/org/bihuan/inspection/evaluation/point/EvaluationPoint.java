package org.bihuan.inspection.evaluation.point;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Place;
import org.bihuan.inspection.evaluation.checklist.Checklist;
import org.bihuan.inspection.onsite.Position;
import org.bihuan.kit.geo.Bounds;

/** A place at which the items of a checklist are looked at (测评点位). */
@Entity
@Table(name = "evaluation_point")
public class EvaluationPoint {

  @Id private UUID id;

  @Column(name = "evaluation_id")
  private UUID evaluationId;

  private int number;
  private String place;

  @Column(name = "subdistrict_code")
  private String subdistrictCode;

  @Column(name = "checklist_id")
  private UUID checklistId;

  @Column(name = "place_type_code")
  private String placeTypeCode;

  @Column(name = "item_count")
  private int itemCount;

  @Embedded private Position position;

  protected EvaluationPoint() {}

  /** The point {@code sent} under its number in the evaluation, with the checklist of its type. */
  static EvaluationPoint of(
      NewPoint sent, UUID evaluationId, int number, Checklist checklist, List<Bounds> districts) {
    Position told = Position.of(sent);
    EvaluationPoint point = new EvaluationPoint();
    point.id = UuidCreator.getTimeOrderedEpoch();
    point.evaluationId = evaluationId;
    point.number = number;
    point.place = sent.place();
    point.subdistrictCode = sent.subdistrictCode();
    point.checklistId = checklist.id();
    point.placeTypeCode = checklist.placeTypeCode();
    point.itemCount = checklist.items().size();
    point.position = told == null ? null : told.checkedBy(districts);
    return point;
  }

  public UUID id() {
    return id;
  }

  public UUID evaluationId() {
    return evaluationId;
  }

  /** From 1, in the order of the plan. */
  public int number() {
    return number;
  }

  public String place() {
    return place;
  }

  public String subdistrictCode() {
    return subdistrictCode;
  }

  public UUID checklistId() {
    return checklistId;
  }

  public String placeTypeCode() {
    return placeTypeCode;
  }

  /** How many items its checklist has. */
  public int itemCount() {
    return itemCount;
  }

  /** Where it is on the map, or {@code null}. */
  public Position position() {
    return position;
  }

  /** The place in the words all services share; without its point when that is in doubt. */
  public Place sharedPlace() {
    boolean located = position != null && position.doubt() == null;
    return new Place(
        place,
        subdistrictCode,
        null,
        located ? position.longitude() : null,
        located ? position.latitude() : null);
  }
}
