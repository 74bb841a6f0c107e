package org.bihuan.intake.recognition.learning;

import java.util.List;
import org.bihuan.intake.recognition.Scope;

/**
 * What was learned from labelled messages; it never changes.
 *
 * @param version the day it was trained and a number, as in {@code 2026-11-29.1}
 * @param lessons how many messages it was learned from
 * @param scope tells ours from another body's
 * @param category tells kinds of problems apart, when it is ours
 * @param body tells other bodies apart, when it is another body's
 * @param intent tells what the writer wants
 */
public record Model(
    String version,
    int lessons,
    Vocabulary vocabulary,
    Classifier scope,
    Classifier category,
    Classifier body,
    Classifier intent) {

  List<Classifier> classifiers() {
    return List.of(scope, category, body, intent);
  }

  public Reading read(String subject, String text) {
    return new Reading(this, vocabulary.vector(TextFeatures.of(subject, text)));
  }

  /** A text as a model sees it. */
  public record Reading(Model model, Vocabulary.Vector text) {

    public List<Classifier.Guess> guesses(Classifier classifier) {
      return classifier.guesses(text);
    }

    public Classifier.Guess best(Classifier classifier) {
      return guesses(classifier).get(0);
    }

    public List<String> words(Classifier classifier, Classifier.Guess guess) {
      return classifier.words(guess.label(), text, model.vocabulary());
    }

    /** Likelihood that it is the district's, 0 to 1. */
    public double ours() {
      return guesses(model.scope()).stream()
          .filter(guess -> guess.code().equals(Scope.OURS.name()))
          .mapToDouble(Classifier.Guess::confidence)
          .findFirst()
          .orElse(0);
    }

    /** Whether nothing in it is known. */
    public boolean isBlank() {
      return text.features().length == 0;
    }
  }
}
