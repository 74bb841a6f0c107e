package org.bihuan.acceptance.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.acceptance.api.KeepAliveConnection;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.StackFailure;

/**
 * P2: complaints as lines of one call against the same complaints in single calls, by one client
 * after the other and by 16 at once.
 */
final class BatchWork implements Work {

  private static final int AT_ONCE = 16;
  private static final double REACH = 5;
  private final Stack stack;
  private final Effort effort;
  private final int lines;
  private final List<String> notes;
  private final String token;
  private final SampleComplaints complaints = new SampleComplaints("bench-" + UUID.randomUUID());
  private final BatchCall batch;

  /**
   * @param lines of a call, at most 10 000
   * @param notes gets what a reader must know besides the figures
   */
  BatchWork(Stack stack, int lines, Effort effort, List<String> notes) {
    this.stack = stack;
    this.lines = lines;
    this.effort = effort;
    this.notes = notes;
    this.token = stack.token(Identity.of(Role.CHANNEL_CLERK).called("bench"));
    this.batch = new BatchCall(stack, token);
  }

  @Override
  public List<Figure> measure() throws IOException, InterruptedException {
    stack.dispatch().stop();
    stack.inspection().stop();
    notes.add(
        "P2: batches of %d lines, one after the other for at least %d s; single calls of the same complaints"
                .formatted(lines, effort.measured().toSeconds())
            + " without Idempotency-Key, by one connection and by %d; dispatch and inspection stopped"
                .formatted(AT_ONCE));
    single(AT_ONCE, effort.warmUp());
    batches(Duration.ZERO);
    List<Double> byLine = new ArrayList<>();
    List<Double> byOne = new ArrayList<>();
    List<Double> byMany = new ArrayList<>();
    for (int i = 0; i < effort.repeats(); i++) {
      byOne.add(single(1, effort.measured()));
      byLine.add(batches(effort.measured()));
      byMany.add(single(AT_ONCE, effort.measured()));
    }
    return List.of(
        new Figure(
            "P2",
            "lines a second, against one client's single calls",
            byLine,
            byOne,
            Figure.Reach.atLeast(REACH)),
        new Figure("P2", "  the same against single calls of " + AT_ONCE, byLine, byMany, null));
  }

  /** Single calls a second. */
  private double single(int connections, Duration duration) throws InterruptedException {
    ClosedLoop loop = new ClosedLoop(stack.intake().address(), connections);
    Timings timings = loop.run(duration, this::register);
    if (!loop.failures().isEmpty()) {
      throw new StackFailure("Complaints failed, the first: " + loop.failures().get(0));
    }
    return timings.perSecond();
  }

  private void register(KeepAliveConnection connection) throws IOException {
    KeepAliveConnection.Answer answer =
        connection.send("POST", "/api/v1/complaints", token, null, complaints.next().json());
    if (answer.status() != 201) {
      throw new IOException("POST /complaints answered " + answer.status() + " " + answer.text());
    }
  }

  /** Lines a second, of as many batches as it takes to fill the time; at least one. */
  private double batches(Duration duration) throws IOException, InterruptedException {
    long nanos = 0;
    long done = 0;
    do {
      // Written beforehand: a client has its lines already.
      String body =
          Stream.generate(() -> complaints.next().json())
              .limit(lines)
              .collect(Collectors.joining("\n"));
      long begin = System.nanoTime();
      batch.send(body, lines);
      done += lines;
      nanos += System.nanoTime() - begin;
    } while (nanos < duration.toNanos());
    return done * 1e9 / nanos;
  }
}
