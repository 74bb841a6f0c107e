package org.bihuan.intake.open311.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bihuan.intake.open311.catalogue.Open311Config;
import org.bihuan.kit.refusal.Overloaded;
import org.junit.jupiter.api.Test;

class ListTurnsTest {

  private final ListTurns turns = new ListTurns(new OneAtATime());

  private record OneAtATime() implements Open311Config {

    @Override
    public String contact() {
      return "";
    }

    @Override
    public String keyService() {
      return "";
    }

    @Override
    public EndpointType type() {
      return EndpointType.TEST;
    }

    @Override
    public int listsAtOnce() {
      return 1;
    }
  }

  @Test
  void one_list_more_than_are_read_at_once_is_refused() {
    Overloaded refusal =
        assertThrows(Overloaded.class, () -> turns.take(() -> turns.take(() -> "second")));
    assertEquals("service-requests-busy", refusal.code());
  }

  @Test
  void a_turn_is_given_back_when_reading_fails() {
    assertThrows(
        IllegalStateException.class,
        () ->
            turns.take(
                () -> {
                  throw new IllegalStateException("broken");
                }));
    assertEquals("next", turns.take(() -> "next"));
  }
}
