package org.bihuan.intake.similar;

/** What the likeness of a problem leads to. */
public enum Verdict {
  /** Somebody should look. */
  SUGGESTED,
  /**
   * Likely enough, and at the same place, to become one without anybody's judgement where the
   * district lets it ({@code bihuan.similar.merges}).
   */
  WOULD_MERGE
}
