package org.bihuan.acceptance.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.acceptance.api.District;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.ServiceProcess;

/**
 * P6: of very many open items a tenth falls due within one minute, while two replicas of dispatch
 * watch and one of them is killed in the middle. A few items are lived over HTTP until they are
 * yellow, one of them with a unit that helps, and their rows are multiplied by SQL. Intake and
 * inspection are stopped: they know nothing of these items, and would take the cores.
 */
final class DueWork implements Work {

  private static final int SAMPLES = 10;

  /** Its limit is the one of {@link #POLICY}. */
  private static final String CATEGORY = "SANITATION";

  /** The serials before belong to the samples. */
  private static final int FIRST = 1_001;

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final double REACH_SECONDS = 60;
  private static final Duration LEAST_LEAD = Duration.ofSeconds(15);
  private static final int STORED_A_SECOND = 1_000;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration WARNING = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Yellow after 36 seconds, red after an hour: the samples are read in between. */
  private static final String POLICY =
      """
      {"deadlineClass": "GENERAL", "limit": "PT1H", "warnAt": 0.01, "reworkShare": 1, "validFrom": "%s"}
      """;

  private static final String SAMPLES_TO_WARN =
      """
      (select item_id from item_history where action = 'WARN'
       union all select item_id from item_history where action = 'WARN_TASK') warnings
      """;

  private final Stack stack;
  private final Databases databases;
  private final int open;
  private final int due;
  private final List<String> notes;

  /**
   * @param stack an empty one
   * @param open how many items are open, of which a tenth falls due
   * @param notes gets what a reader must know
   */
  DueWork(Stack stack, int open, List<String> notes) {
    this.stack = stack;
    this.databases = new Databases(stack.postgres());
    this.open = open;
    this.due = open / 10;
    this.notes = notes;
  }

  @Override
  public List<Figure> measure() throws IOException, SQLException {
    List<SampleLife> samples = live();
    for (ServiceName service : ServiceName.values()) {
      stack.service(service).stop();
    }
    storeTheRest(samples);
    ServiceProcess other = stack.copyOf(ServiceName.DISPATCH, 2, Map.of());
    try {
      stack.dispatch().start();
      other.start();
      List<Figure> figures = new ArrayList<>(new IdleSweeps(databases).measure(IDLE));
      figures.addAll(fallDue(samples));
      return figures;
    } finally {
      other.stop();
    }
  }

  private List<SampleLife> live() throws IOException, SQLException {
    List<UUID> problems = new ArrayList<>();
    SampleComplaints complaints = new SampleComplaints("due-" + UUID.randomUUID(), 100);
    try (WholeLife life = new WholeLife(stack);
        Connections connections = new Connections(stack)) {
      connections.open(ServiceName.DISPATCH);
      Instant valid = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
      connections.post(
          Identity.of(Role.ADMIN),
          ServiceName.DISPATCH,
          "/api/v1/sla-policies",
          POLICY.formatted(valid));
      await().until(() -> Instant.now().isAfter(valid));
      for (int i = 1; i < SAMPLES; i++) {
        problems.add(
            problem(
                life.until(WholeLife.Stage.ACKNOWLEDGED, null, complaints.next(CATEGORY).json())));
      }
      WholeLife.Lived shared =
          life.until(WholeLife.Stage.ISSUED, null, complaints.next(CATEGORY).json());
      share(connections, shared);
      problems.add(problem(shared));
    }
    await("the samples are yellow")
        .atMost(WARNING)
        .until(() -> databases.count(ServiceName.DISPATCH, SAMPLES_TO_WARN) == SAMPLES + 1);
    List<SampleLife> samples = new ArrayList<>();
    for (UUID problem : problems) {
      samples.add(new SampleLife(stack.postgres(), problem));
    }
    return samples;
  }

  private static UUID problem(WholeLife.Lived lived) {
    return UUID.fromString(lived.problemId());
  }

  /** Puts it on another order, on which a second unit helps. */
  private static void share(Connections connections, WholeLife.Lived lived) throws IOException {
    connections.post(
        Identity.of(Role.SPECIAL_TEAM),
        ServiceName.DISPATCH,
        "/api/v1/orders",
        District.orderOf(lived.problemId()));
    connections.post(
        Identity.of(Role.UNIT_HANDLER).ofUnit(District.UNIT),
        ServiceName.DISPATCH,
        "/api/v1/order-items/" + lived.itemId() + "/acknowledgement",
        "{\"responsiblePerson\": \"王某\"}");
  }

  /** Due long after this is measured, and begun before. */
  private void storeTheRest(List<SampleLife> samples) throws SQLException {
    Instant from = Instant.now().plus(Duration.ofMinutes(25));
    long begin = System.nanoTime();
    BulkLoad.beforeIndexes(
        stack,
        ServiceName.DISPATCH,
        statement -> {
          for (String insert :
              inserts(samples, FIRST + due, open - due, from, Duration.ofMinutes(30))) {
            statement.execute(insert);
          }
          statement.execute("update order_serial set last = " + (FIRST + open));
        });
    BulkLoad.into(
        stack, ServiceName.DISPATCH, statement -> statement.execute("vacuum (freeze, analyze)"));
    notes.add(
        "P6: %d open items stored in %.0f s, one of %d with the task of a second unit; intake and inspection stopped"
            .formatted(open - due, (System.nanoTime() - begin) / 1e9, SAMPLES));
  }

  /** Items due evenly over a time. */
  private static List<String> inserts(
      List<SampleLife> samples, int first, int count, Instant from, Duration over) {
    List<String> inserts = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      SampleLife sample = samples.get(i);
      long began = from.minus(sample.untilDue()).toEpochMilli();
      inserts.addAll(
          sample.statements(
              ServiceName.DISPATCH,
              SampleLife.lives(
                  "generate_series(%d::bigint, %d, %d) as number"
                      .formatted(first + i, first + count - 1, samples.size()),
                  "%d + (number - %d) * %d / %d".formatted(began, first, over.toMillis(), count))));
    }
    return inserts;
  }

  private List<Figure> fallDue(List<SampleLife> samples) throws SQLException {
    Instant from =
        Instant.now()
            .truncatedTo(ChronoUnit.SECONDS)
            .plus(LEAST_LEAD)
            .plusSeconds(due / STORED_A_SECOND);
    Instant to = from.plus(WINDOW);
    BulkLoad.into(
        stack,
        ServiceName.DISPATCH,
        statement -> {
          for (String insert : inserts(samples, FIRST, due, from, WINDOW)) {
            statement.execute(insert);
          }
        });
    if (Instant.now().isAfter(from)) {
      notes.add("P6: the items due were stored only after the first of them fell due");
    }
    Instant middle = from.plus(WINDOW.dividedBy(2));
    await().atMost(PATIENCE).until(() -> Instant.now().isAfter(middle));
    stack.dispatch().kill();
    notes.add(
        "P6: one replica killed %d s after the first limit; %d items were flagged by then"
            .formatted(
                Duration.between(from, Instant.now()).toSeconds(),
                databases.count(
                    ServiceName.DISPATCH, "item_history where action = 'MARK_OVERDUE'")));
    Flagging flagging = new Flagging(stack, due, due / SAMPLES, Timestamp.from(to.plusSeconds(5)));
    double flagged = flagging.secondsUntilAllAreFlagged(to, PATIENCE);
    double told = flagging.secondsUntilAllAreTold(to, PATIENCE);
    return flagging.figures(flagged, told, REACH_SECONDS);
  }
}
