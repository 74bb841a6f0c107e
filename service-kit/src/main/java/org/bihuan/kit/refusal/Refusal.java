package org.bihuan.kit.refusal;

import java.util.List;

/**
 * A "no" that was meant: the caller asked for something that cannot be. It has a stable code, which
 * the message bundles {@code refusals*.properties} turn into words of the reader's language, and it
 * rolls the transaction back.
 */
public abstract class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Object[] arguments;

  /**
   * @param status HTTP status that says the same
   * @param code stable, kebab-case; key of the message
   * @param arguments values for the placeholders of the message; never personal data
   */
  protected Refusal(int status, String code, Object... arguments) {
    super(code + " " + List.of(arguments), null, false, false);
    this.status = status;
    this.code = code;
    this.arguments = arguments;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public Object[] arguments() {
    return arguments;
  }
}
