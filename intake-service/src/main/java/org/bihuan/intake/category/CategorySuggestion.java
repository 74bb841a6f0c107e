package org.bihuan.intake.category;

import java.util.Comparator;
import java.util.List;

/**
 * What kind of problem a text seems to be about.
 *
 * @param code category, {@link Categories#OTHER} when no keyword occurs
 * @param confidence share of this category in everything that was recognised, 0 to 1
 */
public record CategorySuggestion(String code, double confidence) {

  /**
   * Judges by the keywords of the reference data: each counts by its length, since longer words say
   * more. A simple start that an operator can understand and correct (ADR 0009).
   */
  public static CategorySuggestion forText(String text, List<Category> categories) {
    List<CategorySuggestion> scores =
        categories.stream()
            .filter(Category::isActive)
            .map(category -> new CategorySuggestion(category.code(), score(text, category)))
            .filter(suggestion -> suggestion.confidence() > 0)
            .toList();
    double sum = scores.stream().mapToDouble(CategorySuggestion::confidence).sum();
    return scores.stream()
        .max(
            Comparator.comparingDouble(CategorySuggestion::confidence)
                .thenComparing(CategorySuggestion::code, Comparator.reverseOrder()))
        .map(best -> new CategorySuggestion(best.code(), best.confidence() / sum))
        .orElse(new CategorySuggestion(Categories.OTHER, 0));
  }

  private static double score(String text, Category category) {
    return category.keywords().stream().filter(text::contains).mapToInt(String::length).sum();
  }
}
