package org.bihuan.intake.recognition.learning;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How a model is kept: lines of text with TABs, zipped. First what it is, then a line for each
 * classifier with its labels, then a line for each piece of text with its weights, of which 200
 * make 1.
 */
public final class ModelFile {

  private static final String HEAD = "bihuan-recognition-model-1";

  /** Finer differences do not change what is recognised. */
  private static final float SCALE = 200;

  private static final int CLASSIFIERS = 4;

  private ModelFile() {}

  public static byte[] bytes(Model model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8))) {
      out.write(line(HEAD, model.version(), String.valueOf(model.lessons())));
      for (Classifier classifier : model.classifiers()) {
        out.write(
            line(String.valueOf(classifier.sharpness()), String.join(" ", classifier.labels())));
      }
      for (int i = 0; i < model.vocabulary().size(); i++) {
        out.write(
            line(
                model.vocabulary().feature(i),
                String.valueOf(model.vocabulary().rarity(i)),
                weights(model, i)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String line(String... fields) {
    return String.join("\t", fields) + "\n";
  }

  private static String weights(Model model, int feature) {
    StringBuilder weights = new StringBuilder();
    for (Classifier classifier : model.classifiers()) {
      for (float[] own : classifier.weights()) {
        weights.append(weights.isEmpty() ? "" : " ").append(Math.round(own[feature] * SCALE));
      }
    }
    return weights.toString();
  }

  /**
   * Reads a model.
   *
   * @throws IllegalStateException when these are not lines of a model
   */
  public static Model read(InputStream bytes) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(bytes), StandardCharsets.UTF_8))) {
      String[] head = in.readLine().split("\t");
      if (!head[0].equals(HEAD)) {
        throw new IllegalStateException("not a model for recognition: " + head[0]);
      }
      List<String[]> classifiers = new ArrayList<>();
      for (int i = 0; i < CLASSIFIERS; i++) {
        classifiers.add(in.readLine().split("\t"));
      }
      return model(head, classifiers, in.lines().map(line -> line.split("\t")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Model model(String[] head, List<String[]> described, List<String[]> lines) {
    List<Classifier> classifiers = new ArrayList<>();
    for (String[] one : described) {
      List<String> labels = List.of(one[1].split(" "));
      float[][] weights = new float[labels.size()][lines.size()];
      classifiers.add(new Classifier(labels, weights, Double.parseDouble(one[0])));
    }
    List<String> features = new ArrayList<>(lines.size());
    float[] rarity = new float[lines.size()];
    for (int feature = 0; feature < rarity.length; feature++) {
      String[] line = lines.get(feature);
      features.add(line[0]);
      rarity[feature] = Float.parseFloat(line[1]);
      String[] weights = line[2].split(" ");
      int next = 0;
      for (Classifier classifier : classifiers) {
        for (float[] own : classifier.weights()) {
          own[feature] = Integer.parseInt(weights[next++]) / SCALE;
        }
      }
    }
    return new Model(
        head[1],
        Integer.parseInt(head[2]),
        new Vocabulary(features, rarity),
        classifiers.get(0),
        classifiers.get(1),
        classifiers.get(2),
        classifiers.get(3));
  }
}
