package org.bihuan.acceptance.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How far an item gets; every state and every request of dispatch-service occurs. */
enum Fate {
  ISSUED(40),
  URGED(10),
  /** Two hours instead of 48: the first lights to turn yellow and red. */
  EMERGENCY(10),
  ACKNOWLEDGED(60),
  INTERIM(20),
  EXTENSION_ASKED(10),
  EXTENDED(20),
  EXTENSION_REFUSED(10),
  RETURN_ASKED(10),
  RETURN_REFUSED(10),
  /** Returned, and given to another unit. */
  REASSIGNED(20),
  /** Returned by two units, and ruled upon as a precedent. */
  RULED(4),
  SUSPENDED(20),
  RESUMED(10),
  COMPLEX(6),
  /** A meeting gives it a date of its own, and the unit files a plan. */
  PLANNED(150),
  LEADING_GROUP(10),
  REPLIED(50),
  REPLY_RETURNED(20),
  RECHECK_PENDING(40),
  RECHECK_ASSIGNED(20),
  REWORK(30),
  CANCELLED(10),
  WRITTEN_OFF(720),
  WRITTEN_OFF_WITH_DEMAND(90),
  WRITTEN_OFF_AFTER_REWORK(90),
  /** Relapsed at the re-check, done again, passed. */
  WRITTEN_OFF_AFTER_RELAPSE(10);

  private final int weight;

  Fate(int weight) {
    this.weight = weight;
  }

  /** Whether a meeting speaks about it. */
  boolean isComplex() {
    return this == COMPLEX || this == PLANNED || this == LEADING_GROUP;
  }

  /**
   * Fates for {@code count} items: each at least once, the others by their weights.
   *
   * @param count as many as there are fates, or more
   */
  static List<Fate> shared(int count) {
    int all = Arrays.stream(values()).mapToInt(fate -> fate.weight).sum();
    List<Fate> shared = new ArrayList<>(List.of(values()));
    for (Fate fate : values()) {
      int wanted = (int) ((long) count * fate.weight / all);
      for (int i = 1; i < wanted && shared.size() < count; i++) {
        shared.add(fate);
      }
    }
    while (shared.size() < count) {
      shared.add(WRITTEN_OFF);
    }
    return shared;
  }
}
