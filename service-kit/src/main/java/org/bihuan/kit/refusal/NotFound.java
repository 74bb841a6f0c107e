package org.bihuan.kit.refusal;

/** There is no such thing, or none that the caller may know of: both answer the same. */
public final class NotFound extends Refusal {

  private static final long serialVersionUID = 1L;

  public NotFound(String code, Object... arguments) {
    super(404, code, arguments);
  }
}
