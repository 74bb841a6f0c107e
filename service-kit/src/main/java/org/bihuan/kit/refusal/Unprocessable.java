package org.bihuan.kit.refusal;

/** The request is well-formed and contradicts what is known. */
public final class Unprocessable extends Refusal {

  private static final long serialVersionUID = 1L;

  public Unprocessable(String code, Object... arguments) {
    super(422, code, arguments);
  }
}
