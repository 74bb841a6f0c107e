package org.bihuan.inspection.lookback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.inspection.lookback.LookBackPolicy.Window;
import org.junit.jupiter.api.Test;

class LookBackPolicyTest {

  private static final String SEED = "bihuan.look-back.seed";
  private static final Instant WRITTEN_OFF = Instant.parse("2026-06-01T02:00:00Z");

  private final LookBackPolicy seeded = policy(SEED, "seed of the tests only");

  private static LookBackPolicy policy(String... settings) {
    // Quarkus alone reads durations as they are written in the defaults.
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "bihuan.look-back.earliest", "P30D",
                "bihuan.look-back.latest", "P90D",
                "bihuan.look-back.within", "P7D"));
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(LookBackPolicy.class);
    all.forEach(builder::withDefaultValue);
    return builder.build().getConfigMapping(LookBackPolicy.class);
  }

  private static Stream<UUID> items(int count) {
    Random random = new Random(20261129);
    return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong())).limit(count);
  }

  /** Computed with hmac and hashlib of Python 3: 0.0626 and 0.8447, 0.0279 and 0.9297. */
  @Test
  void the_draw_is_repeated_by_whoever_knows_the_seed() {
    UUID first = UUID.fromString("11111111-2222-3333-4444-55550000000a");
    UUID second = UUID.fromString("11111111-2222-3333-4444-555500000016");
    assertEquals(Optional.of(after(74.7684865235761)), cut(seeded.draw(first, WRITTEN_OFF)));
    assertEquals(Optional.of(after(79.27563297149888)), cut(seeded.draw(second, WRITTEN_OFF)));
    for (int last : List.of(1, 2, 3, 4, 5, 6, 7, 8, 9)) {
      UUID other = UUID.fromString("11111111-2222-3333-4444-55550000000" + last);
      assertEquals(Optional.empty(), seeded.draw(other, WRITTEN_OFF));
    }
  }

  private static Optional<Instant> cut(Optional<Window> drawn) {
    return drawn.map(Window::from);
  }

  private static Instant after(double days) {
    return WRITTEN_OFF.plusSeconds((long) (days * 86400));
  }

  /** 10 000 of 100 000 with a standard deviation of 95: six of them leave no chance. */
  @Test
  void one_in_ten_is_drawn_with_a_seed_and_without() {
    for (LookBackPolicy policy : List.of(seeded, policy())) {
      long drawn = items(100_000).filter(id -> policy.draw(id, WRITTEN_OFF).isPresent()).count();
      assertEquals(10_000, drawn, 570);
    }
  }

  @Test
  void a_look_back_lies_between_thirty_and_ninety_days_after_the_write_off() {
    LookBackPolicy all = policy("bihuan.look-back.share", "1");
    List<Window> windows =
        items(10_000).map(id -> all.draw(id, WRITTEN_OFF).orElseThrow()).toList();
    Instant earliest = WRITTEN_OFF.plus(Duration.ofDays(30));
    Instant latest = WRITTEN_OFF.plus(Duration.ofDays(90));
    assertTrue(windows.stream().noneMatch(window -> window.from().isBefore(earliest)));
    assertTrue(windows.stream().noneMatch(window -> window.until().isAfter(latest)));
    assertTrue(windows.stream().anyMatch(w -> w.from().isBefore(earliest.plusSeconds(86400))));
    assertTrue(windows.stream().anyMatch(w -> w.until().isAfter(latest.minusSeconds(86400))));
  }

  @Test
  void settings_that_leave_no_time_are_refused() {
    policy().refuseContradiction();
    LookBackPolicy none = policy("bihuan.look-back.latest", "P36D");
    assertThrows(IllegalStateException.class, none::refuseContradiction);
  }

  @Test
  void a_share_of_nothing_draws_nothing() {
    LookBackPolicy none = policy("bihuan.look-back.share", "0");
    assertFalse(items(10_000).anyMatch(id -> none.draw(id, WRITTEN_OFF).isPresent()));
  }
}
