package org.bihuan.intake.weeklylist;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.contract.Bound;
import org.bihuan.intake.problem.ProblemAccess;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.security.Caller;

/** Which rows of a list a caller may see: a sub-district those of its area, the rest all. */
@ApplicationScoped
class WeeklyListAccess {

  private final ProblemAccess problems;
  private final Caller caller;

  WeeklyListAccess(ProblemAccess problems, Caller caller) {
    this.problems = problems;
    this.caller = caller;
  }

  boolean seesAll() {
    return problems.seesAll();
  }

  /** The condition that a row {@code e} is within sight. */
  Criteria criteria() {
    return seesAll()
        ? new Criteria()
        : new Criteria().in("listed.subdistrictCode", caller.bound(Bound.SUBDISTRICT));
  }
}
