package org.bihuan.localstack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command against an endpoint that says nonsense. */
class Open311CommandTest {

  private final PrintStream console = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private HttpServer endpoint;

  @BeforeEach
  void listen() throws IOException {
    endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    endpoint.start();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    System.setOut(console);
    endpoint.stop(0);
  }

  private void answerAlways(String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    endpoint.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private int ask() {
    String address = "http://localhost:" + endpoint.getAddress().getPort();
    return new CommandLine(new Open311Command())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              throw failure;
            })
        .execute("--endpoint", address, "--api-key", "none");
  }

  private String last() {
    return printed.toString(StandardCharsets.UTF_8).strip().lines().reduce((a, b) -> b).orElse("");
  }

  @Test
  void a_moment_that_cannot_be_read_fails_its_assertions_and_no_others() {
    answerAlways("application/json", "[{\"requested_datetime\": \"yesterday\"}]");

    assertEquals(1, ask());

    String all = printed.toString(StandardCharsets.UTF_8);
    assertTrue(all.contains("Text 'yesterday' could not be parsed"), all);
    assertTrue(last().matches("passed=\\d+ failed=\\d+"), last());
  }
}
