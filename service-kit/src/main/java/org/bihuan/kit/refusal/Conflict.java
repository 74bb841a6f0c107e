package org.bihuan.kit.refusal;

/** The request is sound, but not in the present state of things. */
public class Conflict extends Refusal {

  private static final long serialVersionUID = 1L;

  public Conflict(String code, Object... arguments) {
    super(409, code, arguments);
  }
}
