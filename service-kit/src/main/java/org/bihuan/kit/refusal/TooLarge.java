package org.bihuan.kit.refusal;

/** More was sent than is taken at once; sent in smaller parts it is taken. */
public final class TooLarge extends Refusal {

  private static final long serialVersionUID = 1L;

  public TooLarge(String code, Object... arguments) {
    super(413, code, arguments);
  }
}
