package org.bihuan.inspection.onsite;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Evidence;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.actor.ActedBy;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.geo.Crs;

/** What was found on the spot, by whom and when; all but the photos missing until then. */
@Embeddable
public class GivenOutcome {

  /**
   * Somebody saw that it was not put right. What could not be verified says nothing about the unit.
   */
  public static final Set<RecheckOutcome> NOT_PUT_RIGHT =
      Collections.unmodifiableSet(
          EnumSet.of(
              RecheckOutcome.NOT_RECTIFIED, RecheckOutcome.PARTIAL, RecheckOutcome.RELAPSED));

  @Enumerated(EnumType.STRING)
  private RecheckOutcome outcome;

  private String note;

  @Column(name = "attachment_ids")
  private List<UUID> attachmentIds = List.of();

  @Column(name = "arrived_at")
  private Instant arrivedAt;

  @Embedded private Position position;

  private Integer distance;
  private Boolean far;

  @Column(name = "done_at")
  private Instant doneAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "done_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "done_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "done_by_subject"))
  private ActedBy doneBy;

  protected GivenOutcome() {}

  /** Nobody has been there yet. */
  public static GivenOutcome none() {
    return new GivenOutcome();
  }

  /** What {@code by} found and reports. */
  public static GivenOutcome of(OutcomeReport report, Actor by, Instant now) {
    GivenOutcome given = new GivenOutcome();
    given.outcome = report.outcome();
    given.note = report.note();
    given.attachmentIds = report.attachmentIds();
    given.arrivedAt = report.arrivedAt();
    given.position = Position.of(report);
    given.doneAt = now;
    given.doneBy = ActedBy.of(by);
    return given;
  }

  /** What {@code by} concludes from visits to others of the same lot. */
  public static GivenOutcome ofLot(Actor by, Instant now) {
    GivenOutcome given = new GivenOutcome();
    given.outcome = RecheckOutcome.PASSED;
    given.doneAt = now;
    given.doneBy = ActedBy.of(by);
    return given;
  }

  /** Whether nobody was there: its lot passed. */
  public boolean isOfLot() {
    return doneBy != null && doneBy.role().equals(Actor.SYSTEM);
  }

  /** Marks the inspector's position when it lies in none of {@code districts}. */
  public void checkPosition(List<Bounds> districts) {
    position = position == null ? null : position.checkedBy(districts);
  }

  /**
   * Notes how far from {@code site} the inspector stood.
   *
   * @param limit metres beyond which that is far
   */
  public void measure(Site site, int limit) {
    if (position != null && site != null && site.longitude() != null) {
      distance =
          (int)
              Math.round(
                  new Crs.Point(site.longitude(), site.latitude())
                      .distanceTo(new Crs.Point(position.longitude(), position.latitude())));
      far = distance > limit;
    }
  }

  /**
   * The evidence that came with it.
   *
   * @param advisedFrom an outcome before it was not found at a quiet time
   */
  public List<Evidence> evidence(Instant advisedFrom) {
    List<Evidence> evidence = new ArrayList<>();
    if (!attachmentIds.isEmpty()) {
      evidence.add(Evidence.PHOTO);
    }
    if (position != null && position.doubt() == null) {
      evidence.add(Evidence.POSITION);
    }
    if (!isFoundBefore(advisedFrom)) {
      evidence.add(Evidence.QUIET_TIME);
    }
    return evidence;
  }

  /** Whether somebody came and did not find the problem fixed. */
  public boolean hasFailed() {
    return outcome != null && outcome != RecheckOutcome.PASSED;
  }

  /** Whether it was found before {@code moment}, or {@code null} until it is given. */
  public Boolean isFoundBefore(Instant moment) {
    if (doneAt == null) {
      return null;
    }
    return (arrivedAt == null ? doneAt : arrivedAt).isBefore(moment);
  }

  /** {@code null} until it is given. */
  public RecheckOutcome outcome() {
    return outcome;
  }

  public String note() {
    return note;
  }

  public List<UUID> attachmentIds() {
    return attachmentIds;
  }

  /** When the inspector came to the spot, or {@code null} when not told. */
  public Instant arrivedAt() {
    return arrivedAt;
  }

  /** Where the inspector stood, or {@code null} when not told. */
  public Position position() {
    return position;
  }

  /** Metres from the place, or {@code null} when not known. */
  public Integer distance() {
    return distance;
  }

  /** Whether that is far, or {@code null} when not known. */
  public Boolean far() {
    return far;
  }

  public Instant doneAt() {
    return doneAt;
  }

  /** Who gave it, or {@code null} until then. */
  public Actor doneBy() {
    return doneBy == null ? null : doneBy.actor();
  }
}
