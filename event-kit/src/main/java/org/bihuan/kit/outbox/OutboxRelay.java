package org.bihuan.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox in the order in which it was written, a batch in one transaction of the
 * broker, and removes its rows only after that.
 *
 * <p>Two relays at once would lose the order of a key, so one of all replicas is active: the one
 * that holds a session advisory lock. The others ask for the lock again and again; it falls free
 * with the connection of its holder. A holder that has not noticed yet is shut out by the broker as
 * soon as its successor opens a producer: what it still has under way is never committed.
 */
@ApplicationScoped
public class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final String LEADERSHIP = "select pg_try_advisory_lock(hashtext('outbox-relay'))";

  private static final int VALIDATION_SECONDS = 1;

  private final AgroalDataSource dataSource;
  private final OutboxTable table;
  private final EventProducer producers;
  private final Topics topics;
  private final OutboxConfig config;
  private final Counter published;
  private final Semaphore news = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "outbox-relay");
  private volatile boolean stopping;
  private volatile String state = "starting";

  OutboxRelay(
      AgroalDataSource dataSource,
      OutboxTable table,
      EventProducer producers,
      Topics topics,
      OutboxConfig config,
      MeterRegistry metrics) {
    this.dataSource = dataSource;
    this.table = table;
    this.producers = producers;
    this.topics = topics;
    this.config = config;
    this.published = metrics.counter("bihuan.outbox.published");
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    news.release();
    thread.join(config.stopTimeout().toMillis());
    thread.interrupt();
  }

  /**
   * In a word, for the health page: {@code starting}, {@code standby}, {@code active} or {@code
   * retrying}.
   */
  String state() {
    return state;
  }

  /** Says that something was committed. Cheap, may be called from any thread. */
  void wake() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  private void run() {
    while (!stopping) {
      try {
        lead();
      } catch (SQLException | ExecutionException | RuntimeException e) {
        state = "retrying";
        if (isFenced(e)) {
          LOG.warn("Another replica publishes now, nothing is lost");
        } else {
          LOG.warnf("Publishing pauses, nothing is lost: %s", e);
        }
        await(config.retryPause());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void lead() throws SQLException, ExecutionException, InterruptedException {
    try (Connection connection = dataSource.getConnection()) {
      if (!isLeader(connection)) {
        state = "standby";
        await(config.retryPause());
        return;
      }
      try {
        topics.ensure();
        publishUntilStopped(connection);
      } finally {
        release(connection);
      }
    }
  }

  private void publishUntilStopped(Connection connection)
      throws SQLException, ExecutionException, InterruptedException {
    KafkaProducer<byte[], byte[]> producer = producers.open();
    state = "active";
    try {
      Duration pause = config.poll();
      while (!stopping) {
        int told = publish(connection, producer);
        // While nothing happens, less and less often: only events of other replicas come
        // unannounced.
        pause = told > 0 ? config.poll() : shorter(pause.multipliedBy(2), config.restingPoll());
        if (told < config.batch()) {
          await(pause);
        }
      }
    } finally {
      // What is not committed is still in the table, so nothing is waited for. An open transaction
      // is ended by the next producer.
      producer.close(Duration.ZERO);
    }
  }

  private static boolean isLeader(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LEADERSHIP);
        ResultSet result = statement.executeQuery()) {
      return result.next() && result.getBoolean(1);
    }
  }

  /** The connection goes back to a pool, where a kept lock would block every later leader. */
  private static void release(Connection connection) throws SQLException {
    if (connection.isValid(VALIDATION_SECONDS)) {
      try (PreparedStatement statement =
          connection.prepareStatement("select pg_advisory_unlock(hashtext('outbox-relay'))")) {
        statement.execute();
      }
    }
  }

  private int publish(Connection connection, KafkaProducer<byte[], byte[]> producer)
      throws SQLException, ExecutionException, InterruptedException {
    List<OutboxTable.Row> rows = table.oldest(connection, config.batch());
    if (rows.isEmpty()) {
      return 0;
    }
    producer.beginTransaction();
    send(connection, producer, rows);
    producer.commitTransaction();
    table.remove(connection, rows);
    published.increment(rows.size());
    return rows.size();
  }

  private void send(
      Connection connection, KafkaProducer<byte[], byte[]> producer, List<OutboxTable.Row> rows)
      throws SQLException, ExecutionException, InterruptedException {
    List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(rows.size());
    for (OutboxTable.Row row : rows) {
      Future<RecordMetadata> acknowledgement = producer.send(producers.record(row.event()));
      if (acknowledgement.isDone()) {
        // Not taken: the batch fails as a whole, so what follows need not be sent.
        acknowledgement.get();
      }
      acknowledgements.add(acknowledgement);
    }
    for (Future<RecordMetadata> acknowledgement : acknowledgements) {
      waitFor(connection, acknowledgement);
    }
  }

  /** As long as the broker takes and the lock is held, but not without saying so. */
  private void waitFor(Connection connection, Future<RecordMetadata> acknowledgement)
      throws SQLException, ExecutionException, InterruptedException {
    while (true) {
      try {
        acknowledgement.get(config.retryPause().toMillis(), TimeUnit.MILLISECONDS);
        state = "active";
        return;
      } catch (TimeoutException late) {
        state = "retrying";
        if (!connection.isValid(VALIDATION_SECONDS)) {
          throw new SQLException("the session that held the relay's lock has ended");
        }
      }
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static boolean isFenced(Throwable failure) {
    return Stream.of(failure, failure.getCause())
        .anyMatch(
            e ->
                e instanceof ProducerFencedException || e instanceof InvalidProducerEpochException);
  }

  private void await(Duration pause) {
    try {
      if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
