package org.bihuan.localstack.ledger;

/** A line of an exported ledger that does not fit; its message says why. */
final class UnfitLine extends Exception {

  private static final long serialVersionUID = 1L;

  UnfitLine(String why) {
    super(why);
  }
}
