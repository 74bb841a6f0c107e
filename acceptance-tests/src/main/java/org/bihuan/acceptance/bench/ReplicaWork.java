package org.bihuan.acceptance.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.Part;
import org.bihuan.localstack.parts.ServiceProcess;

/**
 * R1: how fast one, two and three replicas of dispatch make order items of problems that wait on
 * the topic, which of them does how much, and which part has the processors meanwhile.
 */
final class ReplicaWork implements Work {

  private static final int MOST_REPLICAS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration STEP = Duration.ofMillis(50);
  private static final String APPLIED = "bihuan_inbox_applied_total{";

  private final Stack stack;
  private final Effort effort;
  private final int backlog;
  private final List<String> notes;
  private final Databases databases;
  private final BatchCall batch;
  private final SampleComplaints complaints =
      new SampleComplaints("replicas-" + UUID.randomUUID(), 100);

  /**
   * @param stack an empty one
   * @param backlog how many problems wait, at most 10 000
   * @param notes gets shares and processors
   */
  ReplicaWork(Stack stack, int backlog, Effort effort, List<String> notes) {
    this.stack = stack;
    this.effort = effort;
    this.backlog = backlog;
    this.notes = notes;
    this.databases = new Databases(stack.postgres());
    this.batch = new BatchCall(stack, stack.token(Identity.of(Role.CHANNEL_CLERK).called("bench")));
  }

  @Override
  public List<Figure> measure() throws IOException, SQLException, InterruptedException {
    stack.inspection().stop();
    List<ServiceProcess> replicas =
        Stream.concat(
                Stream.of(stack.dispatch()),
                IntStream.rangeClosed(2, MOST_REPLICAS)
                    .mapToObj(number -> stack.copyOf(ServiceName.DISPATCH, number, Map.of())))
            .toList();
    try {
      List<List<Double>> rates = new ArrayList<>();
      for (int running = 1; running <= MOST_REPLICAS; running++) {
        List<ServiceProcess> readers = replicas.subList(0, running);
        readers.get(running - 1).start();
        // What a reader has not compiled yet is no measure of it.
        drain(readers, false);
        List<Double> rate = new ArrayList<>();
        for (int i = 0; i < effort.repeats(); i++) {
          rate.add(drain(readers, i == 0));
        }
        rates.add(rate);
      }
      return List.of(
          new Figure("R1", "items a second, one replica", rates.get(0), List.of(), null),
          new Figure("R1", "  two replicas, against one", rates.get(1), rates.get(0), null),
          new Figure("R1", "  three replicas, against one", rates.get(2), rates.get(0), null));
    } finally {
      replicas.subList(1, MOST_REPLICAS).forEach(Part::stop);
    }
  }

  /** Items a second, from the first to the last. */
  private double drain(List<ServiceProcess> readers, boolean noted)
      throws IOException, SQLException, InterruptedException {
    long before = items();
    try (Connection holder = stack.postgres().connect(ServiceName.DISPATCH.database());
        Statement lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      // They wait at their first event, and remain members of their group.
      lock.execute("lock table inbox in exclusive mode");
      batch.send(
          Stream.generate(() -> complaints.next().json())
              .limit(backlog)
              .collect(Collectors.joining("\n")),
          backlog);
      await("everything is on the topic")
          .atMost(PATIENCE)
          .until(() -> databases.count(ServiceName.INTAKE, "outbox") == 0);
      holder.rollback();
    }
    await("the first item").atMost(PATIENCE).pollInterval(STEP).until(() -> items() > before);
    Map<String, Double> processors = processorSeconds(readers);
    List<Double> applied = applied(readers);
    long begin = System.nanoTime();
    long first = items();
    await("the last item")
        .atMost(PATIENCE)
        .pollInterval(STEP)
        .until(() -> items() == before + backlog);
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (noted) {
      note(readers, seconds, processors, applied);
    }
    return (before + backlog - first) / seconds;
  }

  private void note(
      List<ServiceProcess> readers,
      double seconds,
      Map<String, Double> processorsBefore,
      List<Double> appliedBefore)
      throws IOException {
    List<Double> applied = applied(readers);
    double all = 0;
    for (int i = 0; i < applied.size(); i++) {
      all += applied.get(i) - appliedBefore.get(i);
    }
    List<String> shares = new ArrayList<>();
    for (int i = 0; i < applied.size(); i++) {
      shares.add("%.0f %%".formatted(100 * (applied.get(i) - appliedBefore.get(i)) / all));
    }
    List<String> processors =
        processorSeconds(readers).entrySet().stream()
            .map(
                part ->
                    "%s %.2f"
                        .formatted(
                            part.getKey(),
                            (part.getValue() - processorsBefore.get(part.getKey())) / seconds))
            .toList();
    notes.add(
        "R1: %d replicas: shares of the events %s; processors of %d used by %s"
            .formatted(
                readers.size(),
                String.join(", ", shares),
                Runtime.getRuntime().availableProcessors(),
                String.join(", ", processors)));
  }

  private long items() throws SQLException {
    return databases.count(ServiceName.DISPATCH, "order_item");
  }

  private List<Double> applied(List<ServiceProcess> readers) throws IOException {
    Client client = new Client(stack);
    List<Double> applied = new ArrayList<>();
    for (ServiceProcess reader : readers) {
      applied.add(
          client
              .send(reader.address(), Call.of(ServiceName.DISPATCH, "GET", "/q/metrics", null))
              .text()
              .lines()
              .filter(line -> line.startsWith(APPLIED))
              .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
              .sum());
    }
    return applied;
  }

  /** By parts; all replicas are one. */
  private Map<String, Double> processorSeconds(List<ServiceProcess> readers) {
    Map<String, Double> seconds = new TreeMap<>();
    seconds.put("dispatch", seconds(readers));
    seconds.put("intake", seconds(List.of(stack.intake())));
    seconds.put("kafka", seconds(stack.brokers()));
    seconds.put("postgres", seconds(stack.databases()));
    return seconds;
  }

  /** Connections live as long as the measurement, so none of PostgreSQL's children is missed. */
  private static double seconds(List<? extends Part> parts) {
    return parts.stream()
        .flatMap(part -> part.pid().flatMap(ProcessHandle::of).stream())
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .mapToDouble(
            process -> process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3)
        .sum();
  }
}
