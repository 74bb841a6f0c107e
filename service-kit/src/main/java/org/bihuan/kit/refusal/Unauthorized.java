package org.bihuan.kit.refusal;

/**
 * Nobody knows who asks: the operation is open to some without a login, but not for this, or what
 * should prove the sender does not.
 */
public final class Unauthorized extends Refusal {

  private static final long serialVersionUID = 1L;

  public Unauthorized() {
    super(401, "unauthorized");
  }

  /** The same where the proof is no login, so that other words help. */
  public Unauthorized(String code, Object... arguments) {
    super(401, code, arguments);
  }
}
