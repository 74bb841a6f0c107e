package org.bihuan.intake.recognition.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Linear classifier: each label has a weight for each piece of text, and the likeliest label is the
 * one with the highest sum.
 *
 * @param labels codes it can tell apart, at least two
 * @param weights by label, then by place in the vocabulary
 * @param sharpness what sums are multiplied with before they are shares of 1, so that of what it is
 *     90 % sure of nine in ten are right; found on messages it has not learned from
 */
public record Classifier(List<String> labels, float[][] weights, double sharpness) {

  private static final int MOST_WORDS = 5;

  /** A label with its likelihood, 0 to 1. */
  public record Guess(int label, String code, double confidence) {}

  public Classifier {
    labels = List.copyOf(labels);
  }

  double[] sums(Vocabulary.Vector text) {
    double[] sums = new double[labels.size()];
    for (int label = 0; label < sums.length; label++) {
      float[] own = weights[label];
      for (int i = 0; i < text.features().length; i++) {
        sums[label] += own[text.features()[i]] * text.values()[i];
      }
    }
    return sums;
  }

  /** All labels, the likeliest first; their likelihoods add up to 1. */
  List<Guess> guesses(Vocabulary.Vector text) {
    double[] shares = shares(sums(text), sharpness);
    return IntStream.range(0, shares.length)
        .mapToObj(label -> new Guess(label, labels.get(label), shares[label]))
        .sorted(Comparator.comparingDouble(Guess::confidence).reversed())
        .toList();
  }

  static double[] shares(double[] sums, double sharpness) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double sum : sums) {
      highest = Math.max(highest, sum);
    }
    double[] shares = new double[sums.length];
    double all = 0;
    for (int i = 0; i < sums.length; i++) {
      shares[i] = Math.exp(sharpness * (sums[i] - highest));
      all += shares[i];
    }
    for (int i = 0; i < sums.length; i++) {
      shares[i] /= all;
    }
    return shares;
  }

  /** What in the text spoke most for a label, as words of at least two characters. */
  List<String> words(int label, Vocabulary.Vector text, Vocabulary vocabulary) {
    Set<String> words = new LinkedHashSet<>();
    IntStream.range(0, text.features().length)
        .boxed()
        .filter(i -> weights[label][text.features()[i]] > 0)
        .sorted(
            Comparator.comparingDouble(i -> -weights[label][text.features()[i]] * text.values()[i]))
        .map(i -> vocabulary.feature(text.features()[i]))
        .map(feature -> feature.substring(feature.indexOf(':') + 1))
        .filter(word -> word.length() > 1)
        .forEach(words::add);
    List<String> most = new ArrayList<>();
    for (String word : words) {
      if (most.size() < MOST_WORDS && most.stream().noneMatch(one -> one.contains(word))) {
        most.removeIf(word::contains);
        most.add(word);
      }
    }
    return most;
  }
}
