package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param took from sending to the last byte
 */
public record Answer(int status, Map<String, List<String>> headers, byte[] body, Duration took) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> name.equalsIgnoreCase(header.getKey()))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The stable code of a refusal. */
  public String code() {
    return problem().path("code").asText("status-" + status);
  }

  /** Field and code of the first fault of a refused body; empty when none is named. */
  public String fault() {
    JsonNode fault = problem().path("errors").path(0);
    return (fault.path("field").asText() + " " + fault.path("code").asText()).strip();
  }

  /** True when it is the stored answer to an earlier request of the same key. */
  public boolean isReplayed() {
    return header("Idempotency-Replayed").filter("true"::equals).isPresent();
  }

  /**
   * True when the same request can succeed later: overloaded, down, or its first copy still under
   * way.
   */
  public boolean mayBeRetried() {
    return status == 429 || status >= 500 || code().equals("request-in-progress");
  }

  /** How long the service asks to be left alone. */
  public Optional<Duration> retryAfter() {
    return header("Retry-After")
        .filter(text -> text.matches("\\d{1,4}"))
        .map(Long::parseLong)
        .map(Duration::ofSeconds);
  }

  private JsonNode problem() {
    try {
      return json();
    } catch (IOException e) {
      // No problem document, so it has no code; the caller falls back to the status.
      return JSON.createObjectNode();
    }
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * The body as JSON.
   *
   * @throws IOException when it is none
   */
  public JsonNode json() throws IOException {
    return JSON.readTree(body);
  }
}
