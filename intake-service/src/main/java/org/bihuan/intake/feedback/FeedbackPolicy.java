package org.bihuan.intake.feedback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.kit.refusal.Conflict;

/** Until when reporters may say what they think of the end of a complaint. */
@ConfigMapping(prefix = "bihuan.feedback")
public interface FeedbackPolicy {

  /** From this mark on a reporter is satisfied: 基本满意, 满意 or 非常满意 [public]. */
  int SATISFIED_FROM = 3;

  /** The best mark. */
  int BEST = 5;

  /** How long after the write-off. Who is called back may answer later too. */
  @WithDefault("30d")
  Duration within();

  /** Last moment for feedback about what was written off at {@code writtenOffAt}. */
  default Instant until(Instant writtenOffAt) {
    return writtenOffAt.plus(within());
  }

  /**
   * Refuses what comes too late.
   *
   * @throws Conflict {@code feedback-too-late}
   */
  default void refuseLate(Instant writtenOffAt, Instant now) {
    if (now.isAfter(until(writtenOffAt))) {
      throw new Conflict("feedback-too-late", until(writtenOffAt));
    }
  }

  /**
   * Whether feedback can still be given.
   *
   * @param given whether there is some already
   */
  default FeedbackState stateAt(Instant now, Instant writtenOffAt, boolean given) {
    if (given) {
      return FeedbackState.GIVEN;
    }
    return now.isAfter(until(writtenOffAt)) ? FeedbackState.CLOSED : FeedbackState.OPEN;
  }
}
