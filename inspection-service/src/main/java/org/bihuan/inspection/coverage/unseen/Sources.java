package org.bihuan.inspection.coverage.unseen;

import java.time.Instant;
import org.bihuan.kit.paging.Criteria;

/** Conditions on a known problem {@code e} by who told of it, for lists and counts alike. */
final class Sources {

  static final String COMPLAINED = "e.complainedAt is not null";
  static final String FOUND = "e.foundAt is not null";
  static final String FOUND_FIRST =
      "e.foundAt is not null and (e.complainedAt is null or e.foundAt < e.complainedAt)";

  private Sources() {}

  /** First told of from {@code from} on, or ever for {@code null}, and before {@code to}. */
  static Criteria within(Instant from, Instant to) {
    return new Criteria().from("knownAt", from).before("knownAt", to);
  }
}
