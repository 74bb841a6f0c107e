package org.bihuan.intake.recognition.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pieces of text that a model knows, and how much each says. */
public final class Vocabulary {

  /** A piece seen in fewer messages is a name or chance, and is left out. */
  static final int FEWEST_MESSAGES = 3;

  private final List<String> features;
  private final float[] rarity;
  private final Map<String, Integer> places = new HashMap<>();

  /** The numbers of a text, by falling place in memory: which pieces, and how much of each. */
  public record Vector(int[] features, double[] values) {}

  Vocabulary(List<String> features, float[] rarity) {
    this.features = List.copyOf(features);
    this.rarity = rarity.clone();
    for (int i = 0; i < rarity.length; i++) {
      places.put(features.get(i), i);
    }
  }

  /** All pieces seen in at least {@link #FEWEST_MESSAGES} messages, rare ones with more weight. */
  static Vocabulary of(Collection<Map<String, Double>> messages) {
    Map<String, Integer> seen = new TreeMap<>();
    messages.forEach(message -> message.keySet().forEach(one -> seen.merge(one, 1, Integer::sum)));
    seen.values().removeIf(count -> count < FEWEST_MESSAGES);
    List<String> features = new ArrayList<>(seen.keySet());
    float[] rarity = new float[features.size()];
    for (int i = 0; i < rarity.length; i++) {
      rarity[i] = (float) (Math.log((1.0 + messages.size()) / (1 + seen.get(features.get(i)))) + 1);
    }
    return new Vocabulary(features, rarity);
  }

  int size() {
    return rarity.length;
  }

  String feature(int place) {
    return features.get(place);
  }

  float rarity(int place) {
    return rarity[place];
  }

  /** Of length 1, so that long messages are no louder than short ones. */
  Vector vector(Map<String, Double> counts) {
    int[] known = new int[counts.size()];
    int size = 0;
    for (String feature : counts.keySet()) {
      Integer place = places.get(feature);
      if (place != null) {
        known[size++] = place;
      }
    }
    known = Arrays.copyOf(known, size);
    Arrays.sort(known);
    double[] values = new double[size];
    double squares = 0;
    for (int i = 0; i < size; i++) {
      double count = counts.get(features.get(known[i]));
      values[i] = (1 + Math.log(Math.max(1, count))) * rarity[known[i]];
      squares += values[i] * values[i];
    }
    double length = squares == 0 ? 1 : Math.sqrt(squares);
    for (int i = 0; i < size; i++) {
      values[i] /= length;
    }
    return new Vector(known, values);
  }
}
