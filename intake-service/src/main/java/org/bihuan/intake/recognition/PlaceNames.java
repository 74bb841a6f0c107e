package org.bihuan.intake.recognition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.intake.recognition.Suggestion.PlaceGuess;
import org.bihuan.intake.subdistrict.PlacedBy;
import org.bihuan.intake.subdistrict.Places;

/** Finds the sub-districts and communities that a text names in full. */
@ApplicationScoped
public class PlaceNames {

  private final Places places;

  PlaceNames(Places places) {
    this.places = places;
  }

  /** The first place named, its community if there is one; {@code null} when none is named. */
  public PlaceGuess in(String text) {
    List<PlaceGuess> named = all(text);
    if (named.isEmpty()) {
      return null;
    }
    PlaceGuess first = named.get(0);
    return new PlaceGuess(
        first.subdistrictCode(),
        first.communityCode(),
        1.0 / named.size(),
        first.words(),
        PlacedBy.NAME,
        null);
  }

  /** Every place named, communities first; of a sub-district none but its communities. */
  public List<PlaceGuess> all(String text) {
    List<PlaceGuess> named = new ArrayList<>();
    for (Places.Community one : places.communities()) {
      if (text.contains(one.name())) {
        named.add(guess(one.subdistrictCode(), one.code(), one.name()));
      }
    }
    for (Places.Subdistrict one : places.subdistricts()) {
      if (text.contains(one.name())) {
        named.add(guess(one.code(), null, one.name()));
      }
    }
    return withoutNeedless(named);
  }

  static List<PlaceGuess> withoutNeedless(List<PlaceGuess> named) {
    return named.stream().filter(one -> named.stream().noneMatch(more -> says(more, one))).toList();
  }

  /** Whether {@code more} makes {@code one} needless: 上四方社区 names no 四方社区, nor its own 街道. */
  private static boolean says(PlaceGuess more, PlaceGuess one) {
    String longer = more.words().get(0);
    String name = one.words().get(0);
    return longer.length() > name.length() && longer.contains(name)
        || one.communityCode() == null
            && more.communityCode() != null
            && more.subdistrictCode().equals(one.subdistrictCode());
  }

  static PlaceGuess guess(String subdistrict, String community, String name) {
    return new PlaceGuess(subdistrict, community, 1, List.of(name), PlacedBy.NAME, null);
  }
}
