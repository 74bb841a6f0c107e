package org.bihuan.intake.reference;

import java.util.function.Supplier;

/** Reference data that changes seldom: read by the first who asks after it was forgotten. */
public final class Recent<T> {

  private volatile ReadOnce<T> value = new ReadOnce<>();

  /** The value, read now if nobody has read it since it was forgotten. */
  public T get(Supplier<T> reading) {
    return value.get(reading);
  }

  /** The next who asks reads it anew. */
  public void forget() {
    value = new ReadOnce<>();
  }
}
