package org.bihuan.inspection.card;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.util.Optional;

/** Which counts lead to a card. A change holds for facts that come from then on (ADR 0040). */
@ConfigMapping(prefix = "bihuan.card")
public interface CardPolicy {

  /** From how many failed re-checks of one item by one unit on there is a yellow card. */
  @WithDefault("2")
  @Min(1)
  int yellowAt();

  /** From how many on it is a red one; it goes before a yellow one. */
  @WithDefault("3")
  @Min(1)
  int redAt();

  /**
   * Refuses settings by which there is never a yellow card.
   *
   * @throws IllegalStateException naming them
   */
  default void refuseContradiction() {
    if (redAt() <= yellowAt()) {
      throw new IllegalStateException(
          "bihuan.card: red-at %d must be above yellow-at %d".formatted(redAt(), yellowAt()));
    }
  }

  /** The card for so many failures, if there is one. */
  default Optional<CardKind> after(int failures) {
    if (failures >= redAt()) {
      return Optional.of(CardKind.RED);
    }
    return failures >= yellowAt() ? Optional.of(CardKind.YELLOW) : Optional.empty();
  }
}
