package org.bihuan.acceptance.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.bihuan.acceptance.BreaksParts;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.Topics;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.ServiceProcess;
import org.junit.jupiter.api.Test;

/**
 * One trace from a request to the last service that does something because of it; nothing is
 * recorded meanwhile, since the share of traces is 0 unless an operator sets it.
 */
class TraceTest implements BreaksParts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stack stack = RunningStack.toBreak();
  private final Loop loop = new Loop(stack);
  private final String trace = UUID.randomUUID().toString().replace("-", "");
  private final String traceparent = "00-" + trace + "-00f067aa0ba902b7-01";

  @Test
  void a_complaint_is_followed_from_its_request_to_the_ledger_by_one_trace() {
    loop.awaitItem(loop.problemOf(complain()), "ISSUED");
    awaitLogged(ServiceName.DISPATCH, "Applied intake.problem-filed.v1");
    awaitLogged(ServiceName.INTAKE, "Applied dispatch.item-issued.v1");
    assertEquals(
        Set.of(
            "intake.complaint-registered.v1", "intake.problem-filed.v1", "dispatch.item-issued.v1"),
        toldUnderTheTrace());
  }

  @Test
  void an_accepted_reply_is_followed_through_all_three_services_by_one_trace() {
    String problem = loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨"));
    Item item = loop.awaitItem(problem, "ISSUED");
    loop.acknowledge(item).then().statusCode(200);
    loop.dispatch(Role.SPECIAL_TEAM)
        .header("traceparent", traceparent)
        .body(Map.of("decision", "ACCEPTED"))
        .post(
            "/api/v1/order-items/"
                + item.id()
                + "/replies/"
                + loop.reply(item).path("id")
                + "/review")
        .then()
        .statusCode(200);
    awaitLogged(ServiceName.INSPECTION, "Applied dispatch.reply-accepted.v1");
    awaitLogged(ServiceName.INTAKE, "Applied inspection.recheck-planned.v1");
    assertEquals(
        Set.of("dispatch.reply-accepted.v1", "inspection.recheck-planned.v1"), toldUnderTheTrace());
  }

  @Test
  void a_refusal_names_the_trace_of_its_request() {
    assertEquals(
        trace,
        loop.intake(Role.SPECIAL_TEAM)
            .header("traceparent", traceparent)
            .get("/api/v1/problems/" + UUID.randomUUID())
            .path("traceId"));
  }

  @Test
  void a_log_for_machines_is_one_object_a_line_with_the_trace() throws IOException {
    ServiceProcess replica =
        stack.copyOf(ServiceName.DISPATCH, 2, Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"));
    // Alone, it reads what is told under every key.
    stack.dispatch().stop();
    try {
      replica.start();
      complain().then().statusCode(201);
      await()
          .atMost(Loop.PATIENCE)
          .until(() -> lines(replica).stream().anyMatch(line -> line.contains(trace)));
    } finally {
      replica.stop();
      stack.dispatch().start();
    }
    List<JsonNode> entries = new ArrayList<>();
    for (String line : lines(replica)) {
      entries.add(JSON.readTree(line));
    }
    assertTrue(entries.stream().allMatch(TraceTest::isWhole), entries.toString());
    assertTrue(
        entries.stream().anyMatch(entry -> entry.at("/mdc/traceId").asText().equals(trace)),
        entries.toString());
  }

  private static boolean isWhole(JsonNode entry) {
    return entry.hasNonNull("timestamp") && entry.hasNonNull("level") && entry.has("message");
  }

  private Response complain() {
    return loop.intake(Role.CHANNEL_CLERK)
        .header("traceparent", traceparent)
        .body(
            Map.of(
                "channel",
                "HOTLINE_12319",
                "text",
                "楼顶漏雨",
                "categoryCode",
                "ROOF_LEAK",
                "location",
                Map.of("subdistrictCode", "370203021")))
        .post("/api/v1/complaints");
  }

  private void awaitLogged(ServiceName service, String beginning) {
    await(service.partName() + ": " + beginning)
        .atMost(Loop.PATIENCE)
        .until(
            () ->
                lines(stack.service(service)).stream()
                    .anyMatch(line -> line.contains(trace + " " + beginning)));
  }

  private static List<String> lines(ServiceProcess service) {
    try {
      return Files.readString(service.log(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> toldUnderTheTrace() {
    try (Topics topics = new Topics(stack.broker())) {
      return topics.records(EventCatalogue.topics()).stream()
          .filter(
              record ->
                  StreamSupport.stream(record.headers().headers("traceparent").spliterator(), false)
                      .anyMatch(header -> text(header).contains(trace)))
          .map(record -> text(record.headers().lastHeader("ce_type")))
          .collect(Collectors.toSet());
    }
  }

  private static String text(Header header) {
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
