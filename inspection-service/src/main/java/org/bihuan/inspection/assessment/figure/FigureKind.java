package org.bihuan.inspection.assessment.figure;

import java.util.Arrays;
import java.util.List;
import org.bihuan.kit.paging.Criteria;

/** A share of an assessment: what it is of, and what counts for it (ADR 0041). */
public enum FigureKind {
  /** 结案率: written off, of those due [public]. */
  CLOSE_RATE(Cohort.DUE, "1 = 1", "e.checking.writtenOffAt is not null"),
  /** 按期结案率: the reply that passed came in time, of those due [public]. */
  ON_TIME_RATE(Cohort.DUE, "1 = 1", "e.handling.onTime = true"),
  /** The same of those due that are not suspended (缓办) [public]. */
  ON_TIME_RATE_DEFERRED_OUT(Cohort.DUE, "e.duty.suspended = false", "e.handling.onTime = true"),
  /** 返工率: a re-check did not find it put right, of those re-checked. */
  REWORK_RATE(Cohort.CHECKED, "1 = 1", "e.checking.failures > 0"),
  /** 核查通过率: passed at once, of those first re-checked [public]. */
  FIRST_PASS_RATE(Cohort.FIRST_CHECKED, "1 = 1", "e.checking.passedAtFirst = true"),
  /** 反弹率: come back within thirty days, of those written off [ours]. */
  RELAPSE_RATE(Cohort.WRITTEN_OFF, "1 = 1", "e.checking.relapsed = true"),
  /** 派遣准确率: not taken back from the unit, of those issued to it [public]. */
  DISPATCH_ACCURACY(Cohort.ISSUED, "1 = 1", "e.duty.takenBack = false"),
  /** 退单率: the unit asked to be rid of it, of those issued to it [public]. */
  RETURN_RATE(Cohort.ISSUED, "1 = 1", "e.duty.returnRequested = true"),
  /** 回复质量: accepted at the first review, of those reviewed [ours]. */
  REPLY_QUALITY(Cohort.REVIEWED, "1 = 1", "e.handling.acceptedAtFirst = true"),
  /** 闭环完整度: with order, work, photo, accepted reply and re-check, of those written off. */
  LOOP_COMPLETENESS(Cohort.WRITTEN_OFF, "1 = 1", "e.checking.complete = true");

  private final Cohort cohort;
  private final String denominator;
  private final String numerator;

  FigureKind(Cohort cohort, String denominator, String numerator) {
    this.cohort = cohort;
    this.denominator = denominator;
    this.numerator = numerator;
  }

  /** The figures of a cohort, in order. */
  public static List<FigureKind> of(Cohort cohort) {
    return Arrays.stream(values()).filter(kind -> kind.cohort == cohort).toList();
  }

  /** Whether it is told apart by how hard the items were. */
  public boolean isAdjusted() {
    return this == ON_TIME_RATE;
  }

  public Cohort cohort() {
    return cohort;
  }

  /** Narrows the entries of its cohort to a part of it. */
  public Criteria narrow(Criteria ofCohort, Part part) {
    ofCohort.where(denominator);
    return part == Part.NUMERATOR ? ofCohort.where(numerator) : ofCohort;
  }
}
