package org.bihuan.kit.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** How large bodies of some requests may be, how slow, and how much room they have together. */
final class BodyBounds {

  private final Predicate<String> holdFor;
  private final long size;
  private final Duration time;
  private final long room;
  private final AtomicLong bytesUnderWay = new AtomicLong();

  private BodyBounds(Predicate<String> holdFor, long size, Duration time, long room) {
    this.holdFor = holdFor;
    this.size = size;
    this.time = time;
    this.room = room;
  }

  /** Those of uploads, and last those of everything else. */
  static List<BodyBounds> of(HttpGuardConfig config) {
    List<BodyBounds> bounds = new ArrayList<>();
    for (HttpGuardConfig.Upload upload : config.uploads().values()) {
      bounds.add(
          new BodyBounds(
              upload.path()::equals,
              upload.bodySize().asLongValue(),
              upload.bodyTime(),
              upload.bodyRoom().asLongValue()));
    }
    bounds.add(
        new BodyBounds(
            path -> true,
            config.bodySize().asLongValue(),
            config.bodyTime(),
            config.bodyRoom().asLongValue()));
    return List.copyOf(bounds);
  }

  boolean holdFor(String path) {
    return holdFor.test(path);
  }

  /** Largest body, in bytes. */
  long size() {
    return size;
  }

  /** How long a body may take to arrive. */
  Duration time() {
    return time;
  }

  boolean hasRoomFor(int bytes) {
    return bytesUnderWay.get() + bytes <= room;
  }

  void took(int bytes) {
    bytesUnderWay.addAndGet(bytes);
  }

  void gaveBack(int bytes) {
    bytesUnderWay.addAndGet(-bytes);
  }
}
