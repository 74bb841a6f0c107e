package org.bihuan.acceptance.demo;

import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.bihuan.localstack.layout.StackFailure;

/** Does the same for each of many, several at a time, and tells how long it took. */
final class Workers {

  private final int count;
  private final DemoTally tally;

  /**
   * @param count how many are done at the same time
   */
  Workers(int count, DemoTally tally) {
    this.count = count;
    this.tally = tally;
  }

  /** Returns when all are done; what went wrong with one keeps no other from being done. */
  <T> void each(String what, Collection<T> all, Consumer<T> doing) {
    each(what, all, count, doing);
  }

  /** The same one after the other, where the order shows in numbers that are given. */
  <T> void inOrder(String what, Collection<T> all, Consumer<T> doing) {
    each(what, all, 1, doing);
  }

  private <T> void each(String what, Collection<T> all, int atOnce, Consumer<T> doing) {
    long begin = System.nanoTime();
    Iterator<T> left = all.iterator();
    CountDownLatch ended = new CountDownLatch(atOnce);
    for (int worker = 1; worker <= atOnce; worker++) {
      new Thread(() -> work(what, left, doing, ended), "demo-" + worker).start();
    }
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while filling the stack.", e);
    }
    System.out.printf("%-40s%6d%7.1f s%n", what, all.size(), (System.nanoTime() - begin) / 1e9);
  }

  private <T> void work(String what, Iterator<T> left, Consumer<T> doing, CountDownLatch ended) {
    try {
      while (true) {
        T one;
        synchronized (left) {
          if (!left.hasNext()) {
            return;
          }
          one = left.next();
        }
        attempt(what, one, doing);
      }
    } finally {
      ended.countDown();
    }
  }

  private <T> void attempt(String what, T one, Consumer<T> doing) {
    try {
      doing.accept(one);
    } catch (NotDone e) {
      // On the tally already; the next one may go well.
    } catch (RuntimeException e) {
      tally.failed(what, e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
    }
  }
}
