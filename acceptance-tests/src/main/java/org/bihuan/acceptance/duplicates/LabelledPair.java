package org.bihuan.acceptance.duplicates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Two messages and what a person who read both said of them.
 *
 * @param first the one received earlier, as the name of its file and its id there
 * @param second the later one
 * @param verdict SAME; RELATED for another matter at the place or the same matter elsewhere;
 *     DIFFERENT; SAME_AGAIN when it had been over for long; UNSURE
 * @param how by what means the pair was drawn
 */
record LabelledPair(String first, String second, String verdict, String how) {

  /** Those that say clearly whether two are one. */
  static List<LabelledPair> clear() {
    return lines("pairs.tsv").stream()
        .skip(1)
        .map(LabelledPair::parse)
        .filter(pair -> !pair.verdict().equals("UNSURE") && !pair.verdict().equals("SAME_AGAIN"))
        .toList();
  }

  /** Messages of which every neighbour was looked for by hand. */
  static List<String> seeds() {
    return lines("seeds.txt");
  }

  private static LabelledPair parse(String line) {
    String[] fields = line.split("\t", -1);
    return new LabelledPair(fields[0], fields[1], fields[2], fields[3]);
  }

  private static List<String> lines(String name) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                LabelledPair.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isSame() {
    return verdict.equals("SAME");
  }

  boolean has(String message) {
    return first.equals(message) || second.equals(message);
  }
}
