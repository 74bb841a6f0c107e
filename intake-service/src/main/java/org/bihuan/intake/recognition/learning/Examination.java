package org.bihuan.intake.recognition.learning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.bihuan.intake.recognition.Scope;

/** Counts how a model does on lessons it was not taught. */
public final class Examination {

  private static final int STEPS = 10;
  private static final double HALF = 0.5;

  private final BiPredicate<String, Double> filesItself;
  private final Map<String, Hits> byCategory = new TreeMap<>();
  private final Hits scope = new Hits();
  private final double[] confidence = new double[STEPS];
  private final int[] right = new int[STEPS];
  private int messages;
  private int inScope;
  private int withCategory;
  private int filed;
  private int filedRight;
  private int filedOfAnotherBody;

  private static final class Hits {
    private int right;
    private int claimed;
    private int actual;

    double harmonicMean() {
      return claimed + actual == 0 ? 1 : 2.0 * right / (claimed + actual);
    }
  }

  /**
   * Begins to count.
   *
   * @param filesItself whether a category files itself with such a confidence
   */
  public Examination(BiPredicate<String, Double> filesItself) {
    this.filesItself = filesItself;
  }

  public Figures of(Model model, List<Lesson> lessons) {
    lessons.forEach(lesson -> mark(lesson, model.read(lesson.subject(), lesson.text())));
    return new Figures(
        messages,
        inScope,
        filed,
        filedRight,
        filedOfAnotherBody,
        byCategory.values().stream()
            .filter(hits -> hits.actual > 0)
            .mapToDouble(Hits::harmonicMean)
            .average()
            .orElse(1),
        scope.harmonicMean(),
        calibrationError());
  }

  private void mark(Lesson lesson, Model.Reading reading) {
    double ours = reading.ours();
    Classifier.Guess category = reading.best(reading.model().category());
    boolean exact = category.code().equals(lesson.category());
    messages++;
    inScope += lesson.isOurs() ? 1 : 0;
    scope.claimed += ours >= HALF ? 1 : 0;
    scope.actual += lesson.isOurs() ? 1 : 0;
    scope.right += ours >= HALF && lesson.isOurs() ? 1 : 0;
    if (lesson.hasCategory()) {
      markCategory(lesson, category, exact);
    }
    if (ours >= HALF && filesItself.test(category.code(), ours * category.confidence())) {
      filed++;
      filedOfAnotherBody += lesson.scope() == Scope.OTHER_BODY ? 1 : 0;
      boolean admitted = exact || category.code().equals(lesson.alternative());
      filedRight += lesson.isOurs() && admitted ? 1 : 0;
    }
  }

  private void markCategory(Lesson lesson, Classifier.Guess category, boolean exact) {
    withCategory++;
    byCategory.computeIfAbsent(lesson.category(), code -> new Hits()).actual++;
    byCategory.computeIfAbsent(category.code(), code -> new Hits()).claimed++;
    int step = Math.min(STEPS - 1, (int) (category.confidence() * STEPS));
    confidence[step] += category.confidence();
    if (exact) {
      byCategory.get(category.code()).right++;
      right[step]++;
    }
  }

  private double calibrationError() {
    double distance = 0;
    for (int step = 0; step < STEPS; step++) {
      distance += Math.abs(confidence[step] - right[step]);
    }
    return withCategory == 0 ? 0 : distance / withCategory;
  }
}
