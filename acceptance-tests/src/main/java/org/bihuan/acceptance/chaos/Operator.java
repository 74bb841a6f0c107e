package org.bihuan.acceptance.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;

/**
 * Takes a problem to its write-off: acknowledgement, reply, review, re-check, each asked for until
 * it is done.
 */
final class Operator {

  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);
  private static final Identity INSPECTOR = Identity.of(Role.INSPECTOR);

  private final Stack stack;
  private final PatientClient client;

  Operator(Stack stack, PatientClient client) {
    this.stack = stack;
    this.client = client;
  }

  /**
   * Completes when the problem has passed its re-check.
   *
   * @param key what the keys of all requests begin with
   * @param failedFirst whether the first re-check finds it not fixed
   */
  CompletableFuture<Void> writeOff(String key, UUID problem, boolean failedFirst) {
    CompletableFuture<JsonNode> item = item(problem, "ISSUED");
    CompletableFuture<JsonNode> passed =
        item.thenCompose(issued -> acknowledge(key, issued))
            .thenCompose(acknowledged -> reply(key + "-1", item.join()))
            .thenCompose(
                accepted ->
                    failedFirst ? rework(key, problem) : recheck(key + "-1", problem, "PASSED"));
    return passed.thenApply(outcome -> null);
  }

  private CompletableFuture<JsonNode> rework(String key, UUID problem) {
    return recheck(key + "-1", problem, "NOT_RECTIFIED")
        .thenCompose(failed -> item(problem, "REWORK"))
        .thenCompose(item -> reply(key + "-2", item))
        .thenCompose(accepted -> recheck(key + "-2", problem, "PASSED"));
  }

  private CompletableFuture<JsonNode> item(UUID problem, String status) {
    return client
        .get(
            stack.dispatch(),
            "/api/v1/order-items?status=" + status + "&problemId=" + problem,
            TEAM,
            Operator::hasItems)
        .thenApply(page -> page.at("/items/0"));
  }

  private CompletableFuture<JsonNode> acknowledge(String key, JsonNode item) {
    return client.post(
        stack.dispatch(),
        path(item) + "/acknowledgement",
        key + "-acknowledgement",
        handler(item),
        Map.of("responsiblePerson", "示例经办人"));
  }

  /** Each unit that helps does its share, one after the other. */
  private CompletableFuture<JsonNode> helped(String key, JsonNode item) {
    CompletableFuture<JsonNode> helped = CompletableFuture.completedFuture(item);
    for (JsonNode unit : item.path("openTasks")) {
      String code = unit.path("code").asText();
      helped =
          helped.thenCompose(
              before ->
                  client.post(
                      stack.dispatch(),
                      path(item) + "/tasks/" + code + "/reply",
                      key + "-task-" + code,
                      Identity.of(Role.UNIT_HANDLER).ofUnit(code),
                      Map.of("measures", "现场配合", "resultSummary", "已完成")));
    }
    return helped;
  }

  private CompletableFuture<JsonNode> reply(String key, JsonNode item) {
    return helped(key, item)
        .thenCompose(
            helped ->
                client.post(
                    stack.dispatch(),
                    path(item) + "/replies",
                    key + "-reply",
                    handler(item),
                    Map.of(
                        "kind", "FINAL",
                        "cause", "防水层老化",
                        "measures", "重做防水层",
                        "resultSummary", "已完成")))
        .thenCompose(
            reply ->
                client.post(
                    stack.dispatch(),
                    path(item) + "/replies/" + reply.path("id").asText() + "/review",
                    key + "-review",
                    TEAM,
                    Map.of("decision", "ACCEPTED")));
  }

  private CompletableFuture<JsonNode> recheck(String key, UUID problem, String outcome) {
    return client
        .get(
            stack.inspection(),
            "/api/v1/rechecks?status=PLANNED&problemId=" + problem,
            INSPECTOR,
            Operator::hasItems)
        .thenCompose(
            page ->
                client.post(
                    stack.inspection(),
                    "/api/v1/rechecks/" + page.at("/items/0/id").asText() + "/outcome",
                    key + "-outcome",
                    INSPECTOR,
                    Map.of("outcome", outcome, "note", "现场查看")));
  }

  private static Identity handler(JsonNode item) {
    return Identity.of(Role.UNIT_HANDLER).ofUnit(item.at("/leadUnit/code").asText());
  }

  private static String path(JsonNode item) {
    return "/api/v1/order-items/" + item.path("id").asText();
  }

  private static boolean hasItems(JsonNode page) {
    return !page.path("items").isEmpty();
  }
}
