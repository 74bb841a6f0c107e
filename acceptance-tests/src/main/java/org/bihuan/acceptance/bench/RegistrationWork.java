package org.bihuan.acceptance.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.acceptance.api.KeepAliveConnection;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.layout.Waiting;

/**
 * P1: complaints over HTTP against the INSERTs that each of them needs, on the same server and with
 * the same durability.
 */
final class RegistrationWork implements Work {

  private static final String REFERENCE = "reference";
  private static final List<String> MUST_BE_ON =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  /** As the product writes when it has much to do: so many complaints and transactions at once. */
  private static final int TOGETHER = 32;

  private static final int WRITERS = 2;

  private static final Duration RELAY_LIMIT = Duration.ofMinutes(10);

  /** How far a row of the reference may be from the product's row in size. */
  private static final double SIZE_TOLERANCE = 0.05;

  private final Stack stack;
  private final Effort effort;
  private final List<String> notes;
  private final String token;
  private final String run = "bench-" + UUID.randomUUID();
  private final SampleComplaints complaints = new SampleComplaints(run);

  /**
   * @param notes gets what a reader must know besides the figures
   */
  RegistrationWork(Stack stack, Effort effort, List<String> notes) {
    this.stack = stack;
    this.effort = effort;
    this.notes = notes;
    this.token = stack.token(Identity.of(Role.CHANNEL_CLERK).called("bench"));
  }

