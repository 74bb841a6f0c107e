package org.bihuan.dispatch.difficulty.decision;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.dispatch.unit.UnitTie;

/** An open task is its unit's until it is done; it never changes hands. */
@ApplicationScoped
class MeetingTaskTie implements UnitTie {

  private final Decisions decisions;

  MeetingTaskTie(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public String name() {
    return "meetingTasks";
  }

  @Override
  public long count(String unitCode) {
    return decisions.countOpenTasksOf(unitCode);
  }
}
