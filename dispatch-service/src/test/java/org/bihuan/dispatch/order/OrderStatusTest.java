package org.bihuan.dispatch.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bihuan.dispatch.item.ItemStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatusTest {

  @ParameterizedTest(name = "items {0} make an order {1}")
  @CsvSource({
    "ISSUED,                       ISSUED",
    "ISSUED ACKNOWLEDGED,          ISSUED",
    "REWORK,                       ISSUED",
    "RETURN_REQUESTED,             ISSUED",
    "SUSPENDED,                    ISSUED",
    "SUSPENDED REPLIED,            PARTIALLY_REPLIED",
    "ISSUED CANCELLED,             ISSUED",
    "ISSUED REPLIED,               PARTIALLY_REPLIED",
    "REWORK WRITTEN_OFF,           PARTIALLY_REPLIED",
    "ACKNOWLEDGED RECHECK_PENDING, PARTIALLY_REPLIED",
    "REPLIED,                      REPLIED",
    "RECHECK_PENDING WRITTEN_OFF,  REPLIED",
    "REPLIED CANCELLED,            REPLIED",
    "WRITTEN_OFF,                  CLOSED",
    "WRITTEN_OFF CANCELLED,        CLOSED",
    "CANCELLED,                    CANCELLED",
  })
  void the_status_of_an_order_follows_from_its_items(String items, OrderStatus expected) {
    List<ItemStatus> states = Arrays.stream(items.split(" ")).map(ItemStatus::valueOf).toList();
    assertEquals(expected, OrderStatus.of(states));
  }

  @Test
  void an_order_that_all_items_have_left_is_cancelled() {
    assertEquals(OrderStatus.CANCELLED, OrderStatus.of(Set.of()));
  }

  @Test
  void every_mixture_of_items_has_a_status() {
    ItemStatus[] states = ItemStatus.values();
    for (int mask = 0; mask < 1 << states.length; mask++) {
      EnumSet<ItemStatus> mixture = EnumSet.noneOf(ItemStatus.class);
      for (int i = 0; i < states.length; i++) {
        if ((mask & 1 << i) != 0) {
          mixture.add(states[i]);
        }
      }
      OrderStatus.of(mixture);
    }
  }
}
