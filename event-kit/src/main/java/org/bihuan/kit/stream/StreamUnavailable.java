package org.bihuan.kit.stream;

/** Changes cannot be read now. */
final class StreamUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StreamUnavailable(Throwable cause) {
    super("changes cannot be read", cause);
  }
}
