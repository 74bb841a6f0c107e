package org.bihuan.acceptance.stories;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The special team calls an item off while an inspector stands before it: whatever each service was
 * told first, all of them end in the same state and say why (docs/crossing-facts.md).
 */
class CrossingFactsTest {

  private static final int CROSSINGS = 20;

  private final Loop loop = new Loop(RunningStack.get());

  /** An item whose re-check is owed. */
  private record Owed(String problem, Item item, String recheck) {}

  /** What the two were answered. */
  private record Answers(int cancellation, int outcome) {}

  private Owed owed() {
    String problem = loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨, 同时办理"));
    Item item = loop.awaitItem(problem, "ISSUED");
    loop.rectify(item);
    return new Owed(problem, item, loop.awaitRecheck(problem));
  }

  private Answers cross(Owed owed, String outcome) {
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      CompletableFuture<Response> cancellation = at(start, two, () -> cancel(owed.item()));
      CompletableFuture<Response> judgement =
          at(start, two, () -> loop.recheck(owed.recheck(), outcome));
      start.countDown();
      return new Answers(cancellation.join().statusCode(), judgement.join().statusCode());
    } finally {
      two.shutdown();
    }
  }

  private static CompletableFuture<Response> at(
      CountDownLatch start, ExecutorService who, Supplier<Response> act) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            start.await();
            return act.get();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        who);
  }

  private Response cancel(Item item) {
    return loop.dispatch(Role.SPECIAL_TEAM)
        .body(Map.of("reason", "误派"))
        .post("/api/v1/order-items/" + item.id() + "/cancellation");
  }

  private JsonPath recheck(Owed owed) {
    return loop.inspection(Role.INSPECTOR).get("/api/v1/rechecks/" + owed.recheck()).jsonPath();
  }

  private List<String> kinds(Owed owed) {
    return loop.intake(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + owed.problem() + "/timeline")
        .jsonPath()
        .getList("kind");
  }

  private void awaitKind(Owed owed, String kind) {
    await().atMost(Loop.PATIENCE).until(() -> kinds(owed).contains(kind));
  }

  /** What each service must show in the end, given what the two were answered. */
  private void assertAgreed(Owed owed, String outcome, Answers answers) {
    assertTrue(answers.cancellation() == 200 || answers.outcome() == 200, answers::toString);
    boolean passed = outcome.equals("PASSED") && answers.outcome() == 200;
    String end = passed ? "WRITTEN_OFF" : "CANCELLED";
    loop.awaitItem(owed.problem(), end);
    loop.awaitProblem(owed.problem(), end);
    boolean judged = answers.outcome() == 200;
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> (judged ? "DONE" : "CANCELLED").equals(recheck(owed).getString("status")));
    assertEquals(judged ? outcome : null, recheck(owed).getString("outcome"));
    boolean both = judged && answers.cancellation() == 200;
    if (both && passed) {
      awaitKind(owed, "inspection.late-item-fact-noted.v1");
    }
    boolean crossed = both && (passed || late(owed));
    await()
        .atMost(Loop.PATIENCE)
        .untilAsserted(
            () -> {
              JsonPath certificate = loop.certificate(owed.problem()).jsonPath();
              assertEquals(passed, certificate.getBoolean("complete"));
              assertCrossing(certificate, passed, crossed);
            });
  }

  /** Whether the failed re-check reached dispatch after the cancellation, and not before it. */
  private boolean late(Owed owed) {
    await()
        .atMost(Loop.PATIENCE)
        .until(
            () ->
                kinds(owed).contains("dispatch.late-fact-noted.v1")
                    || kinds(owed).contains("dispatch.rework-ordered.v1"));
    return kinds(owed).contains("dispatch.late-fact-noted.v1");
  }

  private static void assertCrossing(JsonPath certificate, boolean passed, boolean crossed) {
    List<String> won = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    if (crossed) {
      won.add(passed ? "inspection.problem-written-off.v1" : "dispatch.item-cancelled.v1");
      lost.add(passed ? "dispatch.item-cancelled.v1" : "inspection.recheck-failed.v1");
    }
    assertEquals(won, certificate.getList("crossings.won"));
    assertEquals(lost, certificate.getList("crossings.lost"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PASSED", "NOT_RECTIFIED"})
  void all_services_agree_on_what_a_cancellation_and_a_judgement_at_once_come_to(String outcome) {
    List<Owed> all = new ArrayList<>();
    for (int i = 0; i < CROSSINGS; i++) {
      all.add(owed());
    }
    List<Answers> answers = all.stream().map(owed -> cross(owed, outcome)).toList();
    for (int i = 0; i < CROSSINGS; i++) {
      assertAgreed(all.get(i), outcome, answers.get(i));
    }
    assertTrue(
        answers.stream().anyMatch(each -> each.cancellation() == 200 && each.outcome() == 200),
        "no two acts met");
  }
}
