package org.bihuan.acceptance.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bihuan.acceptance.latency.LatencyEvents.Moments;
import org.bihuan.acceptance.latency.LatencyReport.Timing;
import org.junit.jupiter.api.Test;

class LatencyReportTest {
  private static final Instant BEGIN = Instant.parse("2026-11-24T00:00:00Z");

  @Test
  void a_percentile_is_a_value_that_was_measured() {
    List<Duration> oneToHundred =
        IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList();

    assertEquals(Duration.ofMillis(50), LatencyReport.percentile(oneToHundred, 50));
    assertEquals(Duration.ofMillis(99), LatencyReport.percentile(oneToHundred, 99));
    assertEquals(Duration.ofMillis(100), LatencyReport.percentile(oneToHundred, 100));
    assertEquals(Duration.ofMillis(7), LatencyReport.percentile(List.of(Duration.ofMillis(7)), 99));
  }

  @Test
  void the_time_counts_from_the_intended_moment_of_sending() {
    LatencyReport report = new LatencyReport(List.of(timing(400, 10, 20, 70)));

    assertEquals(Duration.ofMillis(500), report.visible(99));
  }

  @Test
  void the_four_hops_add_up_to_the_whole() {
    String text = new LatencyReport(List.of(timing(40, 10, 50, 100))).toText();

    assertHop(text, "request -> problem filed", "40.0 ms", "20 %");
    assertHop(text, "filed -> on the topic", "10.0 ms", "5 %");
    assertHop(text, "on the topic -> item issued", "50.0 ms", "25 %");
    assertHop(text, "item issued -> seen over HTTP", "100.0 ms", "50 %");
  }

  private static void assertHop(String text, String label, String median, String share) {
    assertTrue(
        text.lines()
            .anyMatch(
                line ->
                    line.startsWith(label + " ")
                        && line.contains(" " + median)
                        && line.endsWith(" " + share)),
        text);
  }

  /**
   * Each figure is the number of milliseconds after the one before; the answer is 5 ms after
   * filing.
   */
  private static Timing timing(long filed, long published, long issued, long seen) {
    Instant filedAt = BEGIN.plusMillis(filed);
    Instant publishedAt = filedAt.plusMillis(published);
    Instant issuedAt = publishedAt.plusMillis(issued);
    return new Timing(
        new LatencyPassage("a problem", BEGIN, filedAt.plusMillis(5), issuedAt.plusMillis(seen)),
        new Moments(filedAt, publishedAt, issuedAt));
  }
}
