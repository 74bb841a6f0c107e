package org.bihuan.dispatch.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.contract.Role;
import org.bihuan.kit.lifecycle.IllegalTransition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks every state × action; the grid is written down here once more, row by row. Behind an arrow
 * stands where an action leads, with a stroke between those that an item can have come from;
 * without an arrow the item stays where it is.
 */
class ItemLifecycleTest {

  private static final String[] ROWS = {
    "UNASSIGNED: ISSUE>ISSUED ASSIGN>ISSUED LEAVE_UNASSIGNED",
    "UNASSIGNED: WARN_SAME_DAY MISS_SAME_DAY",
    "UNASSIGNED: DECIDE_IN_MEETING CORRECT WARN MARK_OVERDUE NOTE_LATE_FACT CANCEL>CANCELLED",
    "ISSUED: MISS_SAME_DAY",
    "ISSUED: REISSUE ACKNOWLEDGE>ACKNOWLEDGED REQUEST_RETURN>RETURN_REQUESTED",
    "ISSUED: REQUEST_EXTENSION ACCEPT_EXTENSION REFUSE_EXTENSION SUSPEND>SUSPENDED",
    "ISSUED: SET_PLAN_DATE SUBMIT_TO_LEADING_GROUP DECIDE_IN_MEETING FILE_PLAN",
    "ISSUED: DECLARE_COMPLEX URGE CORRECT WARN MARK_OVERDUE NOTE_LATE_FACT CANCEL>CANCELLED",
    "ISSUED: REPLY_TO_TASK WAIVE_TASK WARN_TASK MARK_TASK_OVERDUE",
    "ACKNOWLEDGED: MISS_SAME_DAY",
    "ACKNOWLEDGED: REQUEST_RETURN>RETURN_REQUESTED REPLY_INTERIM REPLY>REPLIED",
    "ACKNOWLEDGED: REQUEST_EXTENSION ACCEPT_EXTENSION REFUSE_EXTENSION SUSPEND>SUSPENDED",
    "ACKNOWLEDGED: SET_PLAN_DATE SUBMIT_TO_LEADING_GROUP DECIDE_IN_MEETING FILE_PLAN",
    "ACKNOWLEDGED: DECLARE_COMPLEX URGE CORRECT WARN MARK_OVERDUE NOTE_LATE_FACT CANCEL>CANCELLED",
    "ACKNOWLEDGED: REPLY_TO_TASK WAIVE_TASK WARN_TASK MARK_TASK_OVERDUE",
    "RETURN_REQUESTED: MISS_SAME_DAY",
    "RETURN_REQUESTED: ACCEPT_RETURN>UNASSIGNED REFUSE_RETURN>ISSUED|ACKNOWLEDGED",
    "RETURN_REQUESTED: WITHDRAW_RETURN>ISSUED|ACKNOWLEDGED ACCEPT_EXTENSION REFUSE_EXTENSION",
    "RETURN_REQUESTED: DECIDE_IN_MEETING CORRECT WARN MARK_OVERDUE NOTE_LATE_FACT CANCEL>CANCELLED",
    "RETURN_REQUESTED: REPLY_TO_TASK WAIVE_TASK WARN_TASK MARK_TASK_OVERDUE",
    "REPLIED: MISS_SAME_DAY",
    "REPLIED: ACCEPT_REPLY>RECHECK_PENDING RETURN_REPLY>REWORK",
    "REPLIED: DECIDE_IN_MEETING CORRECT NOTE_LATE_FACT CANCEL>CANCELLED",
    "RECHECK_PENDING: MISS_SAME_DAY",
    "RECHECK_PENDING: FAIL_RECHECK>REWORK WRITE_OFF>WRITTEN_OFF",
    "RECHECK_PENDING: DECIDE_IN_MEETING CORRECT NOTE_LATE_FACT CANCEL>CANCELLED",
    "REWORK: MISS_SAME_DAY",
    "REWORK: REPLY_INTERIM REPLY>REPLIED REQUEST_EXTENSION ACCEPT_EXTENSION REFUSE_EXTENSION",
    "REWORK: SET_PLAN_DATE SUBMIT_TO_LEADING_GROUP DECIDE_IN_MEETING FILE_PLAN",
    "REWORK: SUSPEND>SUSPENDED DECLARE_COMPLEX URGE",
    "REWORK: CORRECT WARN MARK_OVERDUE NOTE_LATE_FACT CANCEL>CANCELLED",
    "REWORK: REPLY_TO_TASK WAIVE_TASK WARN_TASK MARK_TASK_OVERDUE",
    "SUSPENDED: MISS_SAME_DAY",
    "SUSPENDED: RESUME>ISSUED|ACKNOWLEDGED|REWORK SUSPEND MARK_REVIEW_OVERDUE",
    "SUSPENDED: DECIDE_IN_MEETING CORRECT NOTE_LATE_FACT CANCEL>CANCELLED",
    "UNASSIGNED: JOIN_CAMPAIGN LEAVE_CAMPAIGN",
    "ISSUED: JOIN_CAMPAIGN LEAVE_CAMPAIGN",
    "ACKNOWLEDGED: JOIN_CAMPAIGN LEAVE_CAMPAIGN",
    "RETURN_REQUESTED: JOIN_CAMPAIGN LEAVE_CAMPAIGN",
    "REPLIED: JOIN_CAMPAIGN LEAVE_CAMPAIGN",
    "RECHECK_PENDING: JOIN_CAMPAIGN LEAVE_CAMPAIGN",
    "REWORK: JOIN_CAMPAIGN LEAVE_CAMPAIGN",
    "SUSPENDED: JOIN_CAMPAIGN LEAVE_CAMPAIGN",
    "CANCELLED: WRITE_OFF>WRITTEN_OFF NOTE_LATE_FACT",
    "WRITTEN_OFF: NOTE_LATE_FACT",
  };

