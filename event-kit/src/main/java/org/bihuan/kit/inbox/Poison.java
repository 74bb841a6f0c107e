package org.bihuan.kit.inbox;

/** An event that no repetition will make good. */
final class Poison extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Poison(String reason) {
    super(reason);
  }
}
