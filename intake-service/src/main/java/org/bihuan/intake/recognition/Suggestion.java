package org.bihuan.intake.recognition;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.bihuan.intake.category.CategorySuggestion;
import org.bihuan.intake.subdistrict.Locality;
import org.bihuan.intake.subdistrict.PlacedBy;

/**
 * What a message seems to be. Confidence is calibrated: of what has 0.9, nine in ten are right on
 * messages the model has not learned from.
 *
 * @param intent what the writer wants
 * @param scope whose matter it is
 * @param categories if it is ours: the likeliest kinds, the likeliest first, at most three
 * @param bodies if it is another body's: the likeliest bodies, the likeliest first, at most three
 * @param place sub-district or community whose area holds the point or the photos, or that the text
 *     names; {@code null} when none is known
 * @param model version of the model, {@code keywords} where there is none
 */
public record Suggestion(
    @NotNull IntentGuess intent,
    @NotNull ScopeGuess scope,
    @NotNull List<CategorySuggestion> categories,
    @NotNull List<BodyGuess> bodies,
    PlaceGuess place,
    @NotNull String model) {

  /**
   * What the writer wants.
   *
   * @param confidence that it is this, 0 to 1
   * @param words in the text that led to it
   */
  public record IntentGuess(@NotNull Intent code, double confidence, @NotNull List<String> words) {}

  /**
   * Whose matter it is.
   *
   * @param confidence that it is this, 0 to 1; of UNCLEAR, that it is the likelier of both
   * @param words in the text that led to it
   */
  public record ScopeGuess(@NotNull Scope code, double confidence, @NotNull List<String> words) {}

  /**
   * An other body.
   *
   * @param code from the catalogue of other bodies
   * @param confidence that it is this one, if it is another body's, 0 to 1
   * @param words in the text that led to it
   */
  public record BodyGuess(@NotNull String code, double confidence, @NotNull List<String> words) {}

  /**
   * Where it seems to be.
   *
   * @param subdistrictCode nine digits
   * @param communityCode twelve digits, or {@code null} when only the sub-district is named
   * @param confidence one by the number of places that are named, so 1 for a single one
   * @param words the name as it stands in the text; none for a place by point or photo
   * @param placedBy POINT, PHOTO or NAME
   * @param takenAt when the newest photo was taken, by its camera; {@code null} unless PHOTO, and
   *     where the camera has noted no time
   */
  public record PlaceGuess(
      @NotNull String subdistrictCode,
      String communityCode,
      double confidence,
      @NotNull List<String> words,
      @NotNull PlacedBy placedBy,
      Instant takenAt) {

    static PlaceGuess ofPoint(Locality place) {
      return new PlaceGuess(
          place.subdistrictCode(), place.communityCode(), 1, List.of(), PlacedBy.POINT, null);
    }

    static PlaceGuess ofPhotos(Locality place, Instant takenAt) {
      return new PlaceGuess(
          place.subdistrictCode(), place.communityCode(), 1, List.of(), PlacedBy.PHOTO, takenAt);
    }

    /** The place without what led to it. */
    public Locality locality() {
      return new Locality(subdistrictCode, communityCode);
    }
  }

  /** The same with the place whose area holds the point of the message. */
  public Suggestion at(Locality place) {
    return new Suggestion(intent, scope, categories, bodies, PlaceGuess.ofPoint(place), model);
  }

  /** The same with a place that is named beside the text. */
  public Suggestion at(PlaceGuess named) {
    return new Suggestion(intent, scope, categories, bodies, named, model);
  }

  /** The same with the place whose area holds where the photos of the message were taken. */
  public Suggestion atPhotos(Locality place, Instant takenAt) {
    return new Suggestion(
        intent, scope, categories, bodies, PlaceGuess.ofPhotos(place, takenAt), model);
  }

  /** The likeliest category, or {@code null}. */
  public CategorySuggestion category() {
    return categories.isEmpty() ? null : categories.get(0);
  }

  /** What is kept of it with the complaint. */
  public Recognised kept() {
    BodyGuess body = scope.code() == Scope.OURS || bodies.isEmpty() ? null : bodies.get(0);
    return new Recognised(
        intent.code(),
        intent.confidence(),
        scope.code(),
        scope.confidence(),
        body == null ? null : body.code(),
        body == null ? null : body.confidence(),
        model);
  }
}
