package org.bihuan.inspection.coverage.visit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.Synchronize;

/**
 * That the inspectors of an inspection were at one of its stops: a stop that was visited, not left
 * out. An inspection that has not started has none, so that none is told of before.
 *
 * <p>Weekdays and hours are those of {@link org.bihuan.kit.time.DistrictTime#ZONE}.
 */
@Entity
@Immutable
@Subselect(
    """
    select s.id, s.inspection_id, s.number, s.subdistrict_code, s.place, s.visited_at, i.tier, i.method, i.line_code,
      extract(isodow from s.visited_at at time zone 'Asia/Shanghai') >= 6 as weekend,
      cast(extract(hour from s.visited_at at time zone 'Asia/Shanghai') * 60
        + extract(minute from s.visited_at at time zone 'Asia/Shanghai') as integer) as minute_of_day
    from inspection_stop s join inspection i on i.id = s.inspection_id
    where s.visited_at is not null and i.started_at is not null
    """)
@Synchronize({"inspection", "inspection_stop"})
public class Visit {

  @Id private UUID id;

  @Column(name = "inspection_id")
  private UUID inspectionId;

  private int number;

  @Column(name = "subdistrict_code")
  private String subdistrictCode;

  private String place;

  @Column(name = "visited_at")
  private Instant visitedAt;

  @Enumerated(EnumType.STRING)
  private InspectionTier tier;

  @Enumerated(EnumType.STRING)
  private InspectionMethod method;

  @Column(name = "line_code")
  private String lineCode;

  private boolean weekend;

  @Column(name = "minute_of_day")
  private int minuteOfDay;

  protected Visit() {}

  /** Follows from the stop, and stays the same. */
  UUID id() {
    return id;
  }

  UUID inspectionId() {
    return inspectionId;
  }

  /** Number of the stop on its route, from 1. */
  int stop() {
    return number;
  }

  String subdistrictCode() {
    return subdistrictCode;
  }

  /** Where it is, in words. */
  String place() {
    return place;
  }

  /** The moment that counts: when they came, as far as that can be. */
  Instant visitedAt() {
    return visitedAt;
  }

  InspectionTier tier() {
    return tier;
  }

  InspectionMethod method() {
    return method;
  }

  /** Work line of the inspection, or {@code null}. */
  String lineCode() {
    return lineCode;
  }

  /** Whether it was a Saturday or a Sunday; days that the state moves make no difference. */
  boolean isWeekend() {
    return weekend;
  }
}
