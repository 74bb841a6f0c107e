package org.bihuan.acceptance.security;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.security.RawHttp.Answer;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a copy of intake that loses patience after ten seconds instead of a minute. */
class SlowClientsTest {

  private static final int CONNECTIONS = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Far sooner than slow clients are given up, which is when workers held by them would be free.
   */
  private static final Duration SOON = Duration.ofSeconds(3);

  private static final String UNFINISHED_HEAD = "GET /api/v1/problems HTTP/1.1\r\nHost: loc";
  private static final String UNFINISHED_BODY = complaint(60_000) + "{\"channel\":";
  private static final String COMPLAINT =
      "{\"channel\": \"DANGQUN_MINIPROGRAM\", \"text\": \"lamp broken\"}";

  private static ServiceProcess impatient;

  @BeforeAll
  static void start() throws IOException {
    impatient =
        RunningStack.get()
            .copyOf(
                ServiceName.INTAKE,
                9,
                Map.of(
                    "QUARKUS_HTTP_IDLE_TIMEOUT", "12S",
                    "BIHUAN_HTTP_BODY_TIME", "PT10S",
                    "BIHUAN_HTTP_BODY_ROOM", "200K"));
    impatient.start();
    // The first answer of a new process takes long for other reasons.
    assertServed();
  }

  @AfterAll
  static void stop() {
    impatient.stop();
  }

  /** As many as a service has worker threads would be enough, if each of them held one. */
  @Test
  void hundreds_of_slow_bodies_keep_nobody_else_waiting() throws IOException {
    assertOthersAreServedBeside(UNFINISHED_BODY);
  }

  @Test
  void hundreds_of_slow_heads_keep_nobody_else_waiting() throws IOException {
    assertOthersAreServedBeside(UNFINISHED_HEAD);
  }

  /** Announcing costs a client nothing, so it takes no room from those who send. */
  @Test
  void hundreds_of_announced_megabytes_keep_nobody_from_complaining() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        slow.add(sending(complaint(1_048_576) + "{"));
      }
      assertEquals(201, complain().status());
    } finally {
      close(slow);
    }
  }

  @Test
  void bodies_that_fill_the_room_are_refused_until_it_falls_free() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        slow.add(sending(complaint(70_000) + " ".repeat(60_000)));
      }
      await().atMost(PATIENCE).untilAsserted(SlowClientsTest::assertNoRoom);
    } finally {
      close(slow);
    }
    await().atMost(PATIENCE).until(() -> complain().status() == 201);
  }

  private static void assertNoRoom() throws IOException {
    Answer answer = RawHttp.send(impatient, complaint(50_000) + " ".repeat(50_000));
    assertEquals(503, answer.status(), answer.toString());
    assertEquals("bodies-under-way", answer.code());
    assertTrue(answer.header("Retry-After").isPresent());
  }

  /** One octet a second is never idle, so the idle limit alone would wait for hours. */
  @Test
  void a_body_that_trickles_is_given_up() throws IOException {
    try (Socket socket = RawHttp.open(impatient)) {
      send(socket, UNFINISHED_BODY);
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .until(
              () -> {
                if (socket.getInputStream().available() == 0) {
                  send(socket, " ");
                }
                return socket.getInputStream().available() > 0;
              });
      Answer answer = RawHttp.read(socket);
      assertEquals(408, answer.status(), answer.toString());
      assertTrue(answer.isProblem());
      assertEquals("body-too-slow", answer.code());
    }
  }

  @Test
  void a_connection_that_says_nothing_is_closed() throws IOException {
    for (String start : List.of("", UNFINISHED_HEAD)) {
      try (Socket socket = RawHttp.open(impatient)) {
        send(socket, start);
        assertEquals(0, RawHttp.read(socket).status(), "closed without an answer");
      }
    }
  }

  private static void assertOthersAreServedBeside(String unfinished) throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        slow.add(sending(unfinished));
      }
      long begin = System.nanoTime();
      assertServed();
      Duration waited = Duration.ofNanos(System.nanoTime() - begin);
      assertTrue(waited.compareTo(SOON) < 0, "waited " + waited);
    } finally {
      close(slow);
    }
  }

  private static void assertServed() throws IOException {
    Answer answer = RawHttp.get(impatient, "/api/v1/public/complaints/none");
    assertEquals(404, answer.status(), answer.toString());
  }

  private static Answer complain() throws IOException {
    return RawHttp.send(impatient, complaint(COMPLAINT.length()) + COMPLAINT);
  }

  private static String complaint(int length) {
    return "POST /api/v1/complaints HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Content-Type: application/json\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private static Socket sending(String text) throws IOException {
    Socket socket = RawHttp.open(impatient);
    send(socket, text);
    return socket;
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }
}
