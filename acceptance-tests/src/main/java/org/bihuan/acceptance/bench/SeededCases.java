package org.bihuan.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.acceptance.api.Quiescence;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;

/**
 * A stack with so many lives behind it: two years of a district. A few dozen lives are lived over
 * HTTP, of every category, in every sub-district and in every state, and their rows are multiplied
 * by SQL. What is made stays under {@code .bihuan/} and is used again by later runs, which add what
 * they do while they measure.
 */
final class SeededCases {

  private static final int DAYS = 730;

  /** The serials before belong to the samples. */
  private static final int FIRST = 1_001;

  /** So many lives of all kinds are stored at a time: tables grow in the order of time. */
  private static final int AT_ONCE = 20_000;

  /** One life of so many is still under way, and these are the last that began. */
  private static final int UNDER_WAY = 200;

  /** One life of so many is of a unit that hardly ever has one. */
  private static final int SELDOM = 5_000;

  private static final int TEXT = 100;
  private static final int WORKERS = 4;
  private static final long MEGABYTE = 1024 * 1024;

  private final int lives;
  private final Layout layout;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  /**
   * @param root the checkout
   */
  SeededCases(Path root, int lives) {
    this.lives = lives;
    this.layout = new Layout(root, root.resolve(".bihuan").resolve("bench-lives-" + lives));
  }

  /**
   * A life to live: what it is about, where, and how far it goes.
   *
   * @param unit to which it is given by hand, or {@code null}
   */
  private record Plan(String category, String subdistrict, WholeLife.Stage stage, String unit) {}

  /** The samples of lives that are over, of those under way, and the one of a unit of few. */
  private record Samples(List<SampleLife> over, List<SampleLife> underWay, SampleLife seldom) {}

