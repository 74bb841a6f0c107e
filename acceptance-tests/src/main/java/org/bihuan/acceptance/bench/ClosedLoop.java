package org.bihuan.acceptance.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bihuan.acceptance.api.KeepAliveConnection;

/**
 * As many clients as there are connections, each sending its next request as soon as the last one
 * is answered.
 */
final class ClosedLoop {

  private final String origin;
  private final int connections;
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  ClosedLoop(String origin, int connections) {
    this.origin = origin;
    this.connections = connections;
  }

  /** One request with its answer. */
  @FunctionalInterface
  interface Exchange {
    /**
     * @throws IOException when the answer is not the one that was to come; the message says what
     *     came
     */
    void over(KeepAliveConnection connection) throws IOException;
  }

  /** Does it over and over for so long; only what went well is timed. */
  Timings run(Duration duration, Exchange exchange) throws InterruptedException {
    long begin = System.nanoTime();
    long end = begin + duration.toNanos();
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      clients.add(new Client(exchange, end));
    }
    clients.forEach(Thread::start);
    for (Client client : clients) {
      client.join();
    }
    long[] all = clients.stream().flatMapToLong(client -> Arrays.stream(client.nanos())).toArray();
    return Timings.of(all, System.nanoTime() - begin);
  }

  /** Why exchanges failed, one line each. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  private final class Client extends Thread {
    private final Exchange exchange;
    private final long end;
    private long[] nanos = new long[1 << 12];
    private int done;

    Client(Exchange exchange, long end) {
      this.exchange = exchange;
      this.end = end;
    }

    long[] nanos() {
      return Arrays.copyOf(nanos, done);
    }

    @Override
    public void run() {
      while (System.nanoTime() < end) {
        try (KeepAliveConnection connection = new KeepAliveConnection(origin)) {
          while (System.nanoTime() < end) {
            long sent = System.nanoTime();
            exchange.over(connection);
            note(System.nanoTime() - sent);
          }
        } catch (IOException e) {
          // The connection's state is unknown now; the next request gets a new one.
          failures.add(String.valueOf(e.getMessage()));
        }
      }
    }

    private void note(long took) {
      if (done == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * done);
      }
      nanos[done++] = took;
    }
  }
}
