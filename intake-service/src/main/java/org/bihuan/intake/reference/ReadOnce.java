package org.bihuan.intake.reference;

import java.util.function.Supplier;

/**
 * Reference data that changes only at a start. It is read by the first who asks; those that came
 * with it wait for the value, and not each for a database connection of its own.
 */
public final class ReadOnce<T> {

  private volatile T value;

  /**
   * The value, read now if nobody has read it yet.
   *
   * @param reading never gives {@code null}; what it throws reaches who asked, and the next one
   *     tries again
   */
  public T get(Supplier<T> reading) {
    T known = value;
    return known == null ? first(reading) : known;
  }

  private synchronized T first(Supplier<T> reading) {
    if (value == null) {
      value = reading.get();
    }
    return value;
  }
}
