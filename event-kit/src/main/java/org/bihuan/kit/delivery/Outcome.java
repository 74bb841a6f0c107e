package org.bihuan.kit.delivery;

/**
 * What came of one attempt.
 *
 * @param result how it ended
 * @param statusCode status of the answer, {@code null} when there was none
 * @param answer beginning of what was answered, or {@code null}
 */
public record Outcome(Result result, Integer statusCode, String answer) {

  /** How an attempt can end. */
  public enum Result {
    DELIVERED,
    /** Answered, and not taken. */
    REFUSED,
    /** The receiver says that it does not exist any more; nothing is sent there again. */
    GONE,
    /** No connection, or no name for it. */
    UNREACHABLE,
    /** No answer in time. */
    TIMED_OUT,
    /** The name leads to an address inside the network, where nothing is sent. */
    ADDRESS_REFUSED,
    /** The key that opens the secret of the webhook is not the one that was set. */
    NO_SECRET,
    /** Nobody has said where the recipient is reached. */
    NO_ADDRESS;

    /** Whether it is over, well or not: another attempt could change nothing. */
    public boolean isFinal() {
      return this == DELIVERED || this == GONE || this == NO_ADDRESS;
    }
  }

  /** One without an answer. */
  public static Outcome of(Result result) {
    return new Outcome(result, null, null);
  }
}
