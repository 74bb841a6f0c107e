package org.bihuan.inspection.accountability.facts;

/** What kind of fact a case rests on. */
public enum BasisKind {
  /** A warning card. */
  CARD,
  /** A re-check that saw that the unit had not put it right. */
  RECHECK,
  /** A problem that the unit had to put right, with all re-checks of it. */
  PROBLEM
}
