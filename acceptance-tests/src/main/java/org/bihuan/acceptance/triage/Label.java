package org.bihuan.acceptance.triage;

/**
 * What a person who read a message said of it.
 *
 * @param id of the message in the file of messages
 * @param scope OURS, OTHER_BODY or UNCLEAR
 * @param category the one a careful clerk would choose
 * @param alternative another that would do as well, or empty
 * @param intent COMPLAINT, HELP, QUESTION, SUGGESTION, PRAISE or OTHER
 */
record Label(String id, String scope, String category, String alternative, String intent) {

  static Label parse(String line) {
    String[] fields = line.split("\t", -1);
    return new Label(fields[0], fields[1], fields[2], fields[3], fields[4]);
  }

  boolean admits(String code) {
    return code.equals(category) || code.equals(alternative);
  }
}
