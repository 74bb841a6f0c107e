package org.bihuan.intake.recognition;

/** What a message wants. */
public enum Intent {
  /** Something is wrong and shall stop or be mended. */
  COMPLAINT,
  /** Something shall be done for the writer, nobody being blamed. */
  HELP,
  /** The writer wants to know something. */
  QUESTION,
  /** Something shall become better for all. */
  SUGGESTION,
  /** Accuses a person of misconduct. */
  REPORT,
  /** Thanks. */
  PRAISE
}
