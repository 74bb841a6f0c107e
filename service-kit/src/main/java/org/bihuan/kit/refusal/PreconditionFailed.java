package org.bihuan.kit.refusal;

/** The record has changed since the caller read it. */
public final class PreconditionFailed extends Refusal {

  private static final long serialVersionUID = 1L;

  public PreconditionFailed(String code, Object... arguments) {
    super(412, code, arguments);
  }
}
