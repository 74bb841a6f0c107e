package org.bihuan.intake.ledger;

import java.util.Arrays;

/** A place in the chain and the hash of all up to it; 0 is before the first entry. */
record ChainPoint(long sequence, byte[] hash) {

  static final ChainPoint START = new ChainPoint(0, Chain.START);

  boolean isHash(byte[] other) {
    return Arrays.equals(hash, other);
  }
}
