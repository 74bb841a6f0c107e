package org.bihuan.acceptance.fault;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.Part;
import org.bihuan.localstack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every part is killed with {@code kill -9} while complaints come in. One broker on one machine:
 * this shows what a crash of a process costs, not what a loss of power would.
 */
class CrashTest implements LeavesTheStackWhole {

  private static final int PER_SECOND = 20;
  private static final int BETWEEN_CRASHES = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Stack stack = RunningStack.get();

  /** Most of its time goes into starting parts; the limit is for a run that would never end. */
  @Test
  @Timeout(value = 300, unit = TimeUnit.SECONDS)
  void no_crash_loses_doubles_or_reorders_what_was_answered() throws Exception {
    List<NotedComplaint> noted;
    try (PatientClient client = new PatientClient(stack);
        ComplaintStream complaints = new ComplaintStream(stack, client)) {
      complaints.start(PER_SECOND);
      for (Part victim :
          List.of(
              stack.intake(),
              stack.dispatch(),
              stack.inspection(),
              stack.broker(),
              stack.postgres())) {
        awaitSoManyMore(BETWEEN_CRASHES, complaints);
        victim.kill();
        victim.start();
      }
      awaitSoManyMore(BETWEEN_CRASHES, complaints);
      complaints.end();
      awaitSettled(complaints, client);
      noted = complaints.noted();
      assertEquals(List.of(), client.crashes());
    }
    Quiet.awaitIn(stack, PATIENCE);

    Reckoning reckoning = Reckoning.of(stack, noted);
    System.out.println(reckoning.line());
    assertEquals(List.of(), reckoning.missing());
    assertEquals(List.of(), reckoning.duplicated());
    assertEquals(List.of(), reckoning.inversions());
    assertEquals(List.of(), new Databases(stack.postgres()).deadLetters());
    new Loop(stack).ledgerVerification().then().statusCode(200).body("valid", equalTo(true));
  }

  private static void awaitSoManyMore(int number, ComplaintStream complaints) {
    long before = complaints.answered();
    await("complaints answered")
        .atMost(PATIENCE)
        .until(() -> complaints.answered() >= before + number);
  }

  private static void awaitSettled(ComplaintStream complaints, PatientClient client) {
    CompletableFuture<Void> settled = complaints.settled();
    await("everything asked for is done")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertTrue(settled.isDone(), () -> "open: " + client.open()));
    settled.join();
  }
}
