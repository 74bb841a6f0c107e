package org.bihuan.kit.batching;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bihuan.kit.refusal.DatabaseFailure;
import org.bihuan.kit.refusal.Overloaded;

/**
 * Group commit: requests that wait at the same time share one transaction, so that the disk is
 * waited for once for all of them (ADR 0014). Each is answered only after that commit. A lone
 * request waits for nobody.
 *
 * @param <T> a request
 * @param <R> its result
 */
public final class GroupCommit<T, R> {

  private static final long LOOK_FOR_STOP_MILLIS = 100;

  private final String name;
  private final Limits limits;
  private final Function<List<T>, List<R>> transaction;
  private final BlockingQueue<Waiting<T, R>> queue;
  private final List<Thread> writers;
  private volatile boolean stopping;
  private volatile boolean stopped;

  /**
   * @param name of the writers' threads; {@code <name>-overloaded} is the code of the refusal when
   *     the queue is full
   * @param transaction applies a group of requests in one transaction, all or none, and returns
   *     their results in the same order
   */
  public GroupCommit(String name, Limits limits, Function<List<T>, List<R>> transaction) {
    this.name = name;
    this.limits = limits;
    this.transaction = transaction;
    this.queue = new ArrayBlockingQueue<>(limits.capacity());
    this.writers =
        IntStream.rangeClosed(1, limits.writers())
            .mapToObj(number -> new Thread(this::run, name + "-" + number))
            .toList();
  }

  /**
   * Bounds of the queue.
   *
   * @param capacity most requests that wait; one more is refused with 503
   * @param writers transactions under way at once: while one waits for the disk, the next fills
   * @param batchSize most requests in one transaction
   */
  public record Limits(int capacity, int writers, int batchSize) {}

  private record Waiting<T, R>(T request, CompletableFuture<R> result) {}

  public void start() {
    writers.forEach(Thread::start);
  }

  /** Refuses what comes from now on, commits what still waits, then returns. */
  public void stop() throws InterruptedException {
    stopping = true;
    for (Thread writer : writers) {
      writer.join();
    }
    stopped = true;
    for (Waiting<T, R> late = queue.poll(); late != null; late = queue.poll()) {
      late.result().completeExceptionally(overloaded());
    }
  }

  /**
   * Hands a request in.
   *
   * @return its result, after the commit; fails when the transaction failed
   * @throws Overloaded when too many wait already, or it stops; nothing of the request was stored
   */
  public CompletionStage<R> submit(T request) {
    Waiting<T, R> one = new Waiting<>(request, new CompletableFuture<>());
    if (stopping || !queue.offer(one)) {
      throw overloaded();
    }
    return takenBackIfLate(one);
  }

  /**
   * The same from who has much to hand in and rather waits for room than is refused.
   *
   * @throws Overloaded when it stops; nothing of the request was stored
   * @throws InterruptedException when the thread is stopped while it waits; nothing of the request
   *     was stored
   */
  public CompletionStage<R> submitWhenThereIsRoom(T request) throws InterruptedException {
    Waiting<T, R> one = new Waiting<>(request, new CompletableFuture<>());
    if (stopping) {
      throw overloaded();
    }
    queue.put(one);
    return takenBackIfLate(one);
  }

  /** What came into the queue when the last writer had gone would wait for ever. */
  private CompletionStage<R> takenBackIfLate(Waiting<T, R> one) {
    if (stopped && queue.remove(one)) {
      throw overloaded();
    }
    return one.result();
  }

  private Overloaded overloaded() {
    return new Overloaded(name + "-overloaded");
  }

  private void run() {
    List<Waiting<T, R>> group = new ArrayList<>(limits.batchSize());
    try {
      while (!stopping || !queue.isEmpty()) {
        Waiting<T, R> first = queue.poll(LOOK_FOR_STOP_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          queue.drainTo(group, limits.batchSize() - 1);
          commit(group);
          group.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Waiting<T, R>> group) {
    List<R> results;
    try {
      results = transaction.apply(group.stream().map(Waiting::request).toList());
    } catch (Throwable failure) {
      // Whatever it was, those who wait are told and the writer goes on.
      failed(group, failure);
      return;
    }
    for (int i = 0; i < group.size(); i++) {
      group.get(i).result().complete(results.get(i));
    }
  }

  /**
   * One bad request rolled its whole group back, so each is tried alone and the bad one fails
   * alone. Not so when the database went away: the commit may have happened, and only the sender's
   * key can tell.
   */
  private void failed(List<Waiting<T, R>> group, Throwable failure) {
    if (group.size() == 1 || DatabaseFailure.isAway(failure)) {
      group.forEach(one -> one.result().completeExceptionally(failure));
    } else {
      group.forEach(one -> commit(List.of(one)));
    }
  }
}
