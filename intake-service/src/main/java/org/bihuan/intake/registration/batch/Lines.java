package org.bihuan.intake.registration.batch;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The lines of a body that say something, one after the other. */
final class Lines implements Iterator<Lines.Line> {

  private static final byte END = '\n';

  private final byte[] body;
  private int position;
  private int number;
  private Line next;

  Lines(byte[] body) {
    this.body = body;
    this.next = find();
  }

  /**
   * One line.
   *
   * @param number from 1; empty lines count
   * @param text without its end
   */
  record Line(int number, byte[] text) {}

  /** How many of {@code body} say something, and so are to be done. */
  static int count(byte[] body) {
    int lines = 0;
    boolean blank = true;
    for (byte one : body) {
      if (one == END) {
        blank = true;
      } else if (blank && !isSpace(one)) {
        lines++;
        blank = false;
      }
    }
    return lines;
  }

  private static boolean isSpace(byte one) {
    return one == ' ' || one == '\t' || one == '\r' || one == END;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Line next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Line found = next;
    next = find();
    return found;
  }

  private Line find() {
    while (position < body.length) {
      int from = position;
      boolean blank = true;
      while (position < body.length && body[position] != END) {
        blank = blank && isSpace(body[position]);
        position++;
      }
      int to = position;
      position++;
      number++;
      if (!blank) {
        return new Line(number, Arrays.copyOfRange(body, from, to));
      }
    }
    return null;
  }
}
