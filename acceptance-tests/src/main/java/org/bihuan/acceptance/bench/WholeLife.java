package org.bihuan.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.Waiting;

/**
 * One complaint's way through the loop, over HTTP alone and one step after the other, as people
 * take it. For one thread, which goes the way again and again.
 */
final class WholeLife implements Closeable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How long the next service may take to hear of something. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String ITEMS = "/api/v1/order-items";

  private final Connections connections;

  WholeLife(Stack stack) throws IOException {
    connections = new Connections(stack);
    for (ServiceName service : ServiceName.values()) {
      connections.open(service);
    }
  }

  /** How far a life has come. */
  enum Stage {
    ISSUED,
    ACKNOWLEDGED,
    REPLIED,
    RECHECK_PENDING,
    REWORK,
    WRITTEN_OFF,
    WRITTEN_OFF_AFTER_REWORK
  }

  /** What one complaint has become. */
  record Lived(String complaintId, String problemId, String itemId, String recheckId) {}

  /**
   * Lives one life up to a stage.
   *
   * @param unit the unit to which the special team gives it by hand, or {@code null} when a rule
   *     does
   * @param complaint the body of a complaint that is filed by rule
   * @throws IOException when a step was refused, or another service did not hear of it in time
   */
  Lived until(Stage stage, String unit, String complaint) throws IOException {
    JsonNode registered =
        act(Identity.of(Role.CHANNEL_CLERK), ServiceName.INTAKE, "/api/v1/complaints", complaint);
    String problem = problemOf(registered);
    if (unit != null) {
      await(ServiceName.DISPATCH, ITEMS + "?problemId=" + problem, "UNASSIGNED");
      act(
          Identity.of(Role.SPECIAL_TEAM),
          ServiceName.DISPATCH,
          "/api/v1/orders",
          """
          {"kind": "SPECIAL", "basis": "群众诉求", "leadUnitCode": "%s", "jointUnitCodes": [],
           "items": [{"problemId": "%s", "deadlineClass": "GENERAL"}]}
          """
              .formatted(unit, problem));
    }
    JsonNode item = await(ServiceName.DISPATCH, ITEMS + "?problemId=" + problem, "ISSUED");
    String recheck = null;
    if (stage != Stage.ISSUED) {
      rectify(stage, item);
    }
    if (stage.compareTo(Stage.RECHECK_PENDING) >= 0) {
      recheck = plannedRecheck(problem);
    }
    if (stage == Stage.REWORK || stage == Stage.WRITTEN_OFF_AFTER_REWORK) {
      recheck(recheck, "NOT_RECTIFIED");
      await(ServiceName.DISPATCH, ITEMS + "?problemId=" + problem, "REWORK");
    }
    if (stage == Stage.WRITTEN_OFF_AFTER_REWORK) {
      reply(item, true);
      recheck = plannedRecheck(problem);
    }
    if (stage.compareTo(Stage.WRITTEN_OFF) >= 0) {
      recheck(recheck, "PASSED");
      await(ServiceName.DISPATCH, ITEMS + "?problemId=" + problem, "WRITTEN_OFF");
      await(ServiceName.INTAKE, "/api/v1/problems/" + problem, "WRITTEN_OFF");
    }
    return new Lived(registered.path("id").asText(), problem, item.path("id").asText(), recheck);
  }

  /** What no rule is sure of waits on the special team's desk, and is filed there. */
  private String problemOf(JsonNode complaint) throws IOException {
    JsonNode filed =
        "RECEIVED".equals(complaint.path("status").asText())
            ? act(
                Identity.of(Role.SPECIAL_TEAM),
                ServiceName.INTAKE,
                "/api/v1/complaints/" + complaint.path("id").asText() + "/filing",
                "{}")
            : complaint;
    return filed.path("problemId").asText();
  }

  /** Reads the life's records, one in each place where somebody looks one up. */
  void readFive(Lived life) throws IOException {
    read(ServiceName.INTAKE, "/api/v1/complaints/" + life.complaintId());
    read(ServiceName.INTAKE, "/api/v1/problems/" + life.problemId());
    read(ServiceName.INTAKE, "/api/v1/problems/" + life.problemId() + "/timeline");
    read(ServiceName.DISPATCH, ITEMS + "/" + life.itemId());
    read(ServiceName.INSPECTION, "/api/v1/rechecks/" + life.recheckId());
  }

  @Override
  public void close() throws IOException {
    connections.close();
  }

  private void rectify(Stage stage, JsonNode item) throws IOException {
    act(
        handler(item),
        ServiceName.DISPATCH,
        ITEMS + "/" + item.path("id").asText() + "/acknowledgement",
        "{\"responsiblePerson\": \"王某\"}");
    if (stage != Stage.ACKNOWLEDGED) {
      doWithoutHelp(item);
      reply(item, stage != Stage.REPLIED);
    }
  }

  /** As long as a unit that helps has its task, nobody can say that all is done. */
  private void doWithoutHelp(JsonNode item) throws IOException {
    for (JsonNode helper : item.path("jointUnits")) {
      act(
          Identity.of(Role.SPECIAL_TEAM),
          ServiceName.DISPATCH,
          "%s/%s/tasks/%s/waiver"
              .formatted(ITEMS, item.path("id").asText(), helper.path("code").asText()),
          "{\"reason\": \"不需配合\"}");
    }
  }

  private void reply(JsonNode item, boolean accepted) throws IOException {
    String replies = ITEMS + "/" + item.path("id").asText() + "/replies";
    String reply =
        act(
                handler(item),
                ServiceName.DISPATCH,
                replies,
                "{\"kind\": \"FINAL\", \"cause\": \"屋面防水层老化开裂\", \"measures\": \"铲除旧防水层, 重做两道防水\","
                    + " \"resultSummary\": \"闭水试验无渗漏\"}")
            .path("id")
            .asText();
    if (accepted) {
      act(
          Identity.of(Role.SPECIAL_TEAM),
          ServiceName.DISPATCH,
          replies + "/" + reply + "/review",
          "{\"decision\": \"ACCEPTED\"}");
    }
  }

  private String plannedRecheck(String problem) throws IOException {
    return await(
            ServiceName.INSPECTION,
            "/api/v1/rechecks?status=PLANNED&problemId=" + problem,
            "PLANNED")
        .path("id")
        .asText();
  }

  private void recheck(String recheck, String outcome) throws IOException {
    act(
        Identity.of(Role.INSPECTOR),
        ServiceName.INSPECTION,
        "/api/v1/rechecks/" + recheck + "/outcome",
        "{\"outcome\": \"" + outcome + "\", \"note\": \"现场查看\"}");
  }

  private static Identity handler(JsonNode item) {
    return Identity.of(Role.UNIT_HANDLER).ofUnit(item.path("leadUnit").path("code").asText());
  }

  /** The record, or the first of the list, once it has the status. */
  private JsonNode await(ServiceName service, String path, String status) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode seen = null;
    while (System.nanoTime() < end) {
      JsonNode answer = read(service, path);
      seen = answer.has("items") ? answer.path("items").path(0) : answer;
      if (status.equals(seen.path("status").asText())) {
        return seen;
      }
      Waiting.step();
    }
    throw new IOException(path + " did not become " + status + " in " + PATIENCE + ": " + seen);
  }

  private JsonNode read(ServiceName service, String path) throws IOException {
    return JSON.readTree(connections.get(Identity.of(Role.SPECIAL_TEAM), service, path).body());
  }

  private JsonNode act(Identity who, ServiceName service, String path, String json)
      throws IOException {
    return JSON.readTree(connections.post(who, service, path, json).body());
  }
}
