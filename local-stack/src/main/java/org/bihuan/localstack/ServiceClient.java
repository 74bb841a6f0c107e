package org.bihuan.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Speaks the HTTP contract to one running service, for less than the twelve hours that its tokens
 * are valid.
 */
final class ServiceClient {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
  private final String origin;
  private final Tokens tokens;
  private final Map<Identity, String> signed = new ConcurrentHashMap<>();

  /**
   * @param origin such as {@code http://localhost:8081}
   */
  ServiceClient(String origin, Tokens tokens) {
    this.origin = origin;
    this.tokens = tokens;
  }

  /**
   * What a service answered to a creating request.
   *
   * @param status of HTTP
   * @param replayed true when it is the stored answer to an earlier request of the same key
   * @param code the problem's stable code; empty for a success
   * @param fault field and code of the first fault of a refused body; empty when none is named
   * @param retryAfter how long the service asks to be left alone
   */
  record Answer(
      int status, boolean replayed, String code, String fault, Optional<Duration> retryAfter) {
    /**
     * True when the same request can succeed later: overloaded, down, or its first copy still under
     * way.
     */
    boolean mayBeRetried() {
      return status == 429
          || status == 503
          || (status == 409 && "request-in-progress".equals(code));
    }
  }

  /**
   * Posts once.
   *
   * @throws IOException when no answer came; whether the service has acted is then unknown
   */
  Answer post(String path, String body, String idempotencyKey, Identity speaker)
      throws IOException, InterruptedException {
    HttpResponse<String> response = send(path, body, idempotencyKey, speaker);
    boolean replayed =
        "true".equals(response.headers().firstValue("Idempotency-Replayed").orElse(""));
    Optional<Duration> retryAfter =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(text -> text.matches("\\d{1,4}"))
            .map(Long::parseLong)
            .map(Duration::ofSeconds);
    if (response.statusCode() < 300) {
      return new Answer(response.statusCode(), replayed, "", "", retryAfter);
    }
    JsonNode problem = problem(response);
    JsonNode fault = problem.path("errors").path(0);
    return new Answer(
        response.statusCode(),
        replayed,
        problem.path("code").asText("status-" + response.statusCode()),
        fault.isMissingNode()
            ? ""
            : fault.path("field").asText() + " " + fault.path("code").asText(),
        retryAfter);
  }

  /**
   * Posts once and reads what was created.
   *
   * @throws IOException when no answer came, or another than 2xx
   */
  JsonNode create(String path, String body, String idempotencyKey, Identity speaker)
      throws IOException, InterruptedException {
    HttpResponse<String> response = send(path, body, idempotencyKey, speaker);
    if (response.statusCode() >= 300) {
      throw unexpected("POST", path, response);
    }
    return JSON.readTree(response.body());
  }

  /**
   * How many records a list query has.
   *
   * @param query path and filters, with at least one parameter: {@code
   *     /api/v1/problems?status=OPEN}
   */
  long total(String query, Identity speaker) throws IOException, InterruptedException {
    return get(query + (query.contains("?") ? "&" : "?") + "limit=1&count=exact", speaker)
        .path("total")
        .asLong();
  }

  /**
   * Reads one resource.
   *
   * @throws IOException when no answer came, or another than 200
   */
  JsonNode get(String path, Identity speaker) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(authorised(path, speaker).GET().build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw unexpected("GET", path, response);
    }
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> send(
      String path, String body, String idempotencyKey, Identity speaker)
      throws IOException, InterruptedException {
    HttpRequest request =
        authorised(path, speaker)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private IOException unexpected(String method, String path, HttpResponse<String> response) {
    return new IOException(
        method
            + " "
            + origin
            + path
            + " answered "
            + response.statusCode()
            + " "
            + problem(response).path("code").asText());
  }

  private HttpRequest.Builder authorised(String path, Identity speaker) {
    return HttpRequest.newBuilder(URI.create(origin + path))
        .timeout(ANSWER_LIMIT)
        .header("Authorization", "Bearer " + signed.computeIfAbsent(speaker, tokens::sign))
        .header("Accept-Language", "en");
  }

  private static JsonNode problem(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      // Not a problem document, so it has no code; the caller falls back to the status.
      return JSON.createObjectNode();
    }
  }
}
