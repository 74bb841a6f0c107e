package org.bihuan.acceptance.chaos;

import java.util.Random;

/**
 * Something that goes wrong for a while and is whole again afterwards.
 *
 * @param weight how often it comes in each round of faults
 */
record Fault(String name, int weight, Mishap mishap) {

  /** What happens; returns when it is over, while others may still recover from it. */
  @FunctionalInterface
  interface Mishap {
    void happen(Random dice) throws Exception;
  }
}
