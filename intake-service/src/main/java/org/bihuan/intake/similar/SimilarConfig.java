package org.bihuan.intake.similar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** From which likeness on a district wants to be shown something, and what it lets become one. */
@ConfigMapping(prefix = "bihuan.similar")
public interface SimilarConfig {

  /** Longest time that {@link #within} may be. */
  Duration LONGEST = Duration.ofDays(3650);

  /** Least score of what is suggested, 0 to 1. */
  @WithDefault("0.07")
  double suggestAt();

  /** How long before and after a complaint a problem was filed that is suggested for it. */
  @WithDefault("180d")
  Duration within();

  /** Least score of what may become one without anybody's judgement, 0 to 1. */
  @WithDefault("0.98")
  double mergeAt();

  /** Whether it does, at registration; otherwise only the same text joins by itself. */
  @WithDefault("false")
  boolean merges();

  /**
   * Most questions of those who are about to send a complaint that a replica answers at once, at
   * least 1; some more wait, then are 503.
   */
  @WithDefault("4")
  int questionsAtOnce();

  /**
   * Stops a start with scores or a time that no answer could keep.
   *
   * @throws IllegalStateException when the scores are not from 0 to 1, what would merge is not even
   *     suggested, nothing is compared, or no question is answered
   */
  default void refuseContradiction() {
    if (!(suggestAt() >= 0 && suggestAt() <= mergeAt() && mergeAt() <= 1)) {
      throw new IllegalStateException(
          "bihuan.similar.suggest-at and .merge-at must be from 0 to 1, the first not above the"
              + " second");
    }
    if (within().isNegative() || within().isZero() || within().compareTo(LONGEST) > 0) {
      throw new IllegalStateException(
          "bihuan.similar.within must be longer than 0 and at most 3650 days");
    }
    if (questionsAtOnce() < 1) {
      throw new IllegalStateException("bihuan.similar.questions-at-once must be at least 1");
    }
  }
}
