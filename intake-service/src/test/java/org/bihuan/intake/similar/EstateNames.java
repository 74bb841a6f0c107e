package org.bihuan.intake.similar;

import java.util.concurrent.ThreadLocalRandom;

/** Names of estates that no other test has. */
final class EstateNames {

  private static final int FIRST_HAN = 0x4E00;
  private static final int USUAL_HAN = 20_000;
  private static final int LETTERS = 4;

  private EstateNames() {}

  static String next() {
    return ThreadLocalRandom.current()
            .ints(LETTERS, FIRST_HAN, FIRST_HAN + USUAL_HAN)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        + "花园";
  }
}
