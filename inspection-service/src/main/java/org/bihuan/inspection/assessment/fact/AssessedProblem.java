package org.bihuan.inspection.assessment.fact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.IntakeEvent.ProblemCorrected;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.SourceKind;

/** What intake told of a problem, as far as an assessment needs it. */
@Entity
@Table(name = "assessed_problem")
public class AssessedProblem {

  @Id private UUID id;

  private String serial;

  @Enumerated(EnumType.STRING)
  @Column(name = "source_kind")
  private SourceKind sourceKind;

  @Column(name = "category_code")
  private String categoryCode;

  @Column(name = "subdistrict_code")
  private String subdistrictCode;

  @Column(name = "placed_at")
  private Instant placedAt;

  protected AssessedProblem() {}

  /** A problem of which nothing is known yet. */
  static AssessedProblem unknown(UUID id) {
    AssessedProblem problem = new AssessedProblem();
    problem.id = id;
    problem.placedAt = Instant.EPOCH;
    return problem;
  }

  void follow(ProblemFiled filed) {
    serial = filed.problemSerial();
    sourceKind = filed.sourceKind();
    place(filed.categoryCode(), filed.place().subdistrictCode(), filed.filedAt());
  }

  void follow(ProblemCorrected corrected) {
    place(corrected.categoryCode(), corrected.place().subdistrictCode(), corrected.correctedAt());
  }

  /** The newest word holds, whichever came first. */
  private void place(String category, String subdistrict, Instant since) {
    if (!since.isBefore(placedAt)) {
      categoryCode = category;
      subdistrictCode = subdistrict;
      placedAt = since;
    }
  }

  public UUID id() {
    return id;
  }

  /** Number of the problem, or {@code null} when it was filed unheard. */
  public String serial() {
    return serial;
  }

  /** Who found it, or {@code null} when it was filed unheard. */
  public SourceKind sourceKind() {
    return sourceKind;
  }

  /** Category now, or {@code null} when it was filed unheard. */
  public String categoryCode() {
    return categoryCode;
  }

  /** Sub-district now, or {@code null} when it is in none. */
  public String subdistrictCode() {
    return subdistrictCode;
  }
}
