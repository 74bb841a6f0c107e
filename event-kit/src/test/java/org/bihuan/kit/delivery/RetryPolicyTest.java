package org.bihuan.kit.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static Duration after(int attempts) {
    return RetryPolicy.pause(attempts, 10, Duration.ofSeconds(5), Duration.ofHours(8));
  }

  @Test
  void pauses_grow_fourfold_up_to_the_longest() {
    assertEquals(
        List.of("PT5S", "PT20S", "PT1M20S", "PT5M20S", "PT21M20S", "PT1H25M20S", "PT5H41M20S"),
        IntStream.rangeClosed(1, 7).mapToObj(i -> after(i).toString()).toList());
    assertEquals(Duration.ofHours(8), after(8));
    assertEquals(Duration.ofHours(8), after(9));
  }

  @Test
  void after_the_last_attempt_there_is_no_other() {
    assertNull(after(10));
    assertNull(after(11));
  }
}