  private static final Map<ItemStatus, Map<ItemAction, Set<ItemStatus>>> GRID = grid();

  private static Map<ItemStatus, Map<ItemAction, Set<ItemStatus>>> grid() {
    Map<ItemStatus, Map<ItemAction, Set<ItemStatus>>> grid = new EnumMap<>(ItemStatus.class);
    for (String row : ROWS) {
      ItemStatus status = ItemStatus.valueOf(row.substring(0, row.indexOf(':')));
      Map<ItemAction, Set<ItemStatus>> steps = grid.computeIfAbsent(status, key -> new TreeMap<>());
      for (String cell : row.substring(row.indexOf(':') + 2).split(" ")) {
        String[] parts = cell.split(">");
        Set<ItemStatus> targets =
            parts.length == 1
                ? Set.of(status)
                : Arrays.stream(parts[1].split("\\|"))
                    .map(ItemStatus::valueOf)
                    .collect(Collectors.toSet());
        Set<ItemStatus> twice = steps.put(ItemAction.valueOf(parts[0]), targets);
        assertEquals(null, twice, row);
      }
    }
    return grid;
  }

  static Stream<Arguments> everyCell() {
    return Stream.of(ItemStatus.values())
        .flatMap(
            status -> Stream.of(ItemAction.values()).map(action -> Arguments.of(status, action)));
  }

  @ParameterizedTest
  @MethodSource("everyCell")
  void every_action_leads_where_the_grid_says_or_is_refused(ItemStatus status, ItemAction action) {
    Set<ItemStatus> expected = GRID.get(status).get(action);
    if (expected != null) {
      assertEquals(expected, ItemLifecycle.targets(status, action));
      for (ItemStatus target : expected) {
        assertEquals(target, ItemLifecycle.next(status, action, target));
      }
      return;
    }
    IllegalTransition refusal =
        assertThrows(IllegalTransition.class, () -> ItemLifecycle.next(status, action, null));
    assertEquals(status.name(), refusal.currentStatus());
    assertEquals(action.name(), refusal.requestedAction());
    assertEquals(GRID.get(status).keySet(), refusal.allowedActions());
  }

  @Test
  void only_a_state_that_leads_back_remembers_another() {
    Set<ItemStatus> remembering = new HashSet<>();
    for (ItemStatus status : ItemStatus.values()) {
      if (ItemLifecycle.leadsBack(status)) {
        remembering.add(status);
      }
    }
    assertEquals(EnumSet.of(ItemStatus.RETURN_REQUESTED, ItemStatus.SUSPENDED), remembering);
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
        "SET_PLAN_DATE",
        "DECIDE_IN_MEETING",
        "WARN",
        "MARK_OVERDUE",
        "MARK_REVIEW_OVERDUE",
        "REPLY_TO_TASK",
        "WAIVE_TASK",
        "WARN_TASK",
        "MARK_TASK_OVERDUE",
        "JOIN_CAMPAIGN",
        "LEAVE_CAMPAIGN",
        "WARN_SAME_DAY",
        "MISS_SAME_DAY"
      })
  void nobody_can_ask_for_what_the_system_does(ItemAction action) {
    assertTrue(action.roles().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(
      value = ItemAction.class,
      names = {
        "ASSIGN",
        "REISSUE",
        "ACCEPT_REPLY",
        "RETURN_REPLY",
        "ACCEPT_RETURN",
        "REFUSE_RETURN",
        "ACCEPT_EXTENSION",
        "REFUSE_EXTENSION",
        "SUSPEND",
        "RESUME",
        "SUBMIT_TO_LEADING_GROUP",
        "URGE",
        "CANCEL"
      })
  void the_team_issues_decides_suspends_and_cancels(ItemAction action) {
    assertEquals(Set.of(Role.SPECIAL_TEAM), action.roles());
  }

  @ParameterizedTest
  @EnumSource(
      value = ItemAction.class,
      names = {
        "ACKNOWLEDGE",
        "REPLY",
        "REPLY_INTERIM",
        "REQUEST_RETURN",
        "WITHDRAW_RETURN",
        "REQUEST_EXTENSION",
        "FILE_PLAN"
      })
  void the_lead_unit_acknowledges_replies_and_asks(ItemAction action) {
    assertTrue(action.isForLeadUnit());
    assertEquals(Set.of(Role.UNIT_HANDLER, Role.UNIT_LEADER), action.roles());
  }

  @Test
  void lead_unit_and_team_alike_say_that_an_item_is_complex() {
    assertEquals(
        Set.of(Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.SPECIAL_TEAM),
        ItemAction.DECLARE_COMPLEX.roles());
  }
}
