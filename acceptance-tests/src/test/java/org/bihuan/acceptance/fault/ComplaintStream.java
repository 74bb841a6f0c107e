package org.bihuan.acceptance.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bihuan.localstack.Identity;
import org.bihuan.localstack.Role;
import org.bihuan.localstack.Stack;

/**
 * Complaints that come in at a steady rate whatever state the services are in. Some of their
 * problems go the whole way round, so that every service has something to do when it is killed.
 */
final class ComplaintStream implements AutoCloseable {

  private static final int ONE_IN_SO_MANY_GOES_ROUND = 40;
  private static final Identity CLERK = Identity.of(Role.CHANNEL_CLERK);
  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);
  private static final Identity INSPECTOR = Identity.of(Role.INSPECTOR);

  private final String run = "fault-" + UUID.randomUUID();
  private final Queue<NotedComplaint> noted = new ConcurrentLinkedQueue<>();
  private final Queue<CompletableFuture<?>> underWay = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Stack stack;
  private final PatientClient client;
  private int number;

  ComplaintStream(Stack stack, PatientClient client) {
    this.stack = stack;
    this.client = client;
  }

  /** What the {@code sourceRef} of all of them begins with. */
  String run() {
    return run;
  }

  void start(int perSecond) {
    timer.scheduleAtFixedRate(
        this::sendNext, 0, TimeUnit.SECONDS.toMicros(1) / perSecond, TimeUnit.MICROSECONDS);
  }

  /** No further complaint comes in; those sent go on until they are answered. */
  void end() {
    timer.shutdown();
  }

  /** Everything sent so far, answered or not. */
  List<NotedComplaint> noted() {
    return List.copyOf(noted);
  }

  /** How many have been answered so far. */
  long answered() {
    return noted.stream().filter(complaint -> complaint.answer() != null).count();
  }

  /**
   * Completes when all that was sent has been answered and gone its way; fails when any was
   * refused.
   */
  CompletableFuture<Void> settled() {
    return CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void sendNext() {
    number++;
    NotedComplaint complaint =
        new NotedComplaint(run + "-" + number, number % ONE_IN_SO_MANY_GOES_ROUND == 0);
    noted.add(complaint);
    CompletableFuture<NotedComplaint.Answer> answered =
        client
            .post(
                stack.intake(),
                "/api/v1/complaints",
                complaint.sourceRef(),
                CLERK,
                Map.of(
                    "channel",
                    "HOTLINE_12319",
                    "sourceRef",
                    complaint.sourceRef(),
                    "text",
                    "示例路 " + number + " 号楼顶漏雨",
                    "categoryCode",
                    "ROOF_LEAK",
                    "location",
                    Map.of("subdistrictCode", "370203021")))
            .thenApply(complaint::answered);
    underWay.add(
        complaint.goesRound()
            ? answered.thenCompose(answer -> goRound(complaint.sourceRef(), answer.problemId()))
            : answered);
  }

  /** Acknowledgement, reply, review, re-check: each asked for until it is done. */
  private CompletableFuture<JsonNode> goRound(String key, UUID problem) {
    return client
        .get(
            stack.dispatch(),
            "/api/v1/order-items?problemId=" + problem,
            TEAM,
            ComplaintStream::hasItems)
        .thenCompose(page -> rectify(key, page.at("/items/0")))
        .thenCompose(
            accepted ->
                client.get(
                    stack.inspection(),
                    "/api/v1/rechecks?problemId=" + problem,
                    INSPECTOR,
                    ComplaintStream::hasItems))
        .thenCompose(
            page ->
                client.post(
                    stack.inspection(),
                    "/api/v1/rechecks/" + page.at("/items/0/id").asText() + "/outcome",
                    key + "-outcome",
                    INSPECTOR,
                    Map.of("outcome", "PASSED")));
  }

  private CompletableFuture<JsonNode> rectify(String key, JsonNode item) {
    String path = "/api/v1/order-items/" + item.path("id").asText();
    Identity handler = Identity.of(Role.UNIT_HANDLER).ofUnit(item.at("/leadUnit/code").asText());
    return client
        .post(
            stack.dispatch(),
            path + "/acknowledgement",
            key + "-acknowledgement",
            handler,
            Map.of("responsiblePerson", "王某"))
        .thenCompose(
            acknowledged ->
                client.post(
                    stack.dispatch(),
                    path + "/replies",
                    key + "-reply",
                    handler,
                    Map.of(
                        "kind", "FINAL",
                        "cause", "防水层老化",
                        "measures", "重做防水层",
                        "resultSummary", "已完成")))
        .thenCompose(
            reply ->
                client.post(
                    stack.dispatch(),
                    path + "/replies/" + reply.path("id").asText() + "/review",
                    key + "-review",
                    TEAM,
                    Map.of("decision", "ACCEPTED")));
  }

  private static boolean hasItems(JsonNode page) {
    return !page.path("items").isEmpty();
  }
}
