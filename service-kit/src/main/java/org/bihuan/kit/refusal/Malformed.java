package org.bihuan.kit.refusal;

/** The request cannot be read at all: broken JSON, too deep, no body. */
public final class Malformed extends Refusal {

  private static final long serialVersionUID = 1L;

  public Malformed(String code, Object... arguments) {
    super(400, code, arguments);
  }
}
