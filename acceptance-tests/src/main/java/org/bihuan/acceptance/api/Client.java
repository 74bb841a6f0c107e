package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.layout.ServiceName;

/** Sends calls to a running stack. */
public final class Client {

  /** Longer than anything may take, so that what takes too long is seen and not cut off. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
  private final Stack stack;
  private final Duration limit;
  private final Map<Identity, Login> logins = new ConcurrentHashMap<>();

  public Client(Stack stack) {
    this(stack, LIMIT);
  }

  /**
   * For what takes long because of what it does.
   *
   * @param limit longer than any of its calls may take
   */
  public Client(Stack stack, Duration limit) {
    this.stack = stack;
    this.limit = limit;
  }

  /**
   * Sends once and waits for the answer.
   *
   * @throws IOException when none came
   * @throws IllegalArgumentException when the call cannot be put on the wire
   */
  public Answer send(Call call) throws IOException {
    return send(stack.service(call.service()).address(), call);
  }

  /** The token of somebody, signed once. */
  public Login login(Identity who) {
    return logins.computeIfAbsent(who, identity -> Login.token(stack.token(identity)));
  }

  /**
   * Reads as somebody.
   *
   * @throws IOException when no answer came, or none of success
   */
  public JsonNode get(Identity who, ServiceName service, String path) throws IOException {
    return expectSuccess(Call.of(service, "GET", path, null).as(login(who))).json();
  }

  /**
   * How many records a list has.
   *
   * @param query path and perhaps filters
   */
  public long total(Identity who, ServiceName service, String query) throws IOException {
    String one = query + (query.contains("?") ? "&" : "?") + "limit=1&count=exact";
    return get(who, service, one).path("total").asLong();
  }

  /**
   * Acts as somebody.
   *
   * @param json the body, or {@code null}
   * @throws IOException when no answer came, or none of success
   */
  public JsonNode post(Identity who, ServiceName service, String path, String json)
      throws IOException {
    return expectSuccess(Call.of(service, "POST", path, json).as(login(who))).json();
  }

  /**
   * Sends once.
   *
   * @throws IOException when no answer came, or none of success
   */
  public Answer expectSuccess(Call call) throws IOException {
    Answer answer = send(call);
    if (!answer.isSuccess()) {
      throw new IOException(
          "%s %s answered %d %s"
              .formatted(call.method(), call.target(), answer.status(), answer.text()));
    }
    return answer;
  }

  /** The same to a copy of the service that has another address. */
  public Answer send(String address, Call call) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + call.target()))
            .timeout(limit)
            .method(
                call.method(),
                call.body().length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach(header -> request.header(header.name(), header.value()));
    long begin = System.nanoTime();
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          response.headers().map(),
          response.body(),
          Duration.ofNanos(System.nanoTime() - begin));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for an answer.", e);
    }
  }
}
