package org.bihuan.acceptance.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.bihuan.acceptance.api.Answer;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.Header;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;

/** Sends requests as the people of the district, and counts what comes of each. */
final class Acts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final Client client;
  private final DemoTally tally;

  Acts(Client client, DemoTally tally) {
    this.client = client;
    this.tally = tally;
  }

  DemoTally tally() {
    return tally;
  }

  /** Acts; {@code body} is anything that Jackson writes, or {@code null}. */
  JsonNode post(Identity who, ServiceName service, String path, Object body) {
    return send(who, Call.of(service, "POST", path, written(body)), "");
  }

  /**
   * The same with a state that an answer can also be in.
   *
   * @param note is added to what the tally calls the act
   */
  JsonNode post(Identity who, ServiceName service, String path, Object body, String note) {
    return send(who, Call.of(service, "POST", path, written(body)), " " + note);
  }

  JsonNode put(Identity who, ServiceName service, String path, Object body) {
    return send(who, Call.of(service, "PUT", path, written(body)), "");
  }

  /** Imports a sheet: lines of comma-separated values, the headings first. */
  JsonNode importSheet(Identity who, ServiceName service, String path, List<String> lines) {
    return send(
        who,
        new Call(
            service,
            "POST",
            path,
            List.of(new Header("Content-Type", "text/csv")),
            (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)),
        "");
  }

  JsonNode get(Identity who, ServiceName service, String path) {
    return send(who, Call.of(service, "GET", path, null), "");
  }

  /** The first of a list of whom {@code wanted} holds, as soon as there is one. */
  JsonNode await(Identity who, ServiceName service, String path, Predicate<JsonNode> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long pause = FIRST_PAUSE_MILLIS;
    do {
      for (JsonNode one : get(who, service, path).path("items")) {
        if (wanted.test(one)) {
          return one;
        }
      }
      pause(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    } while (System.nanoTime() < end);
    tally.failed("awaiting", "timeout", path);
    throw new NotDone(path);
  }

  /** Sends until it is settled; the key keeps a second copy from acting twice. */
  private JsonNode send(Identity who, Call call, String note) {
    String act = call.method() + " " + nameless(call.target()) + note;
    Call sent = call.as(client.login(who));
    if (call.method().equals("POST")) {
      sent = sent.with("Idempotency-Key", "demo-" + UUID.randomUUID());
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    long pause = FIRST_PAUSE_MILLIS;
    String last;
    do {
      try {
        Answer answer = client.send(sent);
        if (answer.isSuccess()) {
          count(call, act);
          return answer.json();
        }
        if (!answer.mayBeRetried() && !answer.code().equals("concurrent-change")) {
          tally.failed(
              act, (answer.code() + " " + answer.fault()).strip(), call.target() + answer.text());
          throw new NotDone(answer.text());
        }
        last = answer.status() + " " + answer.code();
        pause(answer.retryAfter().map(Duration::toMillis).orElse(pause));
      } catch (IOException e) {
        last = e.getClass().getSimpleName();
        pause(pause);
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    } while (System.nanoTime() < end);
    tally.failed(act, "unanswered", call.target() + " " + last);
    throw new NotDone(last);
  }

  private void count(Call call, String act) {
    if (!call.method().equals("GET")) {
      tally.done(act);
    }
  }

  /** The path without ids and numbers, so that like acts are counted together. */
  private static String nameless(String target) {
    return target
        .replaceFirst("\\?.*", "")
        .replaceFirst("^/api/v1", "")
        .replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}", "/{id}")
        .replaceAll("/tasks/[A-Z0-9_]+", "/tasks/{unitCode}")
        .replaceAll("/\\d+", "/{n}");
  }

  private static String written(Object body) {
    try {
      return body == null ? null : JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while waiting for the services.", e);
    }
  }
}
