package org.bihuan.intake.registration;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From which likelihood on a rule hands over is checked at the start. */
class HandoverSettingsTest {

  private static SuggestedHandover.Settings settings(String above) {
    return new SmallRyeConfigBuilder()
        .withMapping(SuggestedHandover.Settings.class)
        .withDefaultValue("bihuan.handover.above", above)
        .build()
        .getConfigMapping(SuggestedHandover.Settings.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "1.1", "80", "NaN"})
  void a_likelihood_that_is_none_is_refused(String above) {
    assertThrows(IllegalStateException.class, settings(above)::refuseOutOfBounds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.9", "1"})
  void a_likelihood_is_from_0_to_1(String above) {
    assertDoesNotThrow(settings(above)::refuseOutOfBounds);
  }

  @Test
  void without_one_a_person_decides() {
    assertDoesNotThrow(settings("")::refuseOutOfBounds);
  }
}
