package org.bihuan.kit.refusal;

/** The operation is open to some without a login, but not for this. */
public final class Unauthorized extends Refusal {

  private static final long serialVersionUID = 1L;

  public Unauthorized() {
    super(401, "unauthorized");
  }
}
