package org.bihuan.intake.webhook;

import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The system of a channel: a server that keeps what it is called with and answers as it is told.
 */
final class Receiver implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile int answer = 204;

  /** A call as the receiver has it. */
  record Call(HttpHeaders headers, String body) {

    String header(String name) {
      return headers.firstValue(name).orElse(null);
    }

    JsonPath json() {
      return JsonPath.from(body);
    }

    String type() {
      return json().getString("type");
    }

    String complaint() {
      return json().getString("data.complaintId");
    }

    /** Whether {@code secret} made one of its signatures; its age is looked at, too. */
    boolean isSignedBy(String secret) {
      try {
        new Webhook(secret).verify(body, headers);
        return true;
      } catch (Exception refused) {
        return false;
      }
    }
  }

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int status = answer;
    byte[] said = ("said " + status).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, status == 204 ? -1 : said.length);
    if (status != 204) {
      exchange.getResponseBody().write(said);
    }
    exchange.close();
    calls.add(new Call(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/results?from=bihuan";
  }

  void answers(int status) {
    answer = status;
  }

  List<Call> calls() {
    return calls;
  }

  List<Call> callsOf(String complaint) {
    return calls.stream().filter(call -> complaint.equals(call.complaint())).toList();
  }

  /** Waits until so many calls have come. */
  List<Call> awaitCalls(int count) {
    await().atMost(PATIENCE).until(() -> calls.size() >= count);
    return calls;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
