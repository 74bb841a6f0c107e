package org.bihuan.intake.category;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.bihuan.intake.body.OtherBodies;
import org.bihuan.intake.body.OtherBody;

/**
 * Recognises what kind of problem a text is about by the keywords of the reference data: where no
 * model was learned (ADR 0009, ADR 0043).
 *
 * <p>Confidence is the product of two shares, so that it is high only when both are: how much of
 * what was recognised speaks for the category and not for another or for another body, and how much
 * was recognised at all.
 */
@ApplicationScoped
public class CategoryRecognition {

  private static final int MOST_SUGGESTIONS = 3;

  /** A keyword in the headline says more than one somewhere in the text. */
  private static final int WEIGHT_IN_SUBJECT = 2;

  /**
   * Their words are common ones (school, company), so that two of them weigh as much as one of a
   * category [ours, by the labelled sample].
   */
  private static final double WEIGHT_OF_OTHER_BODIES = 0.5;

  /**
   * So many recognised characters are as good as nothing else being said in a long text [ours, by
   * the labelled sample].
   */
  private static final double EVIDENCE = 3;

  private final Categories categories;
  private final OtherBodies bodies;

  CategoryRecognition(Categories categories, OtherBodies bodies) {
    this.categories = categories;
    this.bodies = bodies;
  }

  private record Score(String code, int weight, List<String> words) {}

  /**
   * The likeliest categories, at most three, best first; none when no keyword occurs.
   *
   * @param subject headline, or {@code null}
   */
  public List<CategorySuggestion> suggest(String subject, String text) {
    String headline = subject == null ? "" : subject;
    List<Score> scores =
        categories.ordered().stream()
            .filter(categories::isActive)
            .map(category -> score(category.code(), category.keywords(), headline, text))
            .filter(score -> score.weight() > 0)
            .sorted(Comparator.comparingInt(Score::weight).reversed().thenComparing(Score::code))
            .toList();
    double recognised =
        scores.stream().mapToInt(Score::weight).sum() + ofOtherBodies(headline, text);
    int length = text.codePointCount(0, text.length());
    return scores.stream()
        .limit(MOST_SUGGESTIONS)
        .map(score -> suggestion(score, recognised, length))
        .toList();
  }

  /** Whether more of the text speaks of other bodies' matters than of the likeliest category. */
  public boolean isLikelyAnotherBodys(String subject, String text) {
    String headline = subject == null ? "" : subject;
    int ours =
        categories.ordered().stream()
            .filter(categories::isActive)
            .mapToInt(one -> score(one.code(), one.keywords(), headline, text).weight())
            .max()
            .orElse(0);
    return ofOtherBodies(headline, text) > ours;
  }

  private double ofOtherBodies(String subject, String text) {
    return bodies.ordered().stream()
            .filter(OtherBody::isActive)
            .mapToInt(body -> score(body.code(), body.keywords(), subject, text).weight())
            .sum()
        * WEIGHT_OF_OTHER_BODIES;
  }

  private static CategorySuggestion suggestion(Score score, double recognised, int length) {
    int characters = score.words().stream().mapToInt(String::length).sum();
    double unrecognised = 1 - Math.min(1, (double) characters / Math.max(1, length));
    double share = score.weight() / recognised;
    double evidence = score.weight() / (score.weight() + EVIDENCE * unrecognised);
    return new CategorySuggestion(score.code(), share * evidence, score.words());
  }

  private static Score score(String code, List<String> keywords, String subject, String text) {
    List<String> words =
        keywords.stream().filter(word -> subject.contains(word) || text.contains(word)).toList();
    int weight =
        words.stream()
            .mapToInt(word -> word.length() * (subject.contains(word) ? WEIGHT_IN_SUBJECT : 1))
            .sum();
    return new Score(code, weight, words);
  }
}
