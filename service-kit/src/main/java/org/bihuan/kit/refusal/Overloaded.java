package org.bihuan.kit.refusal;

/** There is more to do than can be done now; nothing was done, and trying again is right. */
public final class Overloaded extends Refusal {

  private static final long serialVersionUID = 1L;

  public Overloaded(String code, Object... arguments) {
    super(503, code, arguments);
  }
}