  /**
   * Starts the stack, after making the lives when they are not there yet, and returns when it has
   * nothing left to do.
   *
   * @param notes gets what is stored and what it took to make it
   */
  Stack start(List<String> notes) throws IOException, SQLException, InterruptedException {
    Path made = layout.directory().resolve("lives.txt");
    Stack stack =
        Files.exists(made)
            ? Stack.start(layout, Options.besideOthers())
            : Stack.startEmpty(layout, Options.besideOthers());
    try {
      if (!Files.exists(made)) {
        Files.writeString(made, make(stack));
      }
      Quiescence.awaitForNowIn(stack, LifeWork.REST_LIMIT);
      notes.add(Files.readString(made));
      return stack;
    } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
      stack.stop();
      throw e;
    }
  }

  private String make(Stack stack) throws IOException, SQLException, InterruptedException {
    long begin = System.nanoTime();
    Samples samples = live(stack);
    for (ServiceName service : ServiceName.values()) {
      stack.service(service).stop();
    }
    List<Callable<Void>> stores = new ArrayList<>();
    for (ServiceName service : ServiceName.values()) {
      stores.add(
          () -> {
            store(stack, service, samples);
            return null;
          });
    }
    all(stores);
    for (ServiceName service : ServiceName.values()) {
      stack.service(service).start();
    }
    Quiescence.awaitForNowIn(stack, LifeWork.REST_LIMIT);
    for (ServiceName service : ServiceName.values()) {
      try (Connection connection = stack.postgres().connect(service.database());
          Statement statement = connection.createStatement()) {
        statement.execute("vacuum (analyze)");
      }
    }
    return String.format(
        "%d lives stored on %s in %.1f min, %d MB; ledger not chained, texts of %d characters"
            + " repeat",
        lives,
        now.truncatedTo(ChronoUnit.SECONDS),
        (System.nanoTime() - begin) / 60e9,
        size(stack) / MEGABYTE,
        TEXT);
  }

  private Samples live(Stack stack) throws IOException, SQLException, InterruptedException {
    // Those that a rule gives to a unit.
    List<String> categories =
        texts(
            stack,
            ServiceName.DISPATCH,
            "select distinct category_code from routing_rule order by 1");
    List<String> subdistricts =
        texts(stack, ServiceName.INTAKE, "select code from subdistrict order by code");
    List<Plan> over = new ArrayList<>();
    for (int i = 0; i < subdistricts.size(); i++) {
      over.add(
          new Plan(
              categories.get(i % categories.size()),
              subdistricts.get(i),
              i % 6 == 5 ? WholeLife.Stage.WRITTEN_OFF_AFTER_REWORK : WholeLife.Stage.WRITTEN_OFF,
              null));
    }
    List<Plan> underWay = new ArrayList<>();
    int open = WholeLife.Stage.WRITTEN_OFF.ordinal();
    for (int i = 0; i < 2 * open; i++) {
      underWay.add(
          new Plan(
              categories.get(i % categories.size()),
              subdistricts.get(i * 2 % subdistricts.size()),
              WholeLife.Stage.values()[i % open],
              null));
    }
    List<Callable<List<UUID>>> work = new ArrayList<>();
    List<Plan> seldom =
        List.of(
            new Plan(
                "OTHER",
                subdistricts.get(0),
                WholeLife.Stage.WRITTEN_OFF,
                Question.IDLE_UNIT.unit().orElseThrow()));
    for (List<Plan> plans : List.of(over, underWay, seldom)) {
      int share = (plans.size() + WORKERS - 1) / WORKERS;
      for (int from = 0; from < plans.size(); from += share) {
        List<Plan> some = plans.subList(from, Math.min(plans.size(), from + share));
        work.add(() -> live(stack, some));
      }
    }
    List<UUID> problems = all(work).stream().flatMap(List::stream).toList();
    Quiescence.awaitForNowIn(stack, LifeWork.REST_LIMIT);
    List<SampleLife> samples = new ArrayList<>();
    for (UUID problem : problems) {
      samples.add(new SampleLife(stack.postgres(), problem));
    }
    int end = over.size() + underWay.size();
    return new Samples(
        samples.subList(0, over.size()), samples.subList(over.size(), end), samples.get(end));
  }

  private static List<UUID> live(Stack stack, List<Plan> plans) throws IOException {
    SampleComplaints complaints = new SampleComplaints("life-" + UUID.randomUUID(), TEXT);
    List<UUID> problems = new ArrayList<>();
    try (WholeLife life = new WholeLife(stack)) {
      for (Plan plan : plans) {
        String complaint = complaints.next(plan.category(), plan.subdistrict()).json();
        problems.add(UUID.fromString(life.until(plan.stage(), plan.unit(), complaint).problemId()));
      }
    }
    return problems;
  }

  private void store(Stack stack, ServiceName service, Samples samples) throws SQLException {
    BulkLoad.beforeIndexes(
        stack,
        service,
        statement -> {
          int firstUnderWay = FIRST + lives - lives / UNDER_WAY;
          storeLives(statement, service, samples.over(), FIRST, firstUnderWay);
          storeLives(statement, service, samples.underWay(), firstUnderWay, FIRST + lives);
          store(
              statement,
              service,
              samples.seldom(),
              lives(SELDOM, FIRST + lives, SELDOM, "number >= " + FIRST));
          moveOn(statement, service);
        });
  }

  private void storeLives(
      Statement statement, ServiceName service, List<SampleLife> samples, int from, int to)
      throws SQLException {
    for (int part = from; part < to; part += AT_ONCE) {
      int end = Math.min(to, part + AT_ONCE);
      for (int i = 0; i < samples.size(); i++) {
        String some = lives(part + i, end, samples.size(), "number % " + SELDOM + " <> 0");
        store(statement, service, samples.get(i), some);
      }
    }
  }

  private static void store(
      Statement statement, ServiceName service, SampleLife sample, String lives)
      throws SQLException {
    for (String insert : sample.statements(service, lives)) {
      statement.execute(insert);
    }
  }

  /** Every {@code step}th life, evenly over the time. */
  private String lives(int from, int to, int step, String condition) {
    long begin = now.minus(Duration.ofDays(DAYS)).toEpochMilli();
    return SampleLife.lives(
        "generate_series(%d::bigint, %d, %d) as number where %s"
            .formatted(from, to - 1, step, condition),
        begin
            + " + (number - "
            + FIRST
            + ") * "
            + Duration.ofDays(DAYS).toMillis()
            + " / "
            + lives);
  }

  /** What numbers the next life, as if these lives had taken theirs one by one. */
  private void moveOn(Statement statement, ServiceName service) throws SQLException {
    int last = FIRST + lives;
    if (service == ServiceName.INTAKE) {
      statement.execute(
          "select setval('problem_serial', "
              + last
              + "), setval('complaint_serial', "
              + last
              + ")");
      long sealed = (last + 1L) * SampleLife.PLACES;
      statement.execute("update ledger_head set sequence = " + sealed);
      statement.execute("update search_head set sequence = " + sealed);
    } else if (service == ServiceName.DISPATCH) {
      statement.execute("update order_serial set last = " + last);
    }
  }

  private static long size(Stack stack) throws SQLException {
    long bytes = 0;
    for (ServiceName service : ServiceName.values()) {
      bytes +=
          Long.parseLong(
              texts(stack, service, "select pg_database_size(current_database())").get(0));
    }
    return bytes;
  }

  /** The first column of a query's rows. */
  private static List<String> texts(Stack stack, ServiceName service, String query)
      throws SQLException {
    return new Databases(stack.postgres()).read(service, query, row -> row.getString(1));
  }

  /** Does all of it at once. */
  private static <T> List<T> all(List<Callable<T>> work) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(WORKERS);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> one : pool.invokeAll(work)) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new StackFailure(
          "The lives cannot be made: " + e.getCause().getMessage(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
