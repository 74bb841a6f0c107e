package org.bihuan.intake.weeklylist;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.problem.ProblemStatus;
import org.bihuan.kit.time.Week;

/** A problem as a weekly list shows it: as it is now, or as it was when the list was frozen. */
@Embeddable
class ListedProblem {

  @Column(name = "carried_from")
  private LocalDate carriedFrom;

  private String serial;

  @Enumerated(EnumType.STRING)
  @Column(name = "source_kind")
  private SourceKind sourceKind;

  @Column(name = "channel_code")
  private String channelCode;

  @Column(name = "channel_name")
  private String channelName;

  @Column(name = "subdistrict_code")
  private String subdistrictCode;

  @Column(name = "subdistrict_name")
  private String subdistrictName;

  @Column(name = "community_code")
  private String communityCode;

  @Column(name = "community_name")
  private String communityName;

  private String address;
  private String description;

  @Column(name = "category_code")
  private String categoryCode;

  @Column(name = "category_name")
  private String categoryName;

  @Column(name = "lead_unit_code")
  private String leadUnitCode;

  @Column(name = "lead_unit_name")
  private String leadUnitName;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Enumerated(EnumType.STRING)
  private ProblemStatus status;

  @Column(name = "suspended_at")
  private Instant suspendedAt;

  @Column(name = "replied_at")
  private Instant repliedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "recheck_outcome")
  private RecheckOutcome recheckOutcome;

  @Column(name = "written_off_at")
  private Instant writtenOffAt;

  @Column(name = "standing_demand")
  private String standingDemand;

  protected ListedProblem() {}

  /** A code with what it was called. */
  record Named(String code, String name) {}

  /** The week in which it was first listed, or {@code null} when it is new on this list. */
  Week carriedFrom() {
    return carriedFrom == null ? null : new Week(carriedFrom);
  }

  String serial() {
    return serial;
  }

  SourceKind sourceKind() {
    return sourceKind;
  }

  /** That of its oldest complaint; {@code null} when all of them have left it. */
  Named channel() {
    return new Named(channelCode, channelName);
  }

  Named subdistrict() {
    return new Named(subdistrictCode, subdistrictName);
  }

  Named community() {
    return new Named(communityCode, communityName);
  }

  String address() {
    return address;
  }

  String description() {
    return description;
  }

  Named category() {
    return new Named(categoryCode, categoryName);
  }

  /** {@code null} while there is none. */
  UnitName leadUnit() {
    return leadUnitCode == null ? null : new UnitName(leadUnitCode, leadUnitName);
  }

  /** When it was last put on an order; {@code null} while no unit has it. */
  Instant issuedAt() {
    return issuedAt;
  }

  Instant dueAt() {
    return dueAt;
  }

  ProblemStatus status() {
    return status;
  }

  /** The final reply that stands. */
  Instant repliedAt() {
    return repliedAt;
  }

  /** Of the last re-check, or {@code null} when there was none. */
  RecheckOutcome recheckOutcome() {
    return recheckOutcome;
  }

  Instant writtenOffAt() {
    return writtenOffAt;
  }

  String standingDemand() {
    return standingDemand;
  }

  /**
   * What was left of the limit when the clock stood, or is at {@code asOf} while it runs; negative
   * when the limit had passed, {@code null} where none is owed.
   */
  Duration remaining(Instant asOf) {
    if (dueAt == null || repliedAt == null && status.isCalledOff()) {
      return null;
    }
    Instant stoodAt = suspendedAt == null ? repliedAt : suspendedAt;
    return Duration.between(stoodAt == null ? asOf : stoodAt, dueAt);
  }
}
