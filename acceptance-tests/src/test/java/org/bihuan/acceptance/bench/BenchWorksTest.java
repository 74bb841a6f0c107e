package org.bihuan.acceptance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.acceptance.api.Machine;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That the works can still be done, on one stack in both places; not how fast it is. */
class BenchWorksTest {

  private static final Effort LITTLE =
      new Effort(1, Duration.ofSeconds(1), Duration.ofSeconds(1), List.of(4), Path.of("target"));

  private static List<Figure> lives;

  private final Stack stack = RunningStack.get();

  @BeforeAll
  static void live() throws Exception {
    lives = new LifeWork(RunningStack.get(), RunningStack.get(), LITTLE).measure();
  }

  @Test
  void whole_lives_are_lived_and_every_question_about_them_is_answered() throws Exception {
    List<Figure> reads = new ReadingWork(stack, stack, 1, LITTLE).measure();

    assertTrue(lives.get(0).median() > 0, lives.toString());
    assertTrue(reads.size() > Question.ALL.size() + Question.PAGED.size(), reads.toString());
    List<Figure> all = new ArrayList<>(lives);
    all.addAll(reads);
    String table = new BenchReport(Machine.here(), List.of(), all).toText(false);
    assertEquals(1, table.lines().filter(line -> line.contains("whole lives a second")).count());
    assertEquals(1, table.lines().filter(line -> line.contains("single reads, p99, ms")).count());
  }

  /** Those of which the stored lives are made. */
  @Test
  void a_life_of_every_category_that_a_rule_gives_to_a_unit_is_lived_to_its_end() throws Exception {
    SampleComplaints complaints = new SampleComplaints("life-" + UUID.randomUUID(), 100);
    List<String> categories =
        new Databases(stack.postgres())
            .read(
                ServiceName.DISPATCH,
                "select distinct category_code from routing_rule order by 1",
                row -> row.getString(1));
    assertTrue(categories.size() > 5, categories.toString());
    try (WholeLife life = new WholeLife(stack)) {
      for (String category : categories) {
        life.until(WholeLife.Stage.WRITTEN_OFF, null, complaints.next(category).json());
      }
    }
  }

  /** The stack of the tests has nothing of half a year ago. */
  @Test
  void a_question_that_should_find_something_and_does_not_is_told() {
    ReadingWork reads = new ReadingWork(stack, stack, 1, LITTLE);

    StackFailure nothing = assertThrows(StackFailure.class, reads::requireRows);

    assertTrue(nothing.getMessage().contains("problems?from="), nothing.getMessage());
    assertFalse(nothing.getMessage().contains("没有这样的话"), nothing.getMessage());
  }
}
