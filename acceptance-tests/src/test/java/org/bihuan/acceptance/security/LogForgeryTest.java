package org.bihuan.acceptance.security;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.parts.ServiceProcess;
import org.junit.jupiter.api.Test;

class LogForgeryTest {

  private static final ServiceProcess INTAKE = RunningStack.get().intake();

  private final Loop loop = new Loop(RunningStack.get());

  @Test
  void what_is_sent_cannot_write_a_line_of_the_log_or_colour_it() throws IOException {
    String mark = UUID.randomUUID().toString();
    String forged = "x\r\n2026-11-24 08:00:00,000 INFO  [forged] " + mark + "\u001b[31m";
    String escaped = forged.replace("\r", "\\r").replace("\n", "\\n").replace("\u001b", "\\u001b");

    loop.intake(Role.CHANNEL_CLERK)
        .body("{\"channel\":\"" + escaped + "\",\"text\":\"" + escaped + "\"}")
        .post("/api/v1/complaints");
    loop.intake(Role.CHANNEL_CLERK).body("{\"" + escaped + "\":1}").post("/api/v1/complaints");
    loop.intake(Role.SPECIAL_TEAM).queryParam("q", forged).get("/api/v1/problems");
    loop.intake(Role.SPECIAL_TEAM).queryParam(forged, "1").get("/api/v1/problems");
    loop.intake(Role.SPECIAL_TEAM)
        .header("Idempotency-Key", mark + "\u0007")
        .post("/api/v1/complaints");
    RawHttp.get(INTAKE, "/" + mark + "%0d%0aforged", "traceparent: " + mark + "\u001b[31m");

    assertFalse(
        log()
            .lines()
            .anyMatch(line -> line.contains("[forged] " + mark) || line.contains("\u001b")),
        "a line of the log was forged");
  }

  @Test
  void a_client_that_hangs_up_is_no_error_of_ours() throws IOException {
    long before = errors();
    for (String half : new String[] {"", "{\"channel\":"}) {
      try (Socket socket = RawHttp.open(INTAKE)) {
        // Linger 0: closing resets the connection instead of ending it politely.
        socket.setSoLinger(!half.isEmpty(), 0);
        socket
            .getOutputStream()
            .write(
                ("POST /api/v1/complaints HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n"
                        + half)
                    .getBytes(StandardCharsets.US_ASCII));
      }
    }
    // Whatever would be logged of the two is logged before a request that came after them.
    await()
        .during(Duration.ofMillis(500))
        .atMost(Loop.PATIENCE)
        .until(
            () -> RawHttp.get(INTAKE, "/api/v1/public/complaints/none").status(),
            status -> status == 404);
    assertEquals(before, errors(), "hang-ups are told as errors");
  }

  private static long errors() throws IOException {
    return log().lines().filter(line -> line.contains(" ERROR ")).count();
  }

  private static String log() throws IOException {
    return Files.readString(INTAKE.log(), StandardCharsets.UTF_8);
  }
}
