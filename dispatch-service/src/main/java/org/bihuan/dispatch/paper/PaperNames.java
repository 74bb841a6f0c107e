package org.bihuan.dispatch.paper;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bihuan.contract.DeadlineClass;

/** What papers call things that records know by a code. */
interface PaperNames {

  /** Name of the category, its code before intake-service has told it, nothing for {@code null}. */
  String category(String code);

  /** Name of the sub-district, in the same way. */
  String subdistrict(String code);

  /** The hourly limit that the class had at that moment, if any. */
  Optional<Duration> limit(DeadlineClass deadlineClass, Instant issuedAt);
}
