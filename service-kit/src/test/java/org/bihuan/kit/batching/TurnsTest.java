package org.bihuan.kit.batching;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bihuan.kit.refusal.Overloaded;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final Turns impatient = new Turns(1, "too-busy", Duration.ZERO);
  private final Turns patient = new Turns(1, "too-busy", Duration.ofMinutes(5));

  private static void assertBusy(Turns turns) {
    Supplier<String> second = () -> "second";
    Overloaded refusal = assertThrows(Overloaded.class, () -> turns.take(second));
    assertEquals("too-busy", refusal.code());
  }

  @Test
  void one_more_than_have_their_turn_at_once_is_refused() {
    impatient.take(
        () -> {
          assertBusy(impatient);
          return "first";
        });
  }

  @Test
  void one_more_than_may_wait_is_refused_at_once_and_those_who_wait_have_their_turn() {
    ConcurrentLinkedQueue<String> read = new ConcurrentLinkedQueue<>();
    List<Thread> waiting =
        Stream.generate(() -> new Thread(() -> read.add(patient.take(() -> "waited"))))
            .limit(Turns.MOST_WAITING)
            .toList();
    patient.take(
        () -> {
          waiting.forEach(Thread::start);
          await()
              .until(
                  () ->
                      waiting.stream()
                          .allMatch(one -> one.getState() == Thread.State.TIMED_WAITING));
          assertBusy(patient);
          return "first";
        });
    await().until(() -> read.size() == Turns.MOST_WAITING);
    assertEquals("next", patient.take(() -> "next"));
  }

  @Test
  void a_turn_is_given_back_when_the_answer_fails() {
    for (int i = 0; i < 2 * Turns.MOST_WAITING; i++) {
      assertThrows(
          IllegalStateException.class,
          () ->
              impatient.take(
                  () -> {
                    throw new IllegalStateException("broken");
                  }));
    }
    assertEquals("next", impatient.take(() -> "next"));
  }

  @Test
  void who_is_refused_leaves_no_place_taken() {
    impatient.take(
        () -> {
          for (int i = 0; i < 2 * Turns.MOST_WAITING; i++) {
            assertBusy(impatient);
          }
          return "first";
        });
    assertEquals("next", impatient.take(() -> "next"));
  }
}
