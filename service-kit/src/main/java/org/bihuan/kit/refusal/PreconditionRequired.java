package org.bihuan.kit.refusal;

/** The caller must say which version it means. */
public final class PreconditionRequired extends Refusal {

  private static final long serialVersionUID = 1L;

  public PreconditionRequired(String code, Object... arguments) {
    super(428, code, arguments);
  }
}
