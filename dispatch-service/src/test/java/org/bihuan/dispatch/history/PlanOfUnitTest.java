package org.bihuan.dispatch.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.sla.calendar.Counting;
import org.bihuan.kit.refusal.Conflict;
import org.junit.jupiter.api.Test;

class PlanOfUnitTest {

  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");

  private static ItemStory plannedItemOfAnotherUnit() {
    ItemStory story = ItemStory.issued(DeadlineClass.GENERAL, Counting.NATURAL_HOURS, START);
    act(story, "file-plan", null, 1);
    act(story, "request-return", null, 2);
    act(story, "accept-return", "unit", 3);
    act(story, "acknowledge", null, 4);
    act(story, "declare-complex", null, 5);
    act(story, "plan-date", "2026-12-20", 6);
    return story;
  }

  private static void act(ItemStory story, String name, String argument, int hour) {
    story.act(name, argument, START.plus(Duration.ofHours(hour)));
  }

  @Test
  void the_plan_of_the_unit_before_is_not_the_plan_of_the_unit_that_has_it() {
    ItemStory story = plannedItemOfAnotherUnit();
    Conflict refused = assertThrows(Conflict.class, () -> act(story, "reply", null, 7));
    assertEquals("plan-missing", refused.code());
    act(story, "file-plan", null, 8);
    act(story, "reply", null, 9);
    assertEquals(ItemStatus.REPLIED, story.item().status());
  }
}
