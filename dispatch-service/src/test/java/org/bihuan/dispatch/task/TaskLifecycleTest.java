package org.bihuan.dispatch.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.contract.Role;
import org.bihuan.kit.lifecycle.IllegalTransition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every state × action of a task. */
class TaskLifecycleTest {

  private static final Map<TaskAction, TaskStatus> FROM_OPEN =
      Map.of(
          TaskAction.REPLY, TaskStatus.REPLIED,
          TaskAction.WAIVE, TaskStatus.WAIVED,
          TaskAction.CLOSE, TaskStatus.CLOSED,
          TaskAction.WARN, TaskStatus.OPEN,
          TaskAction.MARK_OVERDUE, TaskStatus.OPEN);

  static Stream<Arguments> everyCell() {
    return Stream.of(TaskStatus.values())
        .flatMap(
            status -> Stream.of(TaskAction.values()).map(action -> Arguments.of(status, action)));
  }

  @ParameterizedTest
  @MethodSource("everyCell")
  void only_an_open_task_leads_on(TaskStatus status, TaskAction action) {
    if (status == TaskStatus.OPEN) {
      assertEquals(FROM_OPEN.get(action), TaskLifecycle.next(status, action));
      return;
    }
    assertThrows(IllegalTransition.class, () -> TaskLifecycle.next(status, action));
    assertTrue(TaskLifecycle.allowed(status).isEmpty());
  }

  @Test
  void units_reply_and_the_team_waives() {
    assertEquals(Set.of(Role.UNIT_HANDLER, Role.UNIT_LEADER), TaskAction.REPLY.roles());
    assertEquals(Set.of(Role.SPECIAL_TEAM), TaskAction.WAIVE.roles());
    for (TaskAction system : EnumSet.complementOf(EnumSet.of(TaskAction.REPLY, TaskAction.WAIVE))) {
      assertEquals(Set.of(), system.roles());
    }
  }
}
