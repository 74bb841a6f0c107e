package org.bihuan.intake.similar;

import java.text.Normalizer;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.bihuan.contract.Place;

/**
 * What is compared of a complaint or a problem.
 *
 * @param headline spelt by {@link #spelt}
 * @param all headline, address and the beginning of the text, spelt alike
 * @param headlinePairs pairs of neighbouring characters of the headline
 * @param pairs those of headline and text
 * @param named places that the headline names
 * @param at when it was received or filed
 */
record Wording(
    String headline,
    String all,
    Set<String> headlinePairs,
    Set<String> pairs,
    PlaceNames named,
    Place place,
    String categoryCode,
    Instant at) {

  /** So much of a text says what it is about [ours]; a longer one tells how it came about. */
  private static final int BEGINNING = 600;

  static Wording of(String headline, String text, Place place, String categoryCode, Instant at) {
    String title = spelt(headline);
    String said = spelt(text);
    said = said.substring(0, Math.min(said.length(), BEGINNING));
    String all = title + " " + said + (place.address() == null ? "" : " " + spelt(place.address()));
    Set<String> titlePairs = pairsOf(title);
    Set<String> pairs = pairsOf(said);
    pairs.addAll(titlePairs);
    return new Wording(
        title, all, titlePairs, pairs, PlaceNames.in(title), place, categoryCode, at);
  }

  /** Places that headline, address or text names; looked for in the whole text each time. */
  PlaceNames namedAnywhere() {
    return PlaceNames.in(all);
  }

  /** Composition, width and case do not count. */
  static String spelt(String text) {
    return text == null
        ? ""
        : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static Set<String> pairsOf(String spelt) {
    Set<String> pairs = new HashSet<>();
    for (String run : PlaceNames.withoutAreas(spelt).split("[^\\p{L}\\p{N}]+")) {
      for (int i = 0; i + 2 <= run.length(); i++) {
        pairs.add(run.substring(i, i + 2));
      }
    }
    return pairs;
  }
}
