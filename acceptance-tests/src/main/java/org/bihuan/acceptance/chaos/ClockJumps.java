package org.bihuan.acceptance.chaos;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.bihuan.acceptance.api.Answer;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.acceptance.api.Login;
import org.bihuan.acceptance.api.Quiescence;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.ServiceProcess;

/**
 * Runs dispatch with a clock that is seven days ahead, which is seven days of downtime as far as
 * limits go, and then with one that is an hour behind. Each open item must be told yellow and red
 * once, by the first, and never again; one that is issued by the second is told yellow by its clock
 * and red after it, by the right one.
 */
final class ClockJumps {

  private static final int COPY_OF_THE_SERVICE = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration BEHIND = Duration.ofHours(1);

  private static final String COMPLAINT =
      """
      {"channel": "HOTLINE_12319", "categoryCode": "%s", "text": "示例路 1 号有问题, 请处理 %s",
       "location": {"address": "示例路 1 号", "subdistrictCode": "370203021"}}
      """;

  /** Its moment is the service's own, to be held against the moment of the database. */
  private static final String WARNED_BEHIND =
      "select count(*) from order_item i join item_history h on h.item_id = i.id where"
          + " i.problem_id = ? and h.action = 'WARN' and h.at < now() - interval '59 minutes'";

  /** Where Debian's package libfaketime has it, by architecture. */
  private static final List<Path> USUAL_PLACES =
      Stream.of("x86_64", "aarch64")
          .map(machine -> Path.of("/usr/lib/" + machine + "-linux-gnu/faketime/libfaketime.so.1"))
          .toList();

  private final Stack stack;
  private final Path library;
  private final Databases databases;

  ClockJumps(Stack stack, Path library) {
    this.stack = stack;
    this.library = library;
    this.databases = new Databases(stack.postgres());
  }

  /** The library that deceives programs about the time, where the machine has it. */
  static Optional<Path> library() {
    return USUAL_PLACES.stream().filter(Files::exists).findFirst();
  }

  /**
   * What was seen.
   *
   * @param items open items whose limit passed by the jump
   * @param took from the service being up until all of them were yellow and red
   * @param wrong items told more or less often than once, or not by the clock behind
   */
  record Result(int items, Duration took, List<String> wrong) {}

  Result run() throws SQLException, IOException {
    List<UUID> problems =
        new ArrayList<>(
            databases.read(
                ServiceName.DISPATCH,
                "select problem_id from order_item where next_attention_at is not null"
                    + " and order_id is not null",
                row -> row.getObject(1, UUID.class)));
    int jumped = problems.size();
    stack.dispatch().stop();
    ServiceProcess ahead = copy("+7d");
    ahead.start();
    long begin = System.nanoTime();
    await("all limits have passed")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                databases.count(
                        ServiceName.DISPATCH, "order_item where next_attention_at is not null")
                    == 0);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    ahead.stop();
    ServiceProcess behind = copy("-1h");
    behind.start();
    UUID late = complainOfWhatLapses(behind);
    problems.add(late);
    boolean warnedByTheClockBehind = awaitWarning(late);
    behind.stop();
    stack.dispatch().start();
    Quiescence.awaitIn(stack, PATIENCE);
    List<String> wrong = wrong(problems);
    if (!warnedByTheClockBehind) {
      wrong.add(late + " was not told yellow by the clock that is behind");
    }
    return new Result(jumped, took, wrong);
  }

  /** The limit of a minute that holds already begins later than the clock behind shows. */
  private UUID complainOfWhatLapses(ServiceProcess behind) throws IOException {
    ChaosRun.shortenLimits(stack, behind.address(), BEHIND);
    Call complaint =
        Call.of(
                ServiceName.INTAKE,
                "POST",
                "/api/v1/complaints",
                COMPLAINT.formatted(ComplaintStream.LAPSING_CATEGORY, UUID.randomUUID()))
            .with("Idempotency-Key", UUID.randomUUID().toString())
            .as(Login.token(stack.token(Identity.of(Role.CHANNEL_CLERK))));
    Answer answer = new Client(stack).send(complaint);
    if (!answer.isSuccess()) {
      throw new IllegalStateException("No complaint: " + answer.text());
    }
    return UUID.fromString(answer.json().path("problemId").asText());
  }

  private boolean awaitWarning(UUID problem) {
    try {
      await("an item is warned of")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .until(
              () ->
                  databases
                      .read(ServiceName.DISPATCH, WARNED_BEHIND, row -> row.getLong(1), problem)
                      .equals(List.of(1L)));
      return true;
    } catch (ConditionTimeoutException e) {
      // The reckoning says so, and what else is wrong.
      return false;
    }
  }

  private ServiceProcess copy(String jump) {
    return stack.copyOf(
        ServiceName.DISPATCH,
        COPY_OF_THE_SERVICE,
        Map.of(
            "LD_PRELOAD",
            library.toString(),
            "FAKETIME",
            jump,
            // What only measures time goes on as it is.
            "FAKETIME_DONT_FAKE_MONOTONIC",
            "1"));
  }

  private List<String> wrong(List<UUID> problems) throws SQLException {
    Map<String, Integer> told = new HashMap<>();
    databases
        .read(
            ServiceName.DISPATCH,
            "select i.problem_id || ' ' || h.action from order_item i join item_history h on"
                + " h.item_id = i.id",
            row -> row.getString(1))
        .forEach(one -> told.merge(one, 1, Integer::sum));
    databases
        .read(
            ServiceName.INTAKE,
            "select problem_id || ' ' || kind from ledger_entry where kind like 'dispatch.%'",
            row -> row.getString(1))
        .forEach(one -> told.merge(one, 1, Integer::sum));
    List<String> wrong = new ArrayList<>();
    for (UUID problem : problems) {
      for (String step :
          List.of("WARN", "MARK_OVERDUE", "dispatch.item-warned.v1", "dispatch.item-overdue.v1")) {
        int times = told.getOrDefault(problem + " " + step, 0);
        if (times != 1) {
          wrong.add(problem + " " + step + " " + times + " times");
        }
      }
    }
    return wrong;
  }
}
