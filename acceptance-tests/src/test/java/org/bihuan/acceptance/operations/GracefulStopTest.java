package org.bihuan.acceptance.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.localstack.Identity;
import org.bihuan.localstack.Role;
import org.bihuan.localstack.ServiceName;
import org.bihuan.localstack.ServiceProcess;
import org.bihuan.localstack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A replica that is stopped under load, as at every upgrade. */
class GracefulStopTest {

  private static final int CLIENTS = 16;
  private static final int ENOUGH = 500;
  private static final int PATIENCE_MILLIS = 20_000;

  private final Stack stack = RunningStack.get();
  private final ServiceProcess replica = stack.copyOf(ServiceName.INTAKE, 2, Map.of());
  private final String token = stack.token(Identity.of(Role.CHANNEL_CLERK));
  private final String run = "stop-" + UUID.randomUUID();
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger toldToClose = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void a_stop_under_load_fails_no_request() throws Exception {
    replica.start();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<CompletableFuture<Void>> loops =
          Stream.generate(() -> CompletableFuture.runAsync(this::sendUntilRefused, clients))
              .limit(CLIENTS)
              .toList();
      await().atMost(Loop.PATIENCE).until(() -> answered.get() > ENOUGH);
      replica.stop();
      CompletableFuture.allOf(loops.toArray(CompletableFuture[]::new)).get();
    } finally {
      clients.shutdownNow();
      replica.stop();
    }
    assertEquals(List.of(), List.copyOf(failures));
    assertTrue(toldToClose.get() >= CLIENTS, "told to close: " + toldToClose);
    assertEquals(CLIENTS, refused.get(), "everybody was refused in the end");
    assertEquals(answered.get(), stored(), "what was answered is stored, and nothing else");
  }

  /** A client that keeps its connection as long as it may and comes back at once. */
  private void sendUntilRefused() {
    try {
      while (true) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), replica.port())) {
          socket.setTcpNoDelay(true);
          socket.setSoTimeout(PATIENCE_MILLIS);
          sendUntilToldToClose(socket);
        }
      }
    } catch (ConnectException gone) {
      refused.incrementAndGet();
    } catch (IOException broken) {
      failures.add("no answer after " + answered + ": " + broken);
    }
  }

  private void sendUntilToldToClose(Socket socket) throws IOException {
    BufferedReader input =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    boolean close = false;
    while (!close) {
      socket.getOutputStream().write(request());
      close = readAnswer(input);
    }
    toldToClose.incrementAndGet();
  }

  private byte[] request() {
    String body =
        "{\"channel\":\"HOTLINE_12319\",\"text\":\"路灯不亮\",\"sourceRef\":\"%s-%d\"}"
            .formatted(run, numbers.incrementAndGet());
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /api/v1/complaints HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  /** True when the connection is not to be used again. */
  private boolean readAnswer(BufferedReader input) throws IOException {
    String status = line(input);
    int length = 0;
    boolean close = false;
    for (String header = line(input); !header.isEmpty(); header = line(input)) {
      String lower = header.toLowerCase(java.util.Locale.ROOT);
      close |= lower.equals("connection: close");
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
      }
    }
    for (int read = 0; read < length; read++) {
      if (input.read() < 0) {
        throw new IOException("the answer ends in its middle");
      }
    }
    if (status.startsWith("HTTP/1.1 201")) {
      answered.incrementAndGet();
    } else {
      failures.add(status);
    }
    return close;
  }

  private static String line(BufferedReader input) throws IOException {
    String line = input.readLine();
    if (line == null) {
      throw new IOException("closed without an answer");
    }
    return line;
  }

  private long stored() throws SQLException {
    return new Databases(stack.postgres())
        .count(ServiceName.INTAKE, "complaint where source_ref like '" + run + "-%'");
  }
}
