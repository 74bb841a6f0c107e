package org.bihuan.acceptance.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final Vocabulary VOCABULARY = Vocabulary.shipped();
  private static final List<Area> AREAS =
      List.of(
          new Area("370203005", "辽宁路街道", List.of("370203005001", "370203005004")),
          new Area("370203021", "台东街道", List.of("370203021001")));

  private final DemoPlan whole = plan(DemoPlan.ITEMS);
  private final DemoPlan small = plan(Demo.FEWEST_ITEMS);

  private static DemoPlan plan(int items) {
    return Planner.plan(VOCABULARY, AREAS, items);
  }

  @Test
  void the_same_size_and_areas_give_the_same_plan() {
    assertEquals(whole, plan(DemoPlan.ITEMS));
  }

  @Test
  void the_whole_plan_has_the_volumes_of_the_district() {
    assertEquals(DemoPlan.ORDERS, whole.orders().size());
    assertEquals(DemoPlan.ITEMS, whole.items().size());
    assertEquals(DemoPlan.POINTS, whole.points().size());
    assertEquals(DemoPlan.CADRES, whole.cadres());
  }

  @Test
  void an_order_has_as_many_items_as_one_may_have() {
    whole
        .orders()
        .forEach(
            order ->
                assertTrue(
                    order.items().size() >= 1 && order.items().size() <= 200, order.toString()));
  }

  @Test
  void every_fate_occurs_even_in_the_smallest_plan() {
    for (DemoPlan plan : List.of(whole, small)) {
      Set<Fate> fates = plan.items().stream().map(PlannedItem::fate).collect(Collectors.toSet());
      assertEquals(EnumSet.allOf(Fate.class), fates);
    }
  }

  @Test
  void every_category_of_the_vocabulary_is_on_some_order() {
    assertEquals(
        VOCABULARY.kinds().size(),
        whole.items().stream().map(item -> item.kind().category()).distinct().count());
  }

  @Test
  void no_source_reference_comes_twice() {
    List<String> references =
        Stream.of(
                whole.items().stream().map(PlannedItem::complaint),
                whole.byRule().stream(),
                whole.onDesk().stream(),
                whole.unassigned().stream())
            .flatMap(complaints -> complaints)
            .map(PlannedComplaint::sourceRef)
            .toList();
    assertEquals(references.size(), new HashSet<>(references).size());
  }

  @Test
  void an_item_works_on_one_point_at_most() {
    List<Integer> worked =
        whole.points().stream().map(PlannedPoint::item).filter(item -> item > 0).toList();
    assertEquals(worked.size(), new HashSet<>(worked).size());
    assertTrue(worked.size() > DemoPlan.POINTS / 3, worked.size() + " points are worked on");
  }

  @Test
  void every_reporter_is_nobody_with_a_number_that_nobody_has() {
    Instant now = Instant.parse("2026-11-29T08:00:00Z");
    for (PlannedItem item : whole.items()) {
      Object reporter = item.complaint().toJson(now).get("reporter");
      assertTrue(
          reporter == null
              || reporter.toString().contains("anonymous=true")
              || reporter.toString().contains("测试居民")
                  && reporter.toString().contains("phone=1990000"),
          String.valueOf(reporter));
    }
  }

  @Test
  void nothing_was_taken_in_the_future() {
    whole.items().forEach(item -> assertTrue(!item.complaint().age().isNegative()));
  }
}
