package org.bihuan.inspection.coverage.unseen;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.SourceKind;

/**
 * That somebody told of a problem: a complaint, or what an inspection found, which intake keeps as
 * a complaint too.
 */
@Entity
@Table(name = "known_report")
class KnownReport {

  @Id
  @Column(name = "complaint_id")
  private UUID complaintId;

  @Column(name = "problem_id")
  private UUID problemId;

  @Enumerated(EnumType.STRING)
  @Column(name = "source_kind")
  private SourceKind sourceKind;

  @Column(name = "known_at")
  private Instant knownAt;

  @Column(name = "joined_at")
  private Instant joinedAt;

  protected KnownReport() {}

  /**
   * A report that is at no problem yet.
   *
   * @param knownAt when it was told, or found
   */
  static KnownReport of(UUID complaintId, SourceKind sourceKind, Instant knownAt) {
    KnownReport report = new KnownReport();
    report.complaintId = complaintId;
    report.sourceKind = sourceKind;
    report.knownAt = knownAt;
    report.joinedAt = Instant.EPOCH;
    return report;
  }

  /** Is at this problem from {@code since} on, at none for {@code null}; an older fact is late. */
  void join(UUID problem, Instant since) {
    if (!since.isBefore(joinedAt)) {
      problemId = problem;
      joinedAt = since;
    }
  }

  /** The problem it is at, or {@code null}. */
  UUID problemId() {
    return problemId;
  }

  boolean isAt(UUID problem) {
    return problem.equals(problemId);
  }

  boolean isOf(SourceKind kind) {
    return sourceKind == kind;
  }

  Instant knownAt() {
    return knownAt;
  }
}
