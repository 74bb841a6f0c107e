package org.bihuan.intake.rewriting;

/** A file that is not taken. Crosses from the process that reads the file to the one that asked. */
final class Unacceptable extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why; the order is what the two processes tell each other. */
  enum Why {
    /** None of the kinds that are taken. */
    TYPE,
    /** Two kinds at once: a photo that is also an archive or a page. */
    AMBIGUOUS,
    /** Too many pixels to be unpacked. */
    PIXELS,
    /** Broken, cut off, or more work than any honest file. */
    UNREADABLE,
    /** A paper that needs a password. */
    ENCRYPTED,
    /** A paper that runs something or holds other files. */
    ACTIVE
  }

  private final Why why;

  Unacceptable(Why why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  Why why() {
    return why;
  }
}
