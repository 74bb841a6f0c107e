package org.bihuan.intake.registration;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bihuan.intake.registration.RegistrationBatch.Outcome;
import org.bihuan.kit.refusal.DatabaseFailure;
import org.bihuan.kit.refusal.Overloaded;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Complaints that wait to be written: those that wait together go into one transaction, so that the
 * disk is waited for once for all of them (ADR 0014). Each is answered only after that commit. A
 * lone complaint waits for nobody.
 */
@ApplicationScoped
class RegistrationQueue {

  private static final long LOOK_FOR_STOP_MILLIS = 100;

  private final RegistrationBatch batch;
  private final MeterRegistry metrics;
  private final int together;
  private final BlockingQueue<Waiting> waiting;
  private final List<Thread> writers;
  private volatile boolean stopping;

  /**
   * @param capacity most complaints that wait; one more is refused with 503
   * @param writers transactions under way at once: while one waits for the disk, the next fills
   * @param together most complaints in one transaction
   */
  RegistrationQueue(
      RegistrationBatch batch,
      MeterRegistry metrics,
      @ConfigProperty(name = "bihuan.registration.queue", defaultValue = "1000") int capacity,
      @ConfigProperty(name = "bihuan.registration.writers", defaultValue = "2") int writers,
      @ConfigProperty(name = "bihuan.registration.together", defaultValue = "64") int together) {
    this.batch = batch;
    this.metrics = metrics;
    this.together = together;
    this.waiting = new ArrayBlockingQueue<>(capacity);
    this.writers =
        IntStream.rangeClosed(1, writers)
            .mapToObj(number -> new Thread(this::run, "registration-" + number))
            .toList();
  }

  private record Waiting(Arrival arrival, CompletableFuture<Outcome> outcome) {}

  void start(@Observes StartupEvent event) {
    writers.forEach(Thread::start);
  }

  /** Writes what still waits; requests have ended by now. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    for (Thread writer : writers) {
      writer.join();
    }
  }

  /**
   * Takes an arrival to be written.
   *
   * @return what became of it, after the commit; fails when the database failed
   * @throws Overloaded when too many wait already
   */
  CompletionStage<Outcome> submit(Arrival arrival) {
    Waiting one = new Waiting(arrival, new CompletableFuture<>());
    if (!waiting.offer(one)) {
      throw new Overloaded("registration-overloaded");
    }
    return one.outcome();
  }

  private void run() {
    List<Waiting> group = new ArrayList<>(together);
    try {
      while (!stopping || !waiting.isEmpty()) {
        Waiting first = waiting.poll(LOOK_FOR_STOP_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          waiting.drainTo(group, together - 1);
          write(group);
          group.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(List<Waiting> group) {
    List<Outcome> outcomes;
    try {
      outcomes = batch.write(group.stream().map(Waiting::arrival).toList());
    } catch (Throwable failure) {
      // Whatever it was, those who wait are told and the writer goes on.
      failed(group, failure);
      return;
    }
    for (int i = 0; i < group.size(); i++) {
      group.get(i).outcome().complete(outcomes.get(i));
      count(group.get(i).arrival(), outcomes.get(i));
    }
  }

  private void count(Arrival arrival, Outcome outcome) {
    if (outcome instanceof Outcome.Registered registered && registered.isNew()) {
      metrics
          .counter("bihuan.complaints.registered", "channel", arrival.sent().channel())
          .increment();
    }
  }

  /**
   * One bad complaint rolled its whole group back, so each is tried alone and the bad one fails
   * alone. Not so when the database went away: the commit may have happened, and only the sender's
   * key or number can tell.
   */
  private void failed(List<Waiting> group, Throwable failure) {
    if (group.size() == 1 || DatabaseFailure.isAway(failure)) {
      group.forEach(one -> one.outcome().completeExceptionally(failure));
    } else {
      group.forEach(one -> write(List.of(one)));
    }
  }
}
