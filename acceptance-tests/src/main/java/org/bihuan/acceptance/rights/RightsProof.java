package org.bihuan.acceptance.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.bihuan.acceptance.api.Answer;
import org.bihuan.acceptance.api.ApiDescription;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.District;
import org.bihuan.acceptance.api.Operation;
import org.bihuan.acceptance.api.ValidRequest;
import org.bihuan.acceptance.api.ValidRequests;
import org.bihuan.localstack.Stack;

/** Asks every operation as everybody and compares with the table. */
final class RightsProof {

  private static final char MAY = 'A';
  private static final char REFUSED = '-';
  private static final char WITHOUT_CLAIM = 'c';
  private static final char UNKNOWN_CALLER = '.';
  private static final char MISSING = 'n';
  private static final char CONFLICT = 'x';
  private static final char OTHER = '?';

  private static final int ASKERS = 4;

  /** Differ from one answer to the next, whoever asks. */
  private static final Set<String> PASSING_HEADERS = Set.of("date", "traceparent");

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final RightsTable table;
  private final ApiDescription description;
  private final Client client;
  private final District district;
  private final ValidRequests requests;
  private final Queue<String> differences = new ConcurrentLinkedQueue<>();
  private final AtomicInteger cells = new AtomicInteger();
  private final AtomicInteger compared = new AtomicInteger();

  RightsProof(RightsTable table, ApiDescription description, Stack stack) {
    this.table = table;
    this.description = description;
    this.client = new Client(stack);
    this.district = new District(stack, client);
    this.requests = new ValidRequests(district);
  }

  /**
   * What was seen.
   *
   * @param operations how many of the description were asked
   * @param cells callers times lines
   * @param compared foreign records whose answer was held against that for a missing one
   * @param differences in sentences; empty when all is as the table says
   */
  record Result(int operations, int cells, int compared, List<String> differences) {

    String line() {
      return "operations=%d cells=%d foreign-as-missing=%d differences=%d"
          .formatted(operations, cells, compared, differences.size());
    }
  }

  /**
   * Asks, several lines of the table at a time, since each makes records of its own and waits for
   * events; tells {@code progress} of each line.
   */
  Result run(Consumer<String> progress) {
    List<Seats.Seat> seats = Seats.all(district);
    differences.addAll(table.gaps(description));
    if (differences.isEmpty()) {
      ExecutorService askers = Executors.newFixedThreadPool(ASKERS);
      try {
        List<CompletableFuture<Void>> asked =
            table.rows().stream()
                .map(
                    row ->
                        CompletableFuture.runAsync(
                            () -> {
                              progress.accept(row.service().module() + " " + row.name());
                              ask(row, seats);
                            },
                            askers))
                .toList();
        asked.forEach(CompletableFuture::join);
      } finally {
        askers.shutdownNow();
      }
      district.discardDeadLetters();
    }
    return new Result(
        description.operations().size(),
        cells.get(),
        compared.get(),
        differences.stream().sorted().toList());
  }

  private void ask(RightsTable.Row row, List<Seats.Seat> seats) {
    Operation operation = description.operation(row.service(), row.operationId());
    ValidRequest request = null;
    for (Seats.Seat seat : seats) {
      if (request == null) {
        request = requests.make(row.service(), row.name()).orElse(null);
        if (request == null) {
          differences.add(row.name() + ": nobody has said how it is asked (ValidRequests)");
          return;
        }
      }
      Answer answer = send(request.call(operation).as(seat.login()));
      cells.incrementAndGet();
      char expected = row.expected(seat.caller(), seat.side());
      char seen = letter(request, answer);
      if (seen != expected) {
        differences.add(
            "%s as %s %s: expected %s, saw %s (%d %s)"
                .formatted(
                    row.name(),
                    seat.caller(),
                    seat.words(),
                    expected,
                    seen,
                    answer.status(),
                    answer.isSuccess() ? "" : answer.text()));
      } else if (seen == MISSING && answer.status() == 404) {
        compareWithMissing(row, operation, request, seat, answer);
      }
      if (!operation.isRead() && answer.status() == request.status()) {
        // What was done cannot be done to the same record again.
        request = null;
      }
    }
  }

  private static char letter(ValidRequest request, Answer answer) {
    return switch (answer.status()) {
      case 401 -> UNKNOWN_CALLER;
      case 403 -> answer.text().contains("\"claim-missing\"") ? WITHOUT_CLAIM : REFUSED;
      case 404 -> MISSING;
      default -> {
        if (answer.status() != request.status()) {
          yield answer.status() == 409 ? CONFLICT : OTHER;
        }
        yield request.listed().map(answer.text()::contains).orElse(true) ? MAY : MISSING;
      }
    };
  }

  /** Whoever may not know of a record cannot tell it from one that was never there. */
  private void compareWithMissing(
      RightsTable.Row row,
      Operation operation,
      ValidRequest request,
      Seats.Seat seat,
      Answer foreign) {
    Map<String, String> nowhere = new HashMap<>();
    request.path().keySet().stream()
        .filter(name -> name.endsWith("id") || name.endsWith("Id"))
        .forEach(name -> nowhere.put(name, UUID.randomUUID().toString()));
    Answer missing = send(request.call(operation, nowhere).as(seat.login()));
    compared.incrementAndGet();
    String expected = comparable(missing, nowhere.values());
    List<String> ids = nowhere.keySet().stream().map(request.path()::get).toList();
    String seen = comparable(foreign, ids);
    if (!expected.equals(seen)) {
      differences.add(
          "%s as %s %s tells a foreign record from a missing one: %s / %s"
              .formatted(row.name(), seat.caller(), seat.words(), seen, expected));
    }
  }

  /** All of an answer but what names the record or the moment. */
  private static String comparable(Answer answer, Iterable<String> ids) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers());
    headers.keySet().removeAll(PASSING_HEADERS);
    try {
      JsonNode body = answer.json();
      if (body instanceof ObjectNode problem) {
        problem.remove("traceId");
      }
      String text = answer.status() + " " + headers + " " + body;
      for (String id : ids) {
        text = text.replace(id, "{id}");
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException("Not JSON: " + answer.text(), e);
    }
  }

  /** A service that is busy says nothing about rights, so it is asked again. */
  private Answer send(Call call) {
    return Awaitility.await("an answer that is neither 503 nor 429")
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> sendOnce(call), answer -> answer.status() != 503 && answer.status() != 429);
  }

  private Answer sendOnce(Call call) {
    try {
      return client.send(call);
    } catch (IOException e) {
      throw new UncheckedIOException(call.method() + " " + call.target() + " was not answered", e);
    }
  }
}
