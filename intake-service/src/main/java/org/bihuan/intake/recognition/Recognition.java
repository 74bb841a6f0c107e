package org.bihuan.intake.recognition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bihuan.intake.body.OtherBodies;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.category.CategoryRecognition;
import org.bihuan.intake.category.CategorySuggestion;
import org.bihuan.intake.recognition.Suggestion.BodyGuess;
import org.bihuan.intake.recognition.Suggestion.IntentGuess;
import org.bihuan.intake.recognition.Suggestion.ScopeGuess;
import org.bihuan.intake.recognition.learning.Classifier;
import org.bihuan.intake.recognition.learning.Model;
import org.bihuan.intake.recognition.model.Models;

/**
 * Recognises what a message wants, whose matter it is and of what kind: by the learned model in
 * force, by keywords where there is none or the text is very short (ADR 0043).
 */
@ApplicationScoped
public class Recognition {

  private static final int MOST_SUGGESTIONS = 3;

  /** Below this the likelier of both scopes is hardly likelier [ours]. */
  private static final double CLEAR_SCOPE = 0.55;

  /** So few characters are unlike the messages a model has learned from [ours]. */
  private static final int SHORT = 16;

  /** Short texts without a word of another body were mostly ours [ours, by the labelled sample]. */
  private static final double SCOPE_BY_KEYWORDS = 0.8;

  private final Models models;
  private final CategoryRecognition keywords;
  private final Categories categories;
  private final OtherBodies bodies;
  private final PlaceNames places;

  Recognition(
      Models models,
      CategoryRecognition keywords,
      Categories categories,
      OtherBodies bodies,
      PlaceNames places) {
    this.models = models;
    this.keywords = keywords;
    this.categories = categories;
    this.bodies = bodies;
    this.places = places;
  }

  /**
   * Everything recognised in a message.
   *
   * @param subject headline, or {@code null}
   */
  public Suggestion of(String subject, String text) {
    return read(subject, text)
        .map(reading -> learned(reading, subject, text))
        .orElseGet(() -> byKeywords(subject, text));
  }

  /**
   * The likeliest categories of a message, at most three, and nothing else of it.
   *
   * @param subject headline, or {@code null}
   */
  public List<CategorySuggestion> categories(String subject, String text) {
    return read(subject, text)
        .map(this::categories)
        .orElseGet(() -> keywords.suggest(subject, text));
  }

  /** The message as the model in force sees it; none where keywords decide. */
  private Optional<Model.Reading> read(String subject, String text) {
    return whole(subject, text).length() < SHORT
        ? Optional.empty()
        : models
            .inForce()
            .map(model -> model.read(subject, text))
            .filter(reading -> !reading.isBlank());
  }

  private Suggestion learned(Model.Reading reading, String subject, String text) {
    Model model = reading.model();
    Classifier.Guess intent = reading.best(model.intent());
    return new Suggestion(
        new IntentGuess(
            Intent.valueOf(intent.code()),
            intent.confidence(),
            reading.words(model.intent(), intent)),
        scope(reading),
        categories(reading),
        most(reading, model.body(), code -> bodies.active(code).isPresent()).stream()
            .map(
                guess ->
                    new BodyGuess(
                        guess.code(), guess.confidence(), reading.words(model.body(), guess)))
            .toList(),
        places.in(whole(subject, text)),
        model.version());
  }

  private List<CategorySuggestion> categories(Model.Reading reading) {
    Classifier classifier = reading.model().category();
    return most(reading, classifier, code -> categories.active(code).isPresent()).stream()
        .map(
            guess ->
                new CategorySuggestion(
                    guess.code(), guess.confidence(), reading.words(classifier, guess)))
        .toList();
  }

  private static ScopeGuess scope(Model.Reading reading) {
    Classifier classifier = reading.model().scope();
    Classifier.Guess guess = reading.best(classifier);
    Scope scope = guess.confidence() < CLEAR_SCOPE ? Scope.UNCLEAR : Scope.valueOf(guess.code());
    return new ScopeGuess(scope, guess.confidence(), reading.words(classifier, guess));
  }

  private static List<Classifier.Guess> most(
      Model.Reading reading, Classifier classifier, Predicate<String> known) {
    return reading.guesses(classifier).stream()
        .filter(guess -> known.test(guess.code()))
        .limit(MOST_SUGGESTIONS)
        .toList();
  }

  private Suggestion byKeywords(String subject, String text) {
    boolean anothers = keywords.isLikelyAnotherBodys(subject, text);
    List<CategorySuggestion> suggestions = keywords.suggest(subject, text);
    Scope scope = Scope.UNCLEAR;
    if (anothers) {
      scope = Scope.OTHER_BODY;
    } else if (!suggestions.isEmpty()) {
      scope = Scope.OURS;
    }
    return new Suggestion(
        new IntentGuess(Intent.COMPLAINT, 0, List.of()),
        new ScopeGuess(scope, scope == Scope.UNCLEAR ? 0 : SCOPE_BY_KEYWORDS, List.of()),
        suggestions,
        List.of(),
        places.in(whole(subject, text)),
        Models.KEYWORDS);
  }

  private static String whole(String subject, String text) {
    return subject == null ? text : subject + "\n" + text;
  }
}
