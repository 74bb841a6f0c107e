package org.bihuan.acceptance.latency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Client;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/**
 * Sends complaints by the clock, each at its own moment whether or not earlier ones have been
 * answered, and follows each until its order item is seen.
 */
final class LatencyRun {
  private static final Identity CLERK = Identity.of(Role.CHANNEL_CLERK).called("latency");
  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM).called("latency");
  private static final Duration CLOSING_LIMIT = Duration.ofSeconds(45);
  private static final long LOOK_MILLIS = 3;

  /** The looks become rarer with the wait, so that looking does not become the load itself. */
  private static final int LOOKS_PER_WAIT = 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Client client;
  private final String run = "latency-" + UUID.randomUUID();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService senders = Executors.newCachedThreadPool();
  private final Queue<LatencyPassage> passages = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  LatencyRun(Client client) {
    this.client = client;
  }

  /** Those whose order item was seen. */
  List<LatencyPassage> passages() {
    return List.copyOf(passages);
  }

  /** Why the others' was not; none of them may be missing in a result. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /**
   * Sends {@code rate} complaints a second and returns when each has been followed to its end.
   *
   * @param followed so many of them a second, at least one, are followed to their item
   * @param uncounted leaves out those that are to be sent before it has passed
   */
  void send(int rate, int followed, Duration uncounted, Duration counted)
      throws InterruptedException {
    int eachSoManyth = Math.max(1, rate / followed);
    long between = TimeUnit.SECONDS.toNanos(1) / rate;
    long number = rate * (uncounted.toSeconds() + counted.toSeconds());
    Instant begin = Instant.now();
    Instant counts = begin.plus(uncounted);
    for (long i = 0; i < number; i++) {
      Instant intended = begin.plusNanos(i * between);
      String sourceRef = run + "-" + i;
      boolean toItem = i % eachSoManyth == 0;
      boolean counting = !intended.isBefore(counts);
      clock.schedule(
          () -> senders.execute(() -> send(sourceRef, intended, toItem, counting)),
          Duration.between(Instant.now(), intended).toNanos(),
          TimeUnit.NANOSECONDS);
    }
    clock.shutdown();
    clock.awaitTermination(
        uncounted.plus(counted).plus(CLOSING_LIMIT).toSeconds(), TimeUnit.SECONDS);
    senders.shutdown();
    senders.awaitTermination(CLOSING_LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private void send(String sourceRef, Instant intended, boolean toItem, boolean counts) {
    try {
      JsonNode complaint =
          client
              .expectSuccess(
                  Call.of(ServiceName.INTAKE, "POST", "/api/v1/complaints", body(sourceRef))
                      .with("Idempotency-Key", sourceRef)
                      .as(client.login(CLERK)))
              .json();
      Instant answered = Instant.now();
      if (!toItem) {
        return;
      }
      String problem = complaint.path("problemId").asText();
      awaitItem(problem);
      if (counts) {
        passages.add(new LatencyPassage(problem, intended, answered, Instant.now()));
      }
    } catch (IOException e) {
      failures.add(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitItem(String problem) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    String query = "/api/v1/order-items?problemId=" + problem;
    while (client.get(TEAM, ServiceName.DISPATCH, query).path("items").isEmpty()) {
      long waited = System.nanoTime() - begin;
      if (waited > Latency.SEEN_LIMIT.toNanos()) {
        throw new IOException(
            "no order item of problem "
                + problem
                + " within "
                + Latency.SEEN_LIMIT.toSeconds()
                + " s");
      }
      TimeUnit.NANOSECONDS.sleep(
          Math.max(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS), waited / LOOKS_PER_WAIT));
    }
  }

  private static String body(String sourceRef) throws JsonProcessingException {
    return JSON.writeValueAsString(
        Map.of(
            "channel",
            "HOTLINE_12319",
            "sourceRef",
            sourceRef,
            "text",
            "示例路楼顶漏雨, 来电编号 " + sourceRef,
            "categoryCode",
            "ROOF_LEAK"));
  }
}
