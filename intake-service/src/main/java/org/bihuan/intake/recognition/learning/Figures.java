package org.bihuan.intake.recognition.learning;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * How a model does on labelled messages it has not learned from.
 *
 * @param messages how many there are
 * @param inScope how many of them are ours
 * @param filed how many would file themselves
 * @param right how many of these are rightly filed: ours, and of this category or the alternative
 * @param anotherBodys how many of those filed are another body's
 * @param categoryMacroF1 of messages that are ours: mean over the categories of the harmonic mean
 *     of precision and recall, 0 to 1
 * @param scopeF1 harmonic mean of precision and recall of OURS, 0 to 1
 * @param calibrationError of categories: mean distance of confidence from the share that is right,
 *     in ten steps, 0 to 1
 */
@Embeddable
public record Figures(
    int messages,
    @Column(name = "in_scope") int inScope,
    int filed,
    @Column(name = "filed_right") int right,
    @Column(name = "filed_of_another_body") int anotherBodys,
    @Column(name = "category_macro_f1") double categoryMacroF1,
    @Column(name = "scope_f1") double scopeF1,
    @Column(name = "calibration_error") double calibrationError) {

  /** Chance moves figures of some hundred messages by more than this [ours]. */
  private static final double SMALL = 0.01;

  /** Share of those filed that are right; 1 when none would file itself. */
  double precision() {
    return filed == 0 ? 1 : (double) right / filed;
  }

  /**
   * Whether what files itself, the categories or the scope are recognised worse than by another.
   */
  public boolean isWorseThan(Figures other) {
    return precision() < other.precision() - SMALL
        || categoryMacroF1 < other.categoryMacroF1 - SMALL
        || scopeF1 < other.scopeF1 - SMALL;
  }
}
