package org.bihuan.acceptance.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much is put into a measurement.
 *
 * @param repeats how often each thing is measured
 * @param measured how long each measurement lasts
 * @param warmUp how long the services work before the first measurement; they are slow until the
 *     compiler has seen enough of them
 * @param connections how many clients at once, for works that are measured at several numbers
 * @param scratch a folder for files that nobody needs afterwards
 */
record Effort(
    int repeats, Duration measured, Duration warmUp, List<Integer> connections, Path scratch) {

  /** Enough to know a rate on which another work is based. */
  Effort forOneRate() {
    return new Effort(1, measured, warmUp, connections.subList(0, 1), scratch);
  }
}
