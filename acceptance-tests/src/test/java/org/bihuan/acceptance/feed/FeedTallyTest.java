package org.bihuan.acceptance.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bihuan.acceptance.api.Answer;
import org.junit.jupiter.api.Test;

class FeedTallyTest {
  private final FeedTally tally = new FeedTally();

  @Test
  void a_complaint_found_there_counts_as_held_and_not_as_accepted() {
    tally.settled(answer(201, false, ""), false);
    tally.settled(answer(201, true, ""), false);
    tally.settled(answer(200, false, ""), false);

    assertEquals(3, tally.held());
    assertTrue(tally.toText().contains("already there"), tally.toText());
    assertTrue(
        tally.toText().lines().anyMatch(line -> line.matches(" *accepted +1")), tally.toText());
  }

  @Test
  void a_replay_after_a_lost_answer_is_told_apart() {
    tally.settled(answer(201, true, ""), true);

    assertTrue(
        tally.toText().lines().anyMatch(line -> line.matches(" *settled by a retry +1")),
        tally.toText());
    assertEquals(1, tally.held());
  }

  @Test
  void refusals_are_counted_by_code_and_are_settled() {
    tally.settled(answer(400, false, "invalid"), false);
    tally.settled(answer(400, false, "invalid"), false);

    assertEquals(2, tally.refusals());
    assertEquals(0, tally.held());
    assertTrue(tally.everyLineIsSettled());
  }

  @Test
  void a_line_without_an_answer_is_not_settled_and_is_named() {
    tally.unanswered("188006", "ConnectException");
    tally.unreadable();

    assertFalse(tally.everyLineIsSettled());
    assertEquals(2, tally.read());
    assertTrue(tally.toText().contains("188006 (ConnectException)"), tally.toText());
  }

  private static Answer answer(int status, boolean replayed, String code) {
    return new Answer(
        status,
        Map.of("Idempotency-Replayed", List.of(String.valueOf(replayed))),
        "{\"code\": \"%s\"}".formatted(code).getBytes(StandardCharsets.UTF_8),
        Duration.ZERO);
  }
}
