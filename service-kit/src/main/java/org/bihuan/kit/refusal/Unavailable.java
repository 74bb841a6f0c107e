package org.bihuan.kit.refusal;

/** Not now: something this service needs is away or too busy. Nothing was lost; try again. */
public final class Unavailable extends Refusal {

  private static final long serialVersionUID = 1L;

  public Unavailable(String code, Object... arguments) {
    super(503, code, arguments);
  }
}
