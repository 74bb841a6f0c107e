package org.bihuan.acceptance.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.ServiceProcess;
import org.junit.jupiter.api.Test;

/** What a replica tells whoever collects spans, when an operator has them recorded. */
class SpanTest {

  private final Stack stack = RunningStack.get();
  private final Queue<String> sent = new ConcurrentLinkedQueue<>();

  @Test
  void recorded_spans_reach_the_collector_and_name_nobody() throws IOException {
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext("/v1/traces", this::take);
    collector.start();
    ServiceProcess replica =
        stack.copyOf(
            ServiceName.INTAKE,
            2,
            Map.of(
                "QUARKUS_OTEL_TRACES_SAMPLER_ARG",
                "1",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
                "200ms",
                "QUARKUS_OTEL_EXPORTER_OTLP_TRACES_PROTOCOL",
                "http/protobuf",
                "QUARKUS_OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
                "http://localhost:" + collector.getAddress().getPort()));
    String token = stack.token(Identity.of(Role.SPECIAL_TEAM));
    try {
      replica.start();
      request(replica, token)
          .body(
              Map.of(
                  "channel",
                  "HOTLINE_12319",
                  "text",
                  "我是欧阳示例, 电话19900000123, 路灯不亮",
                  "reporter",
                  Map.of("name", "欧阳示例", "phone", "19900000123")))
          .post("/api/v1/complaints")
          .then()
          .statusCode(201);
      request(replica, token)
          .queryParam("q", "19900000123")
          .get("/api/v1/problems")
          .then()
          .statusCode(200);
      await()
          .atMost(Loop.PATIENCE)
          .until(
              () ->
                  all().contains("POST /api/v1/complaints")
                      && all().contains("GET /api/v1/problems"));
    } finally {
      replica.stop();
      collector.stop(0);
    }
    for (String personal :
        List.of("欧阳示例", "19900000123", "127.0.0.1", "Apache-HttpClient", token)) {
      assertFalse(all().contains(personal), personal);
    }
  }

  /** Texts stand in protocol buffers as they are. */
  private void take(HttpExchange exchange) throws IOException {
    sent.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private String all() {
    return sent.stream().collect(Collectors.joining());
  }

  private static RequestSpecification request(ServiceProcess service, String token) {
    return RestAssured.given()
        .baseUri(service.address())
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON);
  }
}
