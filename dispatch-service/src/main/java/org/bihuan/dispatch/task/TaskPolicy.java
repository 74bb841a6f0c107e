package org.bihuan.dispatch.task;

import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.contract.UnitName;
import org.bihuan.kit.refusal.Conflict;

/** What the tasks of others mean for the lead unit, which reports for all [public, B3]. */
public final class TaskPolicy {

  private TaskPolicy() {}

  /**
   * The lead unit replies for good once nobody else's reply is owed.
   *
   * @param open names of the units whose tasks are open
   * @throws Conflict {@code joint-tasks-open} naming them
   */
  public static void checkFinalReply(List<UnitName> open) {
    if (!open.isEmpty()) {
      String names = open.stream().map(UnitName::name).collect(Collectors.joining(", "));
      throw new Conflict("joint-tasks-open", names).with("units", open);
    }
  }
}
