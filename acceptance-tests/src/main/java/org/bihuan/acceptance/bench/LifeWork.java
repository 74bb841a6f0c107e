package org.bihuan.acceptance.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.bihuan.acceptance.api.Quiescence;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.StackFailure;

/**
 * P5: whole lives a second on a district with much behind it, beside one with little behind it. A
 * life is seven steps from the complaint to the write-off and five reads; before the next step its
 * person looks again and again whether the service before has told.
 */
final class LifeWork implements Work {

  /** People at work at once. */
  private static final int PEOPLE = 8;

  private static final double REACH = 0.9;

  /** How long a stack may take until it has nothing left to do. */
  static final Duration REST_LIMIT = Duration.ofMinutes(15);

  private final Stack few;
  private final Stack many;
  private final Effort effort;

  /**
   * @param few the reference
   */
  LifeWork(Stack few, Stack many, Effort effort) {
    this.few = few;
    this.many = many;
    this.effort = effort;
  }

  @Override
  public List<Figure> measure() throws InterruptedException {
    live(few, effort.warmUp());
    live(many, effort.warmUp());
    List<Timings> reference = new ArrayList<>();
    List<Timings> measured = new ArrayList<>();
    for (int i = 0; i < effort.repeats(); i++) {
      reference.add(live(few, effort.measured()));
      measured.add(live(many, effort.measured()));
    }
    return List.of(
        new Figure(
            "P5",
            "whole lives a second, " + PEOPLE + " at once",
            measured.stream().map(Timings::perSecond).toList(),
            reference.stream().map(Timings::perSecond).toList(),
            Figure.Reach.atLeast(REACH)),
        new Figure(
            "P5",
            "  a life, p50, ms",
            measured.stream().map(timings -> timings.millis(50)).toList(),
            reference.stream().map(timings -> timings.millis(50)).toList(),
            null),
        new Figure(
            "P5",
            "  a life, p99, ms",
            measured.stream().map(timings -> timings.millis(99)).toList(),
            reference.stream().map(timings -> timings.millis(99)).toList(),
            null));
  }

  /** Lives as many lives as fit into the time; those begun are lived to their end. */
  static Timings live(Stack stack, Duration duration) throws InterruptedException {
    SampleComplaints complaints = new SampleComplaints("lived-" + UUID.randomUUID());
    ExecutorService pool = Executors.newFixedThreadPool(PEOPLE);
    try {
      Quiescence.awaitForNowIn(stack, REST_LIMIT);
      long begin = System.nanoTime();
      List<Future<long[]>> people = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        people.add(pool.submit(() -> person(stack, complaints, begin + duration.toNanos())));
      }
      LongStream all = LongStream.empty();
      for (Future<long[]> person : people) {
        all = LongStream.concat(all, LongStream.of(person.get()));
      }
      return Timings.of(all.toArray(), System.nanoTime() - begin);
    } catch (ExecutionException e) {
      throw new StackFailure("A life was broken off: " + e.getCause().getMessage(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static long[] person(Stack stack, SampleComplaints complaints, long end)
      throws IOException {
    LongStream.Builder took = LongStream.builder();
    try (WholeLife life = new WholeLife(stack)) {
      while (System.nanoTime() < end) {
        long begin = System.nanoTime();
        life.readFive(life.until(WholeLife.Stage.WRITTEN_OFF, null, complaints.next().json()));
        took.add(System.nanoTime() - begin);
      }
    }
    return took.build().toArray();
  }
}
