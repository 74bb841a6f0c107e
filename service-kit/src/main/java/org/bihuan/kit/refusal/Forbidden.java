package org.bihuan.kit.refusal;

/** The caller is known and may not do this. */
public final class Forbidden extends Refusal {

  private static final long serialVersionUID = 1L;

  public Forbidden(String code, Object... arguments) {
    super(403, code, arguments);
  }
}
