package org.bihuan.kit.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

  @Test
  void what_is_given_out_is_understood_again() {
    Position position = new Position(4711, UUID.fromString("01935c0a-0000-7000-8000-000000000001"));
    assertEquals(position, Position.parse(position.format()).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4711",
        "4711-",
        "-1-01935c0a-0000-7000-8000-000000000001",
        "9999999999999999999-01935c0a-0000-7000-8000-000000000001",
        "4711-01935C0A-0000-7000-8000-000000000001",
        "4711-01935c0a-0000-7000-8000-00000000000",
        "4711-01935c0a-0000-7000-8000-000000000001 ",
        "4711-01935c0a-0000-7000-8000-000000000001; drop table inbox"
      })
  void nothing_else_is(String text) {
    assertTrue(Position.parse(text).isEmpty());
  }
}
