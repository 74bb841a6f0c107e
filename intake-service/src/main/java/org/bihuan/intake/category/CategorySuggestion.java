package org.bihuan.intake.category;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * What kind of problem a text seems to be about.
 *
 * @param code category, {@link Categories#OTHER} when nothing was recognised
 * @param confidence that it is this category, 0 to 1; {@link CategoryRecognition} says how it comes
 *     about
 * @param words in the text that led to it
 */
public record CategorySuggestion(
    @NotNull String code, double confidence, @NotNull List<String> words) {

  /** The category that a sender chose. */
  public static CategorySuggestion sent(String code) {
    return new CategorySuggestion(code, 1, List.of());
  }
}
