package org.bihuan.dispatch.organisation.span;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import org.bihuan.contract.Actor;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

  private static final Actor ADMIN = new Actor("ADMIN", null, "admin");
  private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");

  private static Span span(String from, String to) {
    LocalDate end = to == null ? null : LocalDate.parse(to);
    return new Span(LocalDate.parse(from), end, null, "admin", NOW, null, null);
  }

  private static Ending on(String day) {
    return new Ending(LocalDate.parse(day), "调整");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-31, false",
    "2026-01-01, true",
    "2026-05-31, true",
    "2026-06-01, false",
  })
  void the_first_day_belongs_to_a_span_and_the_end_does_not(String day, boolean holds) {
    assertEquals(holds, span("2026-01-01", "2026-06-01").holdsOn(LocalDate.parse(day)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-06-01, 2026-06-01, ,           false",
    "2026-01-01, 2026-06-01, 2026-05-31, ,           true",
    "2026-01-01, ,           2025-01-01, ,           true",
    "2026-01-01, ,           2025-01-01, 2026-01-01, false",
    "2026-01-01, 2026-01-01, 2025-01-01, ,           false",
  })
  void spans_that_share_a_day_overlap_and_one_that_never_held_shares_none(
      String from, String to, String otherFrom, String otherTo, boolean overlap) {
    assertEquals(overlap, span(from, to).overlaps(span(otherFrom, otherTo)));
    assertEquals(overlap, span(otherFrom, otherTo).overlaps(span(from, to)));
  }

  @Test
  void a_span_ends_once_and_never_later_than_it_would() {
    Span ended = span("2026-01-01", null).ended(on("2026-03-01"), ADMIN, NOW);
    assertEquals(LocalDate.parse("2026-03-01"), ended.validTo());
    assertEquals("调整", ended.endReason());
    assertThrows(Conflict.class, () -> ended.ended(on("2026-03-01"), ADMIN, NOW));
    assertThrows(Conflict.class, () -> ended.ended(on("2026-04-01"), ADMIN, NOW));
    assertEquals(
        LocalDate.parse("2026-02-01"), ended.ended(on("2026-02-01"), ADMIN, NOW).validTo());
    assertThrows(Invalid.class, () -> ended.ended(on("2025-12-31"), ADMIN, NOW));
    Span mistaken = span("2026-01-01", null).ended(on("2026-01-01"), ADMIN, NOW);
    assertEquals(false, mistaken.holdsOn(LocalDate.parse("2026-01-01")));
  }

  @Test
  void a_span_without_a_day_is_not_recorded() {
    LocalDate day = LocalDate.parse("2026-01-01");
    assertThrows(Invalid.class, () -> Span.of(day, day, ADMIN, NOW));
  }
}
