package org.bihuan.kit.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls to addresses that somebody outside has named, against a real server. */
class OutboundCallsTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Vertx vertx = Vertx.vertx();
  private final OutboundCalls calls = new OutboundCalls(vertx);
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch released = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.stop(0);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Host"));
    switch (exchange.getRequestURI().getPath()) {
      case "/redirect" -> {
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(307, -1);
      }
      case "/endless" -> {
        exchange.sendResponseHeaders(200, 0);
        try {
          while (true) {
            exchange.getResponseBody().write(new byte[1000]);
          }
        } catch (IOException theyHungUp) {
          asked.add("hung up");
        }
      }
      case "/silent" -> {
        try {
          released.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      default -> {
        byte[] answer =
            (body + " " + exchange.getRequestHeaders().getFirst("traceparent"))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
      }
    }
    exchange.close();
  }

  private OutboundTarget target(String path) {
    URI uri = URI.create("http://hooks.invalid:" + server.getAddress().getPort() + path);
    return new OutboundTarget(uri, InetAddress.getLoopbackAddress());
  }

  private OutboundCalls.Answer post(String path, Duration limit)
      throws IOException, TimeoutException {
    return calls.post(target(path), Map.of("webhook-id", "1"), "内容", limit);
  }

  @Test
  void a_call_goes_to_the_address_that_was_looked_up_under_the_name_that_was_given()
      throws Exception {
    OutboundCalls.Answer answer = post("/hook?a=b", LIMIT);
    assertEquals(200, answer.status());
    assertEquals("内容 null", answer.beginning());
    assertEquals("/hook?a=b hooks.invalid:" + server.getAddress().getPort(), asked.get(0));
  }

  @Test
  void a_redirect_is_not_followed() throws Exception {
    assertEquals(307, post("/redirect", LIMIT).status());
    assertEquals(1, asked.size());
  }

  @Test
  void of_an_endless_answer_the_beginning_is_read() throws Exception {
    assertEquals(4096, post("/endless", LIMIT).beginning().length());
  }

  @Test
  void who_does_not_answer_is_not_waited_for() {
    long start = System.nanoTime();
    assertThrows(TimeoutException.class, () -> post("/silent", Duration.ofMillis(300)));
    assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(LIMIT) < 0);
  }

  @Test
  void who_is_not_there_is_said_not_to_be() {
    OutboundTarget nobody =
        new OutboundTarget(URI.create("http://hooks.invalid:1/"), InetAddress.getLoopbackAddress());
    IOException failure =
        assertThrows(IOException.class, () -> calls.post(nobody, Map.of(), "", LIMIT));
    assertNull(failure.getCause() instanceof TimeoutException ? failure : null);
  }
}
