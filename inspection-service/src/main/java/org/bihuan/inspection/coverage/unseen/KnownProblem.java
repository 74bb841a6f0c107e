package org.bihuan.inspection.coverage.unseen;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.SourceKind;

/**
 * A problem by who told of it: residents, inspections, or both. What came from elsewhere, as from
 * the media, is from neither of the two sources.
 */
@Entity
@Table(name = "known_problem")
class KnownProblem {

  @Id private UUID id;

  @Column(name = "problem_serial")
  private String problemSerial;

  @Column(name = "subdistrict_code")
  private String subdistrictCode;

  @Column(name = "complained_at")
  private Instant complainedAt;

  @Column(name = "found_at")
  private Instant foundAt;

  @Column(name = "known_at")
  private Instant knownAt;

  protected KnownProblem() {}

  static KnownProblem of(ProblemFiled filed) {
    KnownProblem problem = new KnownProblem();
    problem.id = filed.problemId();
    problem.problemSerial = filed.problemSerial();
    problem.subdistrictCode = filed.place().subdistrictCode();
    return problem;
  }

  /** Follows from all reports that are at it. */
  void settle(List<KnownReport> reports) {
    complainedAt = first(reports, SourceKind.CITIZEN);
    foundAt = first(reports, SourceKind.INSPECTION_FINDING);
    knownAt =
        Stream.of(complainedAt, foundAt)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null);
  }

  private static Instant first(List<KnownReport> reports, SourceKind kind) {
    return reports.stream()
        .filter(report -> report.isOf(kind))
        .map(KnownReport::knownAt)
        .min(Instant::compareTo)
        .orElse(null);
  }

  UUID id() {
    return id;
  }

  String problemSerial() {
    return problemSerial;
  }

  String subdistrictCode() {
    return subdistrictCode;
  }

  /** When the first complaint about it was received, or {@code null}. */
  Instant complainedAt() {
    return complainedAt;
  }

  /** When an inspection first found it, or {@code null}. */
  Instant foundAt() {
    return foundAt;
  }

  /** The first of the two. */
  Instant knownAt() {
    return knownAt;
  }
}
