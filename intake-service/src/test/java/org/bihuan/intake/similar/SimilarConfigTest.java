package org.bihuan.intake.similar;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which settings stop a start. */
class SimilarConfigTest {

  private static SimilarConfig config(double suggestAt, double mergeAt, Duration within) {
    return config(suggestAt, mergeAt, within, 4);
  }

  private static SimilarConfig config(
      double suggestAt, double mergeAt, Duration within, int questionsAtOnce) {
    return new SimilarConfig() {
      @Override
      public double suggestAt() {
        return suggestAt;
      }

      @Override
      public Duration within() {
        return within;
      }

      @Override
      public double mergeAt() {
        return mergeAt;
      }

      @Override
      public boolean merges() {
        return false;
      }

      @Override
      public int questionsAtOnce() {
        return questionsAtOnce;
      }
    };
  }

  @Test
  void what_is_shipped_starts() {
    assertDoesNotThrow(config(0.07, 0.98, Duration.ofDays(180))::refuseContradiction);
  }

  @Test
  void a_replica_that_answers_nobody_does_not_start() {
    SimilarConfig nobody = config(0.07, 0.98, Duration.ofDays(180), 0);
    assertThrows(IllegalStateException.class, nobody::refuseContradiction);
  }

  @ParameterizedTest
  @CsvSource({
    "-0.1, 0.98, P180D",
    "NaN, 0.98, P180D",
    "0.07, 1.1, P180D",
    "0.99, 0.98, P180D",
    "0.07, 0.98, PT0S",
    "0.07, 0.98, -P1D",
    "0.07, 0.98, P4000D"
  })
  void what_no_answer_could_keep_stops_it(double suggestAt, double mergeAt, Duration within) {
    assertThrows(
        IllegalStateException.class, config(suggestAt, mergeAt, within)::refuseContradiction);
  }
}
