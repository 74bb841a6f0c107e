package org.bihuan.kit.refusal;

/**
 * One thing wrong with the input.
 *
 * @param field path of the field or parameter, e.g. {@code location.longitude} or {@code
 *     items[0].problemId}
 * @param code stable, kebab-case; {@code fault.<code>} is the key of the message
 * @param arguments values for the placeholders of the message; never what the caller sent as text
 */
public record FieldError(String field, String code, Object... arguments) {

  /** Longest name of a field, in characters; a longer one that a client made up is cut. */
  public static final int LONGEST_FIELD = 200;

  public FieldError {
    field = field.length() <= LONGEST_FIELD ? field : field.substring(0, LONGEST_FIELD);
  }
}
