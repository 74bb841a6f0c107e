package org.bihuan.inspection.assessment.closing;

import org.bihuan.kit.time.Month;

/**
 * Which state of the entries is meant: the one that follows the facts, the one in which a month was
 * closed and which never changes, or that one as it would be with what became known later.
 *
 * @param name as rows keep it
 */
public record Book(String name) {

  /** Follows the facts. */
  public static final Book LIVE = new Book("LIVE");

  /** As the month was closed. */
  public static Book closed(Month month) {
    return new Book(month.toString());
  }

  /** The same with what became known later; empty as long as that changes nothing. */
  public static Book corrected(Month month) {
    return new Book(month + "+");
  }
}
