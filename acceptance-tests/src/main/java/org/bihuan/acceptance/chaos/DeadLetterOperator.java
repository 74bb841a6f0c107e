package org.bihuan.acceptance.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bihuan.acceptance.api.Answer;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.Login;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/**
 * Does with dead letters what docs/operations.md tells an operator to do: gives up what can never
 * be applied, and replays what waits behind it.
 */
final class DeadLetterOperator implements AutoCloseable {

  private static final String BEHIND_ANOTHER = "behind-another";

  private final Client client;
  private final Login admin;
  private final Poisoner poisoner;
  private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, String> reasons = new ConcurrentHashMap<>();
  private final Set<String> freed = ConcurrentHashMap.newKeySet();
  private final Set<String> innocent = ConcurrentHashMap.newKeySet();

  DeadLetterOperator(Stack stack, Poisoner poisoner) {
    this.client = new Client(stack);
    this.admin = Login.token(stack.token(Identity.of(Role.ADMIN)));
    this.poisoner = poisoner;
  }

  void start() {
    rounds.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
  }

  /** Why each dead letter was set aside, by service and place: {@code intake topic-3@41}. */
  Map<String, String> reasons() {
    return reasons;
  }

  /** Sound events that waited behind a poisoned one and were applied afterwards. */
  Set<String> freed() {
    return freed;
  }

  /** Sound events that a service judged to be at fault, with its reason; there should be none. */
  Set<String> innocent() {
    return innocent;
  }

  @Override
  public void close() {
    rounds.shutdownNow();
  }

  private void round() {
    for (ServiceName service : ServiceName.values()) {
      try {
        mend(service, letters(service));
      } catch (IOException e) {
        // The service is away just now; the next round asks again.
        continue;
      }
    }
  }

  private List<JsonNode> letters(ServiceName service) throws IOException {
    Answer answer = send(service, "GET", "");
    return answer.isSuccess() ? answer.json().valueStream().toList() : List.of();
  }

  private void mend(ServiceName service, List<JsonNode> letters) throws IOException {
    List<JsonNode> waiting = new ArrayList<>();
    for (JsonNode letter : letters) {
      String place = place(service, letter);
      if (BEHIND_ANOTHER.equals(letter.path("reason").asText())) {
        waiting.add(letter);
        continue;
      }
      reasons.put(place, letter.path("reason").asText());
      if (isPoison(letter)) {
        send(service, "DELETE", "/" + letter.path("id").asText());
      } else {
        innocent.add(place + " " + letter.path("type").asText() + ": " + letter.path("reason"));
        waiting.add(letter);
      }
    }
    for (JsonNode letter : waiting) {
      // The first of a key takes all others of it along; for these the answer is 404.
      Answer replayed = send(service, "POST", "/" + letter.path("id").asText() + "/replay");
      if (replayed.isSuccess()) {
        replayed.json().forEach(one -> freed.add(place(service, one)));
      }
    }
  }

  private boolean isPoison(JsonNode letter) {
    return poisoner.isOurs(
        letter.hasNonNull("eventId") ? UUID.fromString(letter.path("eventId").asText()) : null,
        letter.path("key").asText(null));
  }

  private Answer send(ServiceName service, String method, String path) throws IOException {
    return client.send(Call.of(service, method, "/operations/dead-letters" + path, null).as(admin));
  }

  private static String place(ServiceName service, JsonNode letter) {
    return "%s %s-%d@%d"
        .formatted(
            service.partName(),
            letter.path("topic").asText(),
            letter.path("partition").asInt(),
            letter.path("offset").asLong());
  }
}
