package org.bihuan.dispatch.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.contract.Role;
import org.bihuan.kit.lifecycle.IllegalTransition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every state × action; the grid is written down here once more, row by row. */
class ItemLifecycleTest {

  private static final Map<ItemStatus, Map<ItemAction, ItemStatus>> GRID =
      Map.of(
          ItemStatus.UNASSIGNED,
          Map.of(
              ItemAction.ISSUE, ItemStatus.ISSUED,
              ItemAction.LEAVE_UNASSIGNED, ItemStatus.UNASSIGNED,
              ItemAction.ASSIGN, ItemStatus.ISSUED,
              ItemAction.NOTE_LATE_FACT, ItemStatus.UNASSIGNED,
              ItemAction.CORRECT, ItemStatus.UNASSIGNED,
              ItemAction.WARN, ItemStatus.UNASSIGNED,
              ItemAction.MARK_OVERDUE, ItemStatus.UNASSIGNED,
              ItemAction.CANCEL, ItemStatus.CANCELLED),
          ItemStatus.ISSUED,
          Map.of(
              ItemAction.REISSUE, ItemStatus.ISSUED,
              ItemAction.ACKNOWLEDGE, ItemStatus.ACKNOWLEDGED,
              ItemAction.WARN, ItemStatus.ISSUED,
              ItemAction.MARK_OVERDUE, ItemStatus.ISSUED,
              ItemAction.NOTE_LATE_FACT, ItemStatus.ISSUED,
              ItemAction.CORRECT, ItemStatus.ISSUED,
              ItemAction.CANCEL, ItemStatus.CANCELLED),
          ItemStatus.ACKNOWLEDGED,
          Map.of(
              ItemAction.REPLY_INTERIM, ItemStatus.ACKNOWLEDGED,
              ItemAction.REPLY, ItemStatus.REPLIED,
              ItemAction.WARN, ItemStatus.ACKNOWLEDGED,
              ItemAction.MARK_OVERDUE, ItemStatus.ACKNOWLEDGED,
              ItemAction.NOTE_LATE_FACT, ItemStatus.ACKNOWLEDGED,
              ItemAction.CORRECT, ItemStatus.ACKNOWLEDGED,
              ItemAction.CANCEL, ItemStatus.CANCELLED),
          ItemStatus.REPLIED,
          Map.of(
              ItemAction.ACCEPT_REPLY, ItemStatus.RECHECK_PENDING,
              ItemAction.RETURN_REPLY, ItemStatus.REWORK,
              ItemAction.NOTE_LATE_FACT, ItemStatus.REPLIED,
              ItemAction.CORRECT, ItemStatus.REPLIED,
              ItemAction.CANCEL, ItemStatus.CANCELLED),
          ItemStatus.RECHECK_PENDING,
          Map.of(
              ItemAction.FAIL_RECHECK, ItemStatus.REWORK,
              ItemAction.WRITE_OFF, ItemStatus.WRITTEN_OFF,
              ItemAction.NOTE_LATE_FACT, ItemStatus.RECHECK_PENDING,
              ItemAction.CORRECT, ItemStatus.RECHECK_PENDING,
              ItemAction.CANCEL, ItemStatus.CANCELLED),
          ItemStatus.REWORK,
          Map.of(
              ItemAction.REPLY_INTERIM, ItemStatus.REWORK,
              ItemAction.REPLY, ItemStatus.REPLIED,
              ItemAction.WARN, ItemStatus.REWORK,
              ItemAction.MARK_OVERDUE, ItemStatus.REWORK,
              ItemAction.NOTE_LATE_FACT, ItemStatus.REWORK,
              ItemAction.CORRECT, ItemStatus.REWORK,
              ItemAction.CANCEL, ItemStatus.CANCELLED),
          ItemStatus.WRITTEN_OFF,
          Map.of(ItemAction.NOTE_LATE_FACT, ItemStatus.WRITTEN_OFF),
          ItemStatus.CANCELLED,
          Map.of(
              ItemAction.WRITE_OFF, ItemStatus.WRITTEN_OFF,
              ItemAction.NOTE_LATE_FACT, ItemStatus.CANCELLED));

  /** What is noted of the tasks of units that help, while the lead unit works; it moves nothing. */
  private static final Set<ItemAction> OF_TASKS =
      EnumSet.of(
          ItemAction.REPLY_TO_TASK,
          ItemAction.WAIVE_TASK,
          ItemAction.WARN_TASK,
          ItemAction.MARK_TASK_OVERDUE);

  private static final Set<ItemStatus> WITH_OPEN_TASKS =
      EnumSet.of(ItemStatus.ISSUED, ItemStatus.ACKNOWLEDGED, ItemStatus.REWORK);

  private static Map<ItemAction, ItemStatus> row(ItemStatus status) {
    Map<ItemAction, ItemStatus> row = new EnumMap<>(GRID.get(status));
    if (WITH_OPEN_TASKS.contains(status)) {
      OF_TASKS.forEach(action -> row.put(action, status));
    }
    return row;
  }

  static Stream<Arguments> everyCell() {
    return Stream.of(ItemStatus.values())
        .flatMap(
            status -> Stream.of(ItemAction.values()).map(action -> Arguments.of(status, action)));
  }

  @ParameterizedTest
  @MethodSource("everyCell")
  void every_action_leads_where_the_grid_says_or_is_refused(ItemStatus status, ItemAction action) {
    ItemStatus expected = row(status).get(action);
    if (expected != null) {
      assertEquals(expected, ItemLifecycle.next(status, action));
      return;
    }
    IllegalTransition refusal =
        assertThrows(IllegalTransition.class, () -> ItemLifecycle.next(status, action));
    assertEquals(status.name(), refusal.currentStatus());
    assertEquals(action.name(), refusal.requestedAction());
    assertEquals(row(status).keySet(), refusal.allowedActions());
  }

  @Test
  void only_written_off_and_cancelled_items_are_closed() {
    Set<ItemStatus> closed = new HashSet<>();
    for (ItemStatus status : ItemStatus.values()) {
      if (!ItemLifecycle.isOpen(status)) {
        closed.add(status);
      }
    }
    assertEquals(EnumSet.of(ItemStatus.WRITTEN_OFF, ItemStatus.CANCELLED), closed);
  }

  @ParameterizedTest
  @EnumSource(
      value = ItemAction.class,
      names = {
        "ISSUE",
        "LEAVE_UNASSIGNED",
        "CORRECT",
        "FAIL_RECHECK",
        "WRITE_OFF",
        "NOTE_LATE_FACT",
        "WARN",
        "MARK_OVERDUE",
        "REPLY_TO_TASK",
        "WAIVE_TASK",
        "WARN_TASK",
        "MARK_TASK_OVERDUE"
      })
  void nobody_can_ask_for_what_the_system_does(ItemAction action) {
    assertTrue(action.roles().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(
      value = ItemAction.class,
      names = {"ASSIGN", "REISSUE", "ACCEPT_REPLY", "RETURN_REPLY", "CANCEL"})
  void the_team_issues_reviews_and_cancels(ItemAction action) {
    assertEquals(Set.of(Role.SPECIAL_TEAM), action.roles());
  }

  @ParameterizedTest
  @EnumSource(
      value = ItemAction.class,
      names = {"ACKNOWLEDGE", "REPLY", "REPLY_INTERIM"})
  void the_lead_unit_acknowledges_and_replies(ItemAction action) {
    assertTrue(action.isForLeadUnit());
    assertEquals(Set.of(Role.UNIT_HANDLER, Role.UNIT_LEADER), action.roles());
  }
}
