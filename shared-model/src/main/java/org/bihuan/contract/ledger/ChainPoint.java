package org.bihuan.contract.ledger;

import java.util.Arrays;

/**
 * A place in the chain and the hash of all up to it.
 *
 * @param sequence place of the entry, 0 before the first
 */
public record ChainPoint(long sequence, byte[] hash) {

  /** Before the first entry. */
  public static final ChainPoint START = new ChainPoint(0, new byte[ChainHash.LENGTH]);

  /** Whether this is the hash here. */
  public boolean isHash(byte[] other) {
    return Arrays.equals(hash, other);
  }
}
