package org.bihuan.dispatch.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.sla.calendar.Counting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of clock-examples.txt, which says how it is read. */
class ClockExamplesTest {

  private static final int FEWEST = 60;

  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .appendPattern("xxx")
          .toFormatter(Locale.ROOT);

  /** One example: a title, a beginning, and lines of acts and readings. */
  record Example(String title, String beginning, List<String> lines) {

    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                ClockExamplesTest.class.getResourceAsStream("/clock-examples.txt"),
                StandardCharsets.UTF_8))) {
      String line;
      while ((line = file.readLine()) != null) {
        if (line.startsWith("## ")) {
          examples.add(new Example(line.substring(3), file.readLine(), new ArrayList<>()));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          examples.get(examples.size() - 1).lines().add(line);
        }
      }
    }
    return examples.stream();
  }

  @Test
  void there_are_enough_examples() throws IOException {
    assertTrue(examples().count() >= FEWEST);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void the_clock_says_what_the_example_says(Example example) {
    String[] beginning = example.beginning().split(" ");
    DeadlineClass deadlineClass = DeadlineClass.valueOf(beginning[1]);
    Instant start = OffsetDateTime.parse(beginning[2]).toInstant();
    ItemStory story =
        "issued".equals(beginning[0])
            ? ItemStory.issued(deadlineClass, Counting.NATURAL_HOURS, start)
            : ItemStory.unassigned(deadlineClass, Counting.NATURAL_HOURS, start);
    for (String line : example.lines()) {
      String[] words = line.split(" ");
      Instant at = start.plus(ItemStory.duration(words[0]));
      if ("read".equals(words[1])) {
        assertEquals(line, reading(words[0], story, start, at));
      } else {
        story.act(words[1], words.length > 2 ? words[2] : null, at);
      }
    }
  }

  private static String reading(String when, ItemStory story, Instant start, Instant at) {
    ClockView clock = story.clock(at);
    assertEquals(clock.dueAt(), story.item().timeLimit().dueAt());
    return String.join(
        " | ",
        when + " read",
        clock.dueAt().atOffset(ZoneOffset.ofHours(8)).format(MOMENT),
        story.item().timeLimit().read(at).light().name(),
        text(clock.elapsed()),
        text(clock.remaining()),
        clock.segments().stream()
            .map(segment -> text(segment, start))
            .collect(Collectors.joining(", ")));
  }

  private static String text(ClockSegment segment, Instant start) {
    String text =
        "%s %s %s..%s"
            .formatted(
                segment.kind(),
                segment.cause(),
                text(Duration.between(start, segment.from())),
                segment.to() == null ? "" : text(Duration.between(start, segment.to())));
    return segment.counted() ? text : "(" + text + ")";
  }

  /** As {@link ItemStory#duration} reads it. */
  private static String text(Duration duration) {
    return duration.isZero() ? "0h" : duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
