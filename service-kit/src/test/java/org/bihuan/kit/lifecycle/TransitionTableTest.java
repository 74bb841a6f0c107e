package org.bihuan.kit.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TransitionTableTest {

  private enum Door {
    OPEN,
    CLOSED,
    LOCKED,
    HELD
  }

  private enum Act implements Action {
    CLOSE,
    HOLD,
    LET_GO;

    @Override
    public Set<String> roles() {
      return Set.of();
    }
  }

  private static final TransitionTable<Door, Act> STEPS =
      TransitionTable.<Door, Act>of(Door.class)
          .step(Door.OPEN, Act.CLOSE, Door.CLOSED)
          .step(Door.OPEN, Act.HOLD, Door.HELD)
          .step(Door.CLOSED, Act.HOLD, Door.HELD)
          .back(Door.HELD, Act.LET_GO, Set.of(Door.OPEN, Door.CLOSED))
          .build();

  @Test
  void a_step_leads_where_the_table_says() {
    assertEquals(Door.CLOSED, STEPS.next(Door.OPEN, Act.CLOSE));
    assertEquals(Door.CLOSED, STEPS.next(Door.OPEN, Act.CLOSE, Door.LOCKED));
    assertEquals(Set.of(Door.CLOSED), STEPS.targets(Door.OPEN, Act.CLOSE));
    assertEquals(Set.of(), STEPS.targets(Door.CLOSED, Act.CLOSE));
  }

  @Test
  void a_step_back_leads_to_the_state_that_is_remembered() {
    assertEquals(Door.OPEN, STEPS.next(Door.HELD, Act.LET_GO, Door.OPEN));
    assertEquals(Door.CLOSED, STEPS.next(Door.HELD, Act.LET_GO, Door.CLOSED));
    assertEquals(Set.of(Door.OPEN, Door.CLOSED), STEPS.targets(Door.HELD, Act.LET_GO));
    assertEquals(Set.of(Act.LET_GO), STEPS.allowed(Door.HELD));
  }

  @Test
  void only_a_state_with_a_step_back_asks_to_remember() {
    assertTrue(STEPS.leadsBack(Door.HELD));
    assertFalse(STEPS.leadsBack(Door.OPEN));
    assertFalse(STEPS.leadsBack(Door.LOCKED));
  }

  @Test
  void a_step_back_to_nowhere_is_a_mistake_of_the_program() {
    assertThrows(IllegalStateException.class, () -> STEPS.next(Door.HELD, Act.LET_GO));
    assertThrows(IllegalStateException.class, () -> STEPS.next(Door.HELD, Act.LET_GO, Door.LOCKED));
  }

  @Test
  void a_step_that_is_not_in_the_table_is_refused() {
    IllegalTransition refusal =
        assertThrows(IllegalTransition.class, () -> STEPS.next(Door.CLOSED, Act.LET_GO, Door.OPEN));
    assertEquals("CLOSED", refusal.currentStatus());
    assertEquals(Set.of(Act.HOLD), refusal.allowedActions());
  }

  @Test
  void a_table_has_one_step_for_a_state_and_an_action() {
    TransitionTable.Builder<Door, Act> table =
        TransitionTable.<Door, Act>of(Door.class).step(Door.OPEN, Act.HOLD, Door.HELD);
    assertThrows(
        IllegalArgumentException.class, () -> table.back(Door.OPEN, Act.HOLD, Set.of(Door.CLOSED)));
  }
}
