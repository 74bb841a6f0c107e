package org.bihuan.intake.reference;

import java.util.function.Supplier;

/**
 * Reference data that changes only at a start. It is read by the first who asks; those that came
 * with it wait for the value, and not each for a database connection of its own.
 */
public final class ReadOnce<T> {

  private final Supplier<T> reading;
  private volatile T value;

  /**
   * @param reading never gives {@code null}; what it throws reaches who asked, and the next one
   *     tries again
   */
  public ReadOnce(Supplier<T> reading) {
    this.reading = reading;
  }

  public T get() {
    T known = value;
    return known == null ? read() : known;
  }

  private synchronized T read() {
    if (value == null) {
      value = reading.get();
    }
    return value;
  }
}
