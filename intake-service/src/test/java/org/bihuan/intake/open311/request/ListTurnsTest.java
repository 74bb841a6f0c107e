package org.bihuan.intake.open311.request;

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

class ListTurnsTest {

  private final ListTurns impatient = new ListTurns(1, Duration.ZERO);
  private final ListTurns patient = new ListTurns(1, Duration.ofMinutes(5));

  private static void assertBusy(ListTurns turns) {
    Supplier<String> second = () -> "second";
    Overloaded refusal = assertThrows(Overloaded.class, () -> turns.take(second));
    assertEquals("service-requests-busy", refusal.code());
  }

  @Test
  void one_list_more_than_are_read_at_once_is_refused() {
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
            .limit(ListTurns.MOST_WAITING)
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
    await().until(() -> read.size() == ListTurns.MOST_WAITING);
    assertEquals("next", patient.take(() -> "next"));
  }

  @Test
  void a_turn_is_given_back_when_reading_fails() {
    for (int i = 0; i < 2 * ListTurns.MOST_WAITING; i++) {
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
          for (int i = 0; i < 2 * ListTurns.MOST_WAITING; i++) {
            assertBusy(impatient);
          }
          return "first";
        });
    assertEquals("next", impatient.take(() -> "next"));
  }
}
