package org.bihuan.acceptance.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Runs INSERTs over and over, one transaction for each complaint, as plainly as a driver can. */
interface ReferenceInserts {

  /** What the table of figures calls it. */
  String name();

  /**
   * Lets so many clients run for so long, each beginning the next transaction when its last one is
   * committed.
   *
   * @param scripts the statements of one transaction each; every transaction takes one of them
   */
  Timings run(int clients, Duration duration, List<List<String>> scripts)
      throws IOException, SQLException, InterruptedException;
}
