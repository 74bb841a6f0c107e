package org.bihuan.kit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bihuan.kit.refusal.Overloaded;
import org.bihuan.kit.refusal.TooMany;
import org.junit.jupiter.api.Test;

class ExportTurnsTest {

  private final ExportTurns turns =
      new ExportTurns(
          new ExportConfig() {
            @Override
            public int mostRows() {
              return 100;
            }

            @Override
            public int atOnce() {
              return 2;
            }
          });

  @Test
  void one_for_each_caller_and_no_more_than_there_is_room_for() {
    turns.begin("first");
    assertEquals(
        "export-under-way", assertThrows(TooMany.class, () -> turns.begin("first")).code());
    turns.begin("second");
    assertEquals(
        "exports-under-way", assertThrows(Overloaded.class, () -> turns.begin("third")).code());
    turns.end("first");
    turns.begin("third");
  }
}
