package org.bihuan.acceptance.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.parts.Part;

/**
 * What a careful sender does while parts fail: it asks again, with the same key, until the service
 * has said yes, less often each time, and never asks more than some questions at once.
 */
final class PatientClient implements AutoCloseable {

  private static final int AT_ONCE = 32;
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /** Refusals that the next try may not meet again. */
  private static final Set<String> PASSING = Set.of("request-in-progress", "concurrent-change");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE);

  /** What is asked again after the end is given up on, as all else is then. */
  private final ScheduledExecutorService timer =
      new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .build();
  private final Map<Identity, String> tokens = new ConcurrentHashMap<>();
  private final Set<Question> open = ConcurrentHashMap.newKeySet();
  private final Queue<String> crashes = new ConcurrentLinkedQueue<>();
  private final AtomicLong repetitions = new AtomicLong();
  private final Stack stack;

  PatientClient(Stack stack) {
    this.stack = stack;
  }

  /** Posts until the answer is 2xx; fails with the first answer that no repetition makes good. */
  CompletableFuture<JsonNode> post(
      Part service, String path, String key, Identity who, Map<String, Object> body) {
    try {
      return new Question(
              request(service, path, who)
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", key)
                  .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                  .build(),
              anything -> true)
          .put();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a body that cannot be written as JSON", e);
    }
  }

  /** Uploads a photo until the answer is 2xx; fails as {@link #post} does. */
  CompletableFuture<JsonNode> upload(
      Part service, String path, String key, Identity who, byte[] jpeg) {
    byte[] begin =
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] end = "\r\n--cut--\r\n".getBytes(StandardCharsets.US_ASCII);
    return new Question(
            request(service, path, who)
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(begin, jpeg, end)))
                .build(),
            anything -> true)
        .put();
  }

  /** Reads until the answer is 2xx and as wished. */
  CompletableFuture<JsonNode> get(
      Part service, String path, Identity who, Predicate<JsonNode> wished) {
    return new Question(request(service, path, who).GET().build(), wished).put();
  }

  /** What is still being asked for, each with how it went the last time. */
  List<String> open() {
    return open.stream().map(Question::toString).toList();
  }

  /** How often something was posted again because there was no answer or none that settles it. */
  long repetitions() {
    return repetitions.get();
  }

  /** Answers of 5xx but 503, each of which is a fault of the service that gave it. */
  List<String> crashes() {
    return List.copyOf(crashes);
  }

  /** Gives up on everything that has not been answered. */
  @Override
  public void close() {
    timer.shutdownNow();
    askers.shutdownNow();
  }

  private HttpRequest.Builder request(Part service, String path, Identity who) {
    return HttpRequest.newBuilder(URI.create(service.address() + path))
        .timeout(ANSWER_LIMIT)
        .header("Authorization", "Bearer " + tokens.computeIfAbsent(who, stack::token));
  }

  /** One request on its way to the answer that settles it. */
  private final class Question {

    private final HttpRequest request;
    private final Predicate<JsonNode> wished;
    private final CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    private Duration pause = FIRST_PAUSE;
    private volatile String last = "not asked yet";

    Question(HttpRequest request, Predicate<JsonNode> wished) {
      this.request = request;
      this.wished = wished;
    }

    CompletableFuture<JsonNode> put() {
      open.add(this);
      askers.execute(this::ask);
      return answer.whenComplete((body, refused) -> open.remove(this));
    }

    @Override
    public String toString() {
      return request.method() + " " + request.uri() + " (" + last + ")";
    }

    private void ask() {
      try {
        judge(http.send(request, HttpResponse.BodyHandlers.ofString()));
      } catch (IOException e) {
        // The answer is lost; whether the service has acted is what the next try will tell.
        last = e.toString();
        askLater();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void judge(HttpResponse<String> response) {
      int status = response.statusCode();
      last = status + " " + response.body();
      if (status >= 500 && status != 503) {
        crashes.add(toString());
      }
      if (status >= 500 || status == 429) {
        askLater();
        return;
      }
      JsonNode body = read(response);
      if (status < 300 && wished.test(body)) {
        answer.complete(body);
      } else if (status < 300 || PASSING.contains(body.path("code").asText())) {
        askLater();
      } else {
        answer.completeExceptionally(new AssertionError(toString()));
      }
    }

    private void askLater() {
      if (request.method().equals("POST")) {
        repetitions.incrementAndGet();
      }
      timer.schedule(() -> askers.execute(this::ask), pause.toMillis(), TimeUnit.MILLISECONDS);
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
  }

  /** Whatever a service says, success or refusal, is JSON; anything else is no answer of ours. */
  private static JsonNode read(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }
}
