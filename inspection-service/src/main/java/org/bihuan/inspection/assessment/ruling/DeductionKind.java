package org.bihuan.inspection.assessment.ruling;

/** What points are taken off for [public]. */
public enum DeductionKind {
  /** A re-check did not find an item put right: the first and the second one of the item. */
  FAILED_RECHECK,
  /** The third such re-check of an item, and each one after it. */
  REPEATED_FAILURE,
  /** 虚假整改: a reply said what was not so; a named person judged that. */
  FALSE_REPLY,
  /** 推诿: the unit passed on what was its own; a named person judged that. */
  SHIRKING;

  /** Whether a person says it, rather than a count. */
  public boolean isJudged() {
    return this == FALSE_REPLY || this == SHIRKING;
  }
}