  /** What the repetitions at one number of connections made. */
  private record Series(
      List<Timings> product,
      List<Timings> inserts,
      List<Timings> oneStatement,
      List<Timings> together) {
    Series() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  @Override
  public List<Figure> measure() throws IOException, SQLException, InterruptedException {
    stack.dispatch().stop();
    stack.inspection().stop();
    AcceptedComplaint accepted = acceptOne();
    copyDatabase();
    return compare(accepted, reference());
  }

  private List<Figure> compare(AcceptedComplaint accepted, ReferenceInserts reference)
      throws IOException, SQLException, InterruptedException {
    notes.add(
        "P1: "
            + requireDurability()
            + "; dispatch and inspection stopped, broker, relay, sealer running");
    notes.add(
        "P1: the reference is "
            + reference.name()
            + " with "
            + accepted.contents()
            + " a transaction");
    List<List<String>> inserts = SampleComplaints.TEXTS.stream().map(accepted::statements).toList();
    List<List<String>> oneStatement = oneStatement(accepted, 1);
    List<List<String>> together = oneStatement(accepted, TOGETHER);
    List<Figure> figures = new ArrayList<>();
    send(effort.connections().get(0), effort.warmUp());
    for (int connections : effort.connections()) {
      Series series = new Series();
      for (int i = 0; i < effort.repeats(); i++) {
        settle();
        series.inserts().add(reference.run(connections, effort.measured(), inserts));
        settle();
        series.product().add(send(connections, effort.measured()));
        settle();
        series.oneStatement().add(reference.run(connections, effort.measured(), oneStatement));
        settle();
        series.together().add(reference.run(WRITERS, effort.measured(), together));
      }
      figures.addAll(figures(connections, series));
    }
    requireSameSizes();
    return figures;
  }

  private static List<List<String>> oneStatement(AcceptedComplaint accepted, int complaints) {
    return SampleComplaints.TEXTS.stream()
        .map(text -> List.of(accepted.oneStatement(text, complaints)))
        .toList();
  }

  private List<Figure> figures(int connections, Series series) {
    boolean many = connections > 16;
    return List.of(
        new Figure(
            "P1",
            "complaints a second at " + connections,
            rates(series.product()),
            rates(series.inserts()),
            Figure.Reach.atLeast(many ? 4 : 1.5)),
        new Figure(
            "P1",
            "  the same against one statement for all rows",
            rates(series.product()),
            rates(series.oneStatement()),
            null),
        new Figure(
            "P1",
            "  the same against the server alone, " + TOGETHER + " in one statement",
            rates(series.product()),
            rates(series.together()).stream().map(rate -> rate * TOGETHER).toList(),
            null),
        new Figure(
            "P1",
            "  p50 at " + connections + ", ms",
            millis(series.product(), 50),
            millis(series.inserts(), 50),
            null),
        new Figure(
            "P1",
            "  p99 at " + connections + ", ms",
            millis(series.product(), 99),
            millis(series.inserts(), 99),
            Figure.Reach.atMost(many ? 1 : 3)));
  }

  private static List<Double> rates(List<Timings> runs) {
    return runs.stream().map(Timings::perSecond).toList();
  }

  private static List<Double> millis(List<Timings> runs, double percent) {
    return runs.stream().map(timings -> timings.millis(percent)).toList();
  }

  /** Sends complaints and makes sure that as many are stored as were answered with 201. */
  private Timings send(int connections, Duration duration)
      throws SQLException, InterruptedException {
    long before = stored();
    ClosedLoop loop = new ClosedLoop(stack.intake().address(), connections);
    Timings timings = loop.run(duration, this::register);
    if (!loop.failures().isEmpty()) {
      throw new StackFailure(
          loop.failures().size() + " complaints failed, the first: " + loop.failures().get(0));
    }
    long stored = stored() - before;
    if (stored != timings.sortedNanos().length) {
      throw new StackFailure(
          timings.sortedNanos().length + " complaints were answered, " + stored + " are stored.");
    }
    return timings;
  }

  private void register(KeepAliveConnection connection) throws IOException {
    SampleComplaints.Sample sample = complaints.next();
    KeepAliveConnection.Answer answer =
        connection.send("POST", "/api/v1/complaints", token, sample.sourceRef(), sample.json());
    if (answer.status() != 201) {
      throw new IOException("POST /complaints answered " + answer.status() + " " + answer.text());
    }
  }

  /** Registers one complaint while no event can leave, so that all that was stored can be read. */
  private AcceptedComplaint acceptOne() throws IOException, SQLException {
    stack.broker().pause();
    try (KeepAliveConnection connection = new KeepAliveConnection(stack.intake().address());
        Connection intake = stack.postgres().connect(ServiceName.INTAKE.database())) {
      SampleComplaints.Sample sample = complaints.next();
      KeepAliveConnection.Answer answer =
          connection.send("POST", "/api/v1/complaints", token, sample.sourceRef(), sample.json());
      if (answer.status() != 201) {
        throw new StackFailure("The sample was answered " + answer.status() + " " + answer.text());
      }
      return new AcceptedComplaint(intake, sample.sourceRef());
    } finally {
      stack.broker().resume();
    }
  }

  /** PostgreSQL copies a database only while nobody uses it. */
  private void copyDatabase() throws SQLException {
    stack.intake().stop();
    execute("postgres", "drop database if exists " + REFERENCE);
    execute(
        "postgres", "create database " + REFERENCE + " template " + ServiceName.INTAKE.database());
    stack.intake().start();
  }

  private ReferenceInserts reference() {
    return Pgbench.find(stack.postgres(), REFERENCE, effort.scratch())
        .orElseGet(() -> new DriverLoop(stack.postgres(), REFERENCE));
  }

  /** What one run left to do is done before the next begins, in both databases alike. */
  private void settle() throws SQLException {
    awaitNone("select count(*) from outbox");
    awaitNone("select count(*) from ledger_entry where sequence is null");
    for (String database : List.of(ServiceName.INTAKE.database(), REFERENCE)) {
      execute(database, "vacuum (analyze)");
    }
    execute(REFERENCE, "truncate outbox");
    execute(REFERENCE, "checkpoint");
  }

  private void awaitNone(String count) {
    if (!Waiting.until(() -> nothingOf(count), RELAY_LIMIT)) {
      throw new StackFailure("After " + RELAY_LIMIT + " there is still something: " + count);
    }
  }

  private boolean nothingOf(String count) {
    try {
      return number(ServiceName.INTAKE.database(), count) == 0;
    } catch (SQLException e) {
      throw new StackFailure("Cannot read what is left to do: " + e.getMessage(), e);
    }
  }

  private String requireDurability() throws SQLException {
    for (String database : List.of(ServiceName.INTAKE.database(), REFERENCE)) {
      for (String setting : MUST_BE_ON) {
        String value = text(database, "select current_setting('" + setting + "')");
        if (!"on".equals(value)) {
          throw new StackFailure(setting + " is " + value + " in " + database + ".");
        }
      }
    }
    return String.join(", ", MUST_BE_ON) + " on in both databases";
  }

  /** A reference that stores less would be no reference. */
  private void requireSameSizes() throws SQLException {
    for (String table : List.of("problem", "complaint", "stored_answer")) {
      String size =
          "select avg(pg_column_size(t.*)) from (select * from "
              + table
              + " order by ctid desc limit 1000) t";
      double product = real(ServiceName.INTAKE.database(), size);
      double reference = real(REFERENCE, size);
      if (Math.abs(reference / product - 1) > SIZE_TOLERANCE) {
        throw new StackFailure(
            "A row of " + table + " has " + product + " bytes, in the reference " + reference);
      }
    }
  }

  private long stored() throws SQLException {
    return number(
        ServiceName.INTAKE.database(),
        "select count(*) from complaint where source_ref like '" + run + "-%'");
  }

  private long number(String database, String query) throws SQLException {
    return Long.parseLong(text(database, query));
  }

  private double real(String database, String query) throws SQLException {
    return Double.parseDouble(text(database, query));
  }

  private String text(String database, String query) throws SQLException {
    try (Connection connection = stack.postgres().connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private void execute(String database, String command) throws SQLException {
    try (Connection connection = stack.postgres().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
