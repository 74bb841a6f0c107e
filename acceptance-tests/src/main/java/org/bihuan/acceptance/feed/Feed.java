package org.bihuan.acceptance.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bihuan.acceptance.api.Answer;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Client;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;

/** Sends the lines of a file to intake, several at a time, and keeps the tally. */
final class Feed {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long SHOW_MILLIS = 250;
  private static final Identity CLERK = Identity.of(Role.CHANNEL_CLERK).called("feed");

  private final Client client;
  private final FeedTally tally = new FeedTally();
  private final CountDownLatch stopped = new CountDownLatch(1);

  Feed(Client client) {
    this.client = client;
  }

  FeedTally tally() {
    return tally;
  }

  /** Lets what is on its way be answered and sends no more. */
  void stop() {
    stopped.countDown();
  }

  boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /**
   * Sends until the file ends or {@link #stop} is called.
   *
   * @param limit lines at most
   * @param concurrency requests under way at the same time
   * @param show is called several times a second
   */
  void run(Path file, long limit, int concurrency, Consumer<FeedTally> show)
      throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(concurrency);
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      LineSource lines = new LineSource(reader, limit);
      for (int worker = 1; worker <= concurrency; worker++) {
        new Thread(() -> send(lines, ended), "feed-" + worker).start();
      }
      while (!ended.await(SHOW_MILLIS, TimeUnit.MILLISECONDS)) {
        show.accept(tally);
      }
      show.accept(tally);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private void send(LineSource lines, CountDownLatch ended) {
    try {
      for (Optional<String> line = lines.next();
          line.isPresent() && !isStopped();
          line = lines.next()) {
        Optional<HotlineCall> call = HotlineCall.parse(line.get());
        if (call.isPresent()) {
          send(call.get());
        } else {
          tally.unreadable();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private void send(HotlineCall call) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Duration pause = FIRST_PAUSE;
    boolean outcomeUnknown = false;
    String last;
    do {
      Duration wait = pause;
      try {
        Answer answer =
            client.send(
                Call.of(ServiceName.INTAKE, "POST", "/api/v1/complaints", call.body())
                    .with("Idempotency-Key", call.idempotencyKey())
                    .as(client.login(CLERK)));
        if (!answer.mayBeRetried()) {
          tally.settled(answer, outcomeUnknown);
          return;
        }
        last = answer.status() + " " + answer.code();
        wait = answer.retryAfter().orElse(pause);
      } catch (IOException e) {
        last = e.getClass().getSimpleName();
      }
      outcomeUnknown = true;
      pause = longer(pause);
      stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } while (!isStopped() && System.nanoTime() < end);
    tally.unanswered(call.id(), last);
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  /** Hands out the lines of one file to several threads. */
  private static final class LineSource {
    private final BufferedReader reader;
    private long left;

    LineSource(BufferedReader reader, long limit) {
      this.reader = reader;
      this.left = limit;
    }

    synchronized Optional<String> next() {
      if (left == 0) {
        return Optional.empty();
      }
      left--;
      try {
        return Optional.ofNullable(reader.readLine());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
