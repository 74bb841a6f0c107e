package org.bihuan.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bihuan.acceptance.api.KeepAliveConnection;
import org.bihuan.acceptance.api.Quiescence;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;

/**
 * P9: how soon everything is there, and how much memory a service takes while it works. What {@code
 * ./bihuan up} does before it starts the first part is timed as {@code ./bihuan up --help}; the
 * start of the parts is the same one, on free ports.
 */
final class StartWork implements Work {

  private static final double REACH_SECONDS = 20;
  private static final double REACH_MEGABYTES = 300;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double KILOBYTES_PER_MEGABYTE = 1024;
  private static final String MOST_MEMORY = "VmHWM:";

  private final Layout layout;
  private final Effort effort;
  private final List<Double> first = new ArrayList<>();
  private final List<Double> again = new ArrayList<>();
  private final Map<ServiceName, List<Double>> memory = new EnumMap<>(ServiceName.class);

  /**
   * @param layout of a stack that is emptied
   */
  StartWork(Layout layout, Effort effort) {
    this.layout = layout;
    this.effort = effort;
    for (ServiceName service : ServiceName.values()) {
      memory.put(service, new ArrayList<>());
    }
  }

  @Override
  public List<Figure> measure() throws IOException, InterruptedException {
    // What is promised begins with everything built.
    script();
    for (int i = 0; i < effort.repeats(); i++) {
      double script = script();
      start(script, first, () -> Stack.startEmpty(layout, Options.besideOthers())).stop();
      try (Stack stack = start(script, again, () -> Stack.start(layout, Options.besideOthers()))) {
        LifeWork.live(stack, effort.warmUp());
        complain(stack);
        for (ServiceName service : ServiceName.values()) {
          memory.get(service).add(megabytes(stack.service(service).pid().orElseThrow()));
        }
      }
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(figure("everything ready, s, for the first time", first, REACH_SECONDS));
    figures.add(figure("everything ready, s, with the data of before", again, REACH_SECONDS));
    memory.forEach(
        (service, megabytes) ->
            figures.add(
                figure("most memory of " + service.module() + ", MB", megabytes, REACH_MEGABYTES)));
    return figures;
  }

  private void complain(Stack stack) throws InterruptedException {
    SampleComplaints complaints = new SampleComplaints("memory-" + UUID.randomUUID());
    String token = stack.token(Identity.of(Role.CHANNEL_CLERK));
    ClosedLoop loop = new ClosedLoop(stack.intake().address(), effort.connections().get(0));
    loop.run(
        effort.measured(),
        connection -> {
          SampleComplaints.Sample sample = complaints.next();
          KeepAliveConnection.Answer answer =
              connection.send("POST", "/api/v1/complaints", token, null, sample.json());
          if (answer.status() != 201) {
            throw new IOException("A complaint was answered " + answer.status());
          }
        });
    if (!loop.failures().isEmpty()) {
      throw new StackFailure("Under load: " + loop.failures().get(0));
    }
    Quiescence.awaitForNowIn(stack, LifeWork.REST_LIMIT);
  }

  private static Figure figure(String what, List<Double> measured, double most) {
    return new Figure("P9", what, measured, List.of(), Figure.Reach.atMost(most));
  }

  private static Stack start(double before, List<Double> seconds, Supplier<Stack> start) {
    long begin = System.nanoTime();
    Stack stack = start.get();
    seconds.add(before + (System.nanoTime() - begin) / NANOS_PER_SECOND);
    return stack;
  }

  /** Looks for Java and for a need to build, and starts the launcher, as every {@code up} does. */
  private double script() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    int code =
        new ProcessBuilder(layout.root().resolve("bihuan").toString(), "up", "--help")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (code != 0) {
      throw new StackFailure("'bihuan up --help' ended with " + code + ".");
    }
    return (System.nanoTime() - begin) / NANOS_PER_SECOND;
  }

  private static double megabytes(long process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
        .filter(line -> line.startsWith(MOST_MEMORY))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_PER_MEGABYTE)
        .findFirst()
        .orElseThrow();
  }
}
