package org.bihuan.intake.recognition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.intake.recognition.Suggestion.PlaceGuess;
import org.bihuan.intake.subdistrict.Places;

/** Finds the sub-districts and communities that a text names in full. */
@ApplicationScoped
class PlaceNames {

  private final Places places;

  PlaceNames(Places places) {
    this.places = places;
  }

  /** The first place named, its community if there is one; {@code null} when none is named. */
  PlaceGuess in(String text) {
    List<PlaceGuess> named = new ArrayList<>();
    for (Places.Community one : places.communities()) {
      if (text.contains(one.name())) {
        named.add(new PlaceGuess(one.subdistrictCode(), one.code(), 1, List.of(one.name())));
      }
    }
    for (Places.Subdistrict one : places.subdistricts()) {
      boolean known = named.stream().anyMatch(guess -> guess.subdistrictCode().equals(one.code()));
      if (!known && text.contains(one.name())) {
        named.add(new PlaceGuess(one.code(), null, 1, List.of(one.name())));
      }
    }
    if (named.isEmpty()) {
      return null;
    }
    PlaceGuess first = named.get(0);
    return new PlaceGuess(
        first.subdistrictCode(), first.communityCode(), 1.0 / named.size(), first.words());
  }
}
