package org.bihuan.localstack.open311;

/**
 * One thing that an endpoint of GeoReport v2 must do.
 *
 * @param clause where it is said: a section of GeoReport v2, or {@code Bihuan} for what our
 *     documentation promises beyond the standard
 * @param sentence what is said
 * @param needsKey whether it can be looked at only with a key
 */
public record Assertion(String clause, String sentence, boolean needsKey, Check check) {

  /** Looks at an endpoint. */
  @FunctionalInterface
  public interface Check {

    /**
     * Asks what has to be asked.
     *
     * @throws AssertionError when it is not so
     */
    void at(Endpoint endpoint);
  }

  @Override
  public String toString() {
    return clause + ": " + sentence;
  }
}
