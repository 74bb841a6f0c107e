package org.bihuan.intake.registration;

import java.security.SecureRandom;

/**
 * The code by which a reporter follows a complaint without a login: 100 random bits, so that none
 * can be guessed.
 */
final class TrackingCode {

  /** Without 0, O, 1, I, so that a code can be read out on the phone. */
  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int LENGTH = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private TrackingCode() {}

  static String next() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }
}
