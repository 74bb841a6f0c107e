package org.bihuan.intake.feedback;

/**
 * Whether the reporter of something written off can say what came of it; computed, never stored.
 */
public enum FeedbackState {
  /** It can be said. */
  OPEN,
  /** It was said, which is done once. */
  GIVEN,
  /** It was not said in time. */
  CLOSED
}
