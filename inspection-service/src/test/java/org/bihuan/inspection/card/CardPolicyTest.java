package org.bihuan.inspection.card;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From how many failures on there is a card. */
class CardPolicyTest {

  private static CardPolicy policy(int yellowAt, int redAt) {
    return new SmallRyeConfigBuilder()
        .withMapping(CardPolicy.class)
        .withDefaultValue("bihuan.card.yellow-at", String.valueOf(yellowAt))
        .withDefaultValue("bihuan.card.red-at", String.valueOf(redAt))
        .build()
        .getConfigMapping(CardPolicy.class);
  }

  @Test
  void yellow_comes_before_red() {
    CardPolicy usual = policy(2, 3);
    assertDoesNotThrow(usual::refuseContradiction);
    assertEquals(Optional.empty(), usual.after(1));
    assertEquals(Optional.of(CardKind.YELLOW), usual.after(2));
    assertEquals(Optional.of(CardKind.RED), usual.after(3));
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "3, 2"})
  void settings_without_a_yellow_card_are_refused(int yellow, int red) {
    assertThrows(IllegalStateException.class, policy(yellow, red)::refuseContradiction);
  }
}
