package org.bihuan.intake.weeklylist;

import java.util.UUID;

/** A row of a weekly list, which has each problem once. */
interface ListRow {

  /** Id of the problem. */
  UUID id();

  ListedProblem listed();
}
