package org.bihuan.kit.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bihuan.kit.outbox.Topics;
import org.bihuan.kit.refusal.DatabaseFailure;
import org.bihuan.kit.tracing.Trace;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The one poll loop of a service. A batch is applied in one transaction and its offsets are
 * committed after it; when the batch fails its events are applied one by one, so that only the one
 * at fault becomes a dead letter. While the database is away nothing is judged: the loop goes back
 * to the first event not yet applied and tries again. Where the event to be read next is gone,
 * nothing is skipped in silence: the partition is not read until an operator decides.
 */
@ApplicationScoped
class InboxLoop {

  private static final Logger LOG = Logger.getLogger(InboxLoop.class);

  private final Inbox inbox;
  private final InboxProgress progress;
  private final Topics topics;
  private final Map<String, Object> kafka;
  private final InboxConfig config;
  private final String application;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "inbox");
  private volatile KafkaConsumer<byte[], byte[]> consumer;

  InboxLoop(
      Inbox inbox,
      InboxProgress progress,
      Topics topics,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      InboxConfig config,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.inbox = inbox;
    this.progress = progress;
    this.topics = topics;
    this.kafka = kafka;
    this.config = config;
    this.application = application;
  }

  void start(@Observes StartupEvent event) {
    if (!inbox.topics().isEmpty()) {
      // Its figures are there from now on, also when the broker is not.
      progress.closed();
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stop.countDown();
    KafkaConsumer<byte[], byte[]> reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
    thread.join(Duration.ofSeconds(10).toMillis());
  }

  private boolean stopping() {
    return stop.getCount() == 0;
  }

  private void run() {
    while (!stopping()) {
      try {
        topics.ensure();
        read();
      } catch (WakeupException e) {
        // Only a stop wakes the consumer; the condition of the loop sees it.
        continue;
      } catch (RuntimeException | ExecutionException e) {
        // Whatever it was, a service that stops listening would be worse than one that tries again.
        LOG.warnf("Reading pauses, nothing is lost: %s", e);
        pause();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void read() {
    try (KafkaConsumer<byte[], byte[]> reading = open()) {
      consumer = reading;
      progress.opened(reading);
      reading.subscribe(inbox.topics());
      while (!stopping()) {
        ConsumerRecords<byte[], byte[]> records = poll(reading);
        if (applied(reading, records)) {
          progress.cameRound(reading);
        } else {
          progress.wentBack(reading);
          pause();
        }
      }
    } finally {
      consumer = null;
      progress.closed();
    }
  }

  /**
   * What has come, and nothing where the group has no place to read on from: a partition that it
   * has never read begins at its first event, one whose next event is gone is not read.
   */
  private ConsumerRecords<byte[], byte[]> poll(KafkaConsumer<byte[], byte[]> reading) {
    try {
      return reading.poll(Duration.ofSeconds(1));
    } catch (NoOffsetForPartitionException e) {
      LOG.infof("Reading begins with the first event of %s", e.partitions());
      begin(reading, e.partitions());
    } catch (OffsetOutOfRangeException e) {
      Map<TopicPartition, Long> gone = e.offsetOutOfRangePartitions();
      if (config.skipLost()) {
        LOG.warnf("Events are lost, reading goes on with the first there is, as told: %s", gone);
        begin(reading, gone.keySet());
      } else {
        LOG.errorf(
            "Events are lost, these partitions are not read until somebody decides"
                + " (bihuan.inbox.skip-lost): %s",
            gone);
        reading.pause(gone.keySet());
        progress.lost(gone);
      }
    }
    return ConsumerRecords.empty();
  }

  /** Committed at once: what is deleted before it is read must be missed from now on. */
  private static void begin(
      KafkaConsumer<byte[], byte[]> reading, Collection<TopicPartition> partitions) {
    reading.seekToBeginning(partitions);
    Map<TopicPartition, OffsetAndMetadata> first = new HashMap<>();
    for (TopicPartition partition : partitions) {
      first.put(partition, new OffsetAndMetadata(reading.position(partition)));
    }
    reading.commitSync(first);
  }

  /** False when the database is away: what is not applied yet comes again. */
  private boolean applied(
      KafkaConsumer<byte[], byte[]> reading, ConsumerRecords<byte[], byte[]> records) {
    if (records.isEmpty()) {
      // Ends of transactions and batches given up are passed over, but are no event to apply.
      if (!records.nextOffsets().isEmpty()) {
        reading.commitSync();
      }
      return true;
    }
    List<ReceivedEvent> batch = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      batch.add(ReceivedEvent.of(record));
    }
    if (applied(batch)) {
      reading.commitSync();
      return true;
    }
    for (int i = 0; i < batch.size(); i++) {
      if (!settled(batch.get(i))) {
        goBack(reading, batch.subList(i, batch.size()));
        return false;
      }
    }
    reading.commitSync();
    return true;
  }

  /** The whole batch in one transaction; a failure is not yet anybody's fault. */
  private boolean applied(List<ReceivedEvent> batch) {
    try {
      inbox.applyTogether(batch);
      return true;
    } catch (RuntimeException e) {
      LOG.debugf("A batch of %d goes one by one: %s", batch.size(), e);
      return false;
    }
  }

  /**
   * One event, applied or buried. False when the database is away, so that the event must come
   * again.
   */
  private boolean settled(ReceivedEvent received) {
    RuntimeException failure = null;
    for (int attempt = 1; attempt <= config.attempts(); attempt++) {
      try {
        inbox.applyTogether(List.of(received));
        return true;
      } catch (Poison e) {
        failure = e;
        break;
      } catch (RuntimeException e) {
        if (DatabaseFailure.isAway(e)) {
          LOG.warnf("Reading pauses, nothing is lost: %s", e.getMessage());
          return false;
        }
        failure = e;
      }
    }
    RuntimeException last = failure;
    return Trace.of(received.traceparent()).wrapSupplier(() -> buried(received, last)).get();
  }

  private boolean buried(ReceivedEvent received, RuntimeException failure) {
    String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    LOG.errorf(
        failure,
        "Dead letter: %s %s at %s-%d@%d",
        received.type(),
        received.id(),
        received.topic(),
        received.partition(),
        received.offset());
    try {
      inbox.bury(received, reason);
      return true;
    } catch (RuntimeException e) {
      LOG.warnf("A dead letter could not be kept, it comes again: %s", e.getMessage());
      return false;
    }
  }

  /** Commits what was applied and makes the next poll start at the first event that was not. */
  private static void goBack(KafkaConsumer<byte[], byte[]> reading, List<ReceivedEvent> rest) {
    Map<TopicPartition, Long> first = new HashMap<>();
    for (ReceivedEvent received : rest) {
      first.putIfAbsent(
          new TopicPartition(received.topic(), received.partition()), received.offset());
    }
    first.forEach(reading::seek);
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    for (TopicPartition partition : reading.assignment()) {
      positions.put(partition, new OffsetAndMetadata(reading.position(partition)));
    }
    reading.commitSync(positions);
  }

  private void pause() {
    try {
      if (stop.await(config.retryPause().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("Stopping");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private KafkaConsumer<byte[], byte[]> open() {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, application);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // A batch that its writer gave up comes again in a later one.
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batch());
    // A killed reader keeps its partitions until its session ends; the usual 45 s delay every item.
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
