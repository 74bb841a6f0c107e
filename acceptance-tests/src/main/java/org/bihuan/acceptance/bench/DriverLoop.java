package org.bihuan.acceptance.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.parts.Postgres;

/**
 * The PostgreSQL driver with prepared statements and nothing around it, where there is no pgbench.
 */
final class DriverLoop implements ReferenceInserts {

  private final Postgres postgres;
  private final String database;

  DriverLoop(Postgres postgres, String database) {
    this.postgres = postgres;
    this.database = database;
  }

  @Override
  public String name() {
    return "plain JDBC, prepared";
  }

  @Override
  public Timings run(int clients, Duration duration, List<List<String>> scripts)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      long begin = System.nanoTime();
      List<Future<long[]>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(pool.submit(() -> client(begin + duration.toNanos(), scripts)));
      }
      long[] all = new long[0];
      for (Future<long[]> client : running) {
        long[] some = client.get();
        all = LongStream.concat(Arrays.stream(all), Arrays.stream(some)).toArray();
      }
      return Timings.of(all, System.nanoTime() - begin);
    } catch (ExecutionException e) {
      throw new StackFailure("The reference failed: " + e.getCause().getMessage(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private long[] client(long end, List<List<String>> scripts) throws SQLException {
    LongStream.Builder took = LongStream.builder();
    try (Connection connection = postgres.connect(database)) {
      List<List<PreparedStatement>> prepared = new ArrayList<>();
      for (List<String> script : scripts) {
        List<PreparedStatement> statements = new ArrayList<>();
        for (String statement : script) {
          statements.add(connection.prepareStatement(statement));
        }
        prepared.add(statements);
      }
      connection.setAutoCommit(scripts.get(0).size() == 1);
      for (int turn = 0; System.nanoTime() < end; turn++) {
        long begin = System.nanoTime();
        for (PreparedStatement statement : prepared.get(turn % prepared.size())) {
          statement.executeUpdate();
        }
        if (!connection.getAutoCommit()) {
          connection.commit();
        }
        took.add(System.nanoTime() - begin);
      }
    }
    return took.build().toArray();
  }
}
