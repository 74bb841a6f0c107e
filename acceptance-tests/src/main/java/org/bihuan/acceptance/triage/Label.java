package org.bihuan.acceptance.triage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a person who read a message said of it.
 *
 * @param id of the message in the files of messages
 * @param split TRAINING, or HELD_OUT when it was received on or after {@link #HELD_OUT_FROM}
 * @param scope OURS, OTHER_BODY or UNCLEAR
 * @param category the one a careful clerk would choose; OTHER when it is not ours
 * @param alternative another that would do as well, or empty
 * @param intent COMPLAINT, HELP, QUESTION, SUGGESTION, REPORT or PRAISE
 * @param body the other body whose matter it is, or empty
 */
record Label(
    String id,
    String split,
    String scope,
    String category,
    String alternative,
    String intent,
    String body) {

  /** First day of the messages that no shipped model has learned from. */
  static final String HELD_OUT_FROM = "2019-09-01";

  static Label parse(String line) {
    String[] fields = line.split("\t", -1);
    return new Label(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6]);
  }

  /** All labels that come with the sources. */
  static List<Label> all() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Label.class.getResourceAsStream("labels.tsv"), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(Label::parse).toList();
    }
  }

  boolean isHeldOut() {
    return split.equals("HELD_OUT");
  }

  boolean isOurs() {
    return scope.equals("OURS");
  }

  /** Ours, and one of the categories fits. */
  boolean hasCategory() {
    return isOurs() && !category.equals("OTHER");
  }

  boolean admits(String code) {
    return isOurs() && (code.equals(category) || code.equals(alternative));
  }
}
