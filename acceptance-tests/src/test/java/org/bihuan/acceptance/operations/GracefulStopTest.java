package org.bihuan.acceptance.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
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
import org.bihuan.acceptance.api.KeepAliveConnection;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A replica that is stopped under load, as at every upgrade. */
class GracefulStopTest {

  private static final int CLIENTS = 16;
  private static final int ENOUGH = 200;

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
        try (KeepAliveConnection connection = new KeepAliveConnection(replica.address())) {
          sendUntilToldToClose(connection);
        }
      }
    } catch (ConnectException gone) {
      refused.incrementAndGet();
    } catch (IOException broken) {
      failures.add("no answer after " + answered + ": " + broken);
    }
  }

  private void sendUntilToldToClose(KeepAliveConnection connection) throws IOException {
    KeepAliveConnection.Answer answer;
    do {
      String complaint =
          "{\"channel\":\"HOTLINE_12319\",\"text\":\"路灯不亮\",\"sourceRef\":\"%s-%d\"}"
              .formatted(run, numbers.incrementAndGet());
      answer = connection.send("POST", "/api/v1/complaints", token, null, complaint);
      if (answer.status() == 201) {
        answered.incrementAndGet();
      } else {
        failures.add(answer.status() + " " + answer.text());
      }
    } while (!answer.closes());
    toldToClose.incrementAndGet();
  }

  private long stored() throws SQLException {
    return new Databases(stack.postgres())
        .count(ServiceName.INTAKE, "complaint where source_ref like '" + run + "-%'");
  }
}
