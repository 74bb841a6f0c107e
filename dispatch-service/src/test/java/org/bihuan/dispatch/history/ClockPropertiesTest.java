package org.bihuan.dispatch.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.SuspensionCause;
import org.bihuan.dispatch.history.ClockSegment.ClockState;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.sla.Light;
import org.bihuan.dispatch.sla.calendar.Counting;
import org.bihuan.kit.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for the clock of every item, whatever is done to it: random acts at random moments, as
 * far as the item allows them, with limits of natural hours, office hours and working days in turn.
 * The number of a failed case is its seed.
 */
class ClockPropertiesTest {

  private static final int CASES = 400;
  private static final int ACTS = 60;

  private static final List<String> NAMES =
      List.of(
          "acknowledge",
          "interim",
          "reply",
          "accept-reply",
          "return-reply",
          "fail-recheck",
          "write-off",
          "cancel",
          "assign",
          "reissue",
          "request-return",
          "withdraw-return",
          "refuse-return",
          "accept-return",
          "request-extension",
          "accept-extension",
          "refuse-extension",
          "suspend",
          "resume",
          "declare-complex",
          "urge",
          "correct",
          "timer",
          "note-late-fact");

  /** The acts after which a limit may end at another moment than before. */
  private static final Set<ItemAction> MOVE_A_LIMIT =
      Set.of(
          ItemAction.ISSUE,
          ItemAction.ASSIGN,
          ItemAction.REISSUE,
          ItemAction.LEAVE_UNASSIGNED,
          ItemAction.ACCEPT_RETURN,
          ItemAction.ACCEPT_EXTENSION,
          ItemAction.RESUME,
          ItemAction.RETURN_REPLY,
          ItemAction.FAIL_RECHECK);

  /** A history with the moment after its last step. */
  private record Case(ItemStory story, Instant end) {}

  static IntStream seeds() {
    return IntStream.range(0, CASES);
  }

  private static Case random(int seed) {
    Random random = new Random(seed);
    DeadlineClass deadlineClass =
        random.nextBoolean() ? DeadlineClass.GENERAL : DeadlineClass.FACILITY;
    Counting counting = Counting.values()[seed % Counting.values().length];
    Instant at = Instant.parse("2026-09-25T15:59:59.123456Z");
    ItemStory story =
        random.nextInt(4) == 0
            ? ItemStory.unassigned(deadlineClass, counting, at)
            : ItemStory.issued(deadlineClass, counting, at);
    for (int i = 0; i < ACTS; i++) {
      at = at.plus(step(random));
      String name = NAMES.get(random.nextInt(NAMES.size()));
      if (name.equals("cancel") && random.nextInt(5) > 0) {
        continue;
      }
      try {
        story.act(name, argument(name, random), at);
      } catch (Refusal notNow) {
        continue;
      }
    }
    return new Case(story, at.plus(step(random)));
  }

  /** From nothing over microseconds to a day. */
  private static Duration step(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Duration.of(random.nextInt(3), ChronoUnit.MICROS);
      case 1 -> Duration.of(random.nextLong(60_000_000L), ChronoUnit.MICROS);
      case 2 -> Duration.of(random.nextLong(3_600_000_000L), ChronoUnit.MICROS);
      default -> Duration.of(random.nextLong(86_400_000_000L), ChronoUnit.MICROS);
    };
  }

  private static String argument(String name, Random random) {
    return switch (name) {
      case "reissue" -> random.nextBoolean() ? "GENERAL" : "FACILITY";
      case "accept-return" -> random.nextBoolean() ? "unit" : "none";
      case "request-extension", "accept-extension" -> (1 + random.nextInt(36)) + "h";
      case "suspend" ->
          SuspensionCause.values()[random.nextInt(SuspensionCause.values().length)].name();
      default -> null;
    };
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_history_alone_gives_the_limit_that_is_stored(int seed) {
    Case some = random(seed);
    ClockView clock = some.story().clock(some.end());
    assertEquals(some.story().item().timeLimit().dueAt(), clock.dueAt());
    assertEquals(some.story().item().reworkCount(), clock.round());
    assertEquals(clock, some.story().clock(some.end()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void no_act_but_those_named_for_it_moves_a_limit(int seed) {
    Instant dueAt = null;
    for (HistoryEntry entry : random(seed).story().history()) {
      if (!MOVE_A_LIMIT.contains(entry.action())) {
        assertEquals(dueAt, entry.dueAt(), entry.action() + " at " + entry.sequence());
      }
      dueAt = entry.dueAt();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_stretches_leave_no_gap_from_the_first_limit_on(int seed) {
    Case some = random(seed);
    List<ClockSegment> segments = some.story().clock(some.end()).segments();
    for (int i = 1; i < segments.size(); i++) {
      assertEquals(segments.get(i - 1).to(), segments.get(i).from());
    }
    assertEquals(some.story().history().get(0).at(), segments.get(0).from());
    assertTrue(segments.stream().limit(segments.size() - 1L).allMatch(one -> one.to() != null));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_counts_sums_up_to_what_is_used_up_to_the_microsecond(int seed) {
    Case some = random(seed);
    ClockView clock = some.story().clock(some.end());
    Duration sum = Duration.ZERO;
    for (ClockSegment segment : clock.segments()) {
      boolean runs = segment.kind() == ClockState.RUNNING || segment.kind() == ClockState.EXTENDED;
      assertTrue(runs || !segment.counted());
      sum = segment.counted() ? sum.plus(segment.length(some.end())) : sum;
    }
    assertEquals(sum, clock.elapsed());
    assertEquals(clock.limit().minus(sum), clock.remaining());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_is_left_is_the_time_to_the_end_while_the_clock_runs(int seed) {
    Case some = random(seed);
    ClockView clock = some.story().clock(some.end());
    Instant stoppedAt = some.story().item().timeLimit().stoppedAt();
    if (!some.story().item().isEnded()) {
      Instant at = stoppedAt == null ? some.end() : stoppedAt;
      assertEquals(some.story().time().between(at, clock.dueAt()), clock.remaining());
      boolean late = some.story().item().timeLimit().read(some.end()).light() == Light.RED;
      assertTrue(
          late ? clock.remaining().compareTo(Duration.ZERO) <= 0 : !clock.remaining().isNegative());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_step_has_the_next_number_and_follows_the_one_before(int seed) {
    List<HistoryEntry> history = new ArrayList<>(random(seed).story().history());
    for (int i = 1; i < history.size(); i++) {
      assertEquals(i + 1, history.get(i).sequence());
      assertEquals(history.get(i - 1).to(), history.get(i).from());
    }
  }
}
