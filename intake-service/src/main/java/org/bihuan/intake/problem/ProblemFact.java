package org.bihuan.intake.problem;

/** What others did to a problem, and where that puts it: the one table of a problem's progress. */
enum ProblemFact {
  ITEM_UNASSIGNED(ProblemStatus.OPEN),
  ITEM_ISSUED(ProblemStatus.DISPATCHED),
  FINAL_REPLY(ProblemStatus.REPLIED),
  REPLY_ACCEPTED(ProblemStatus.RECHECK_PENDING),
  REPLY_RETURNED(ProblemStatus.REWORK),
  REWORK_ORDERED(ProblemStatus.REWORK),
  ITEM_SUSPENDED(ProblemStatus.SUSPENDED),
  ITEM_RESUMED(ProblemStatus.DISPATCHED),
  ITEM_RESUMED_IN_REWORK(ProblemStatus.REWORK),
  ITEM_CANCELLED(ProblemStatus.CANCELLED);

  private final ProblemStatus leadsTo;

  ProblemFact(ProblemStatus leadsTo) {
    this.leadsTo = leadsTo;
  }

  ProblemStatus leadsTo() {
    return leadsTo;
  }
}
