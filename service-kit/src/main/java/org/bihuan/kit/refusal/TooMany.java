package org.bihuan.kit.refusal;

/** The caller asks too often; it may try again after a while. */
public final class TooMany extends Refusal {

  private static final long serialVersionUID = 1L;

  public TooMany(String code, Object... arguments) {
    super(429, code, arguments);
  }
}
