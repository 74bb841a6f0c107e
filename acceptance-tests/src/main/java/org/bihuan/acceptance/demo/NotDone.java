package org.bihuan.acceptance.demo;

/**
 * An act did not succeed, which is on the tally already; what was to follow from it is left out.
 */
final class NotDone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotDone(String message) {
    super(message);
  }
}
