package org.bihuan.localstack.layout;

/**
 * A part of the stack could not do what was asked; the message tells a person why and what to do.
 */
public final class StackFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StackFailure(String message) {
    super(message);
  }

  public StackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
