package org.bihuan.kit.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;

/**
 * How the poll loop gets on, told by the loop itself after each round, for metrics and health. What
 * it tells of the broker is what the consumer already knows: nobody is asked.
 */
@ApplicationScoped
class InboxProgress {

  /**
   * Under load the loop comes round hundreds of times a second; the lag is looked at less often.
   */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Duration stalledAfter;
  private final Map<String, Long> lag = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> lost = new ConcurrentHashMap<>();
  private volatile long lastRound = System.nanoTime();

  /** Of the open consumer; null while there is none. */
  private volatile Metric connections;

  private long lagNoted;

  InboxProgress(Inbox inbox, InboxConfig config, MeterRegistry metrics) {
    this.stalledAfter = config.stalledAfter();
    for (String topic : inbox.topics()) {
      Gauge.builder("bihuan.inbox.lag", this, progress -> progress.lag(topic))
          .tag("topic", topic)
          .description("Events of the replica's partitions that it has not applied yet")
          .register(metrics);
    }
    Gauge.builder("bihuan.inbox.lost.partitions", lost, Map::size)
        .description("Partitions that are not read, since the event to be read next is gone")
        .register(metrics);
    Gauge.builder("bihuan.inbox.stalled", this, InboxProgress::secondsSinceLastRound)
        .baseUnit("seconds")
        .description("Time since the poll loop last came round with broker and database there")
        .register(metrics);
  }

  /** A consumer is open; it has no connection yet. */
  void opened(KafkaConsumer<?, ?> reading) {
    connections =
        reading.metrics().entrySet().stream()
            .filter(metric -> isConnectionCount(metric.getKey()))
            .map(Map.Entry::getValue)
            .findAny()
            .orElseThrow();
    lagNoted = System.nanoTime();
  }

  /** The loop came round: what was polled is applied and committed. */
  void cameRound(KafkaConsumer<?, ?> reading) {
    if (isConnected()) {
      lastRound = System.nanoTime();
    }
    if (!lost.isEmpty()) {
      lost.keySet().retainAll(reading.assignment());
    }
    noteLag(reading);
  }

  /** Partitions that are not read any more, each with the offset that is not there. */
  void lost(Map<TopicPartition, Long> gone) {
    lost.putAll(gone);
  }

  /** The same as {@code topic-partition@offset}, in their order; empty when all are read. */
  String lost() {
    return lost.entrySet().stream()
        .map(gone -> gone.getKey() + "@" + gone.getValue())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** The loop goes back, since something was away. */
  void wentBack(KafkaConsumer<?, ?> reading) {
    noteLag(reading);
  }

  /** Nothing is read until the next consumer is open. */
  void closed() {
    connections = null;
    lag.clear();
    lost.clear();
  }

  /**
   * An idle consumer still fetches, so it has a connection whenever there is a broker. Looked up
   * when asked for: without a broker the loop may wait long for its offsets to be committed.
   */
  boolean isConnected() {
    Metric count = connections;
    return count != null && ((Number) count.metricValue()).doubleValue() > 0;
  }

  boolean isStalled() {
    return secondsSinceLastRound() > stalledAfter.toSeconds();
  }

  double secondsSinceLastRound() {
    return (System.nanoTime() - lastRound) / 1e9;
  }

  /** Events not applied yet, of all topics; of partitions not known yet there are none. */
  long lag() {
    return lag.values().stream().mapToLong(Long::longValue).sum();
  }

  /** 0 of a topic of which the replica has no partition; NaN while nobody knows. */
  private double lag(String topic) {
    return connections == null ? Double.NaN : lag.getOrDefault(topic, 0L);
  }

  private static boolean isConnectionCount(MetricName name) {
    return name.name().equals("connection-count") && name.group().equals("consumer-metrics");
  }

  private void noteLag(KafkaConsumer<?, ?> reading) {
    if (System.nanoTime() - lagNoted < PAUSE.toNanos()) {
      return;
    }
    lagNoted = System.nanoTime();
    Map<String, Long> sums = new HashMap<>();
    for (TopicPartition partition : reading.assignment()) {
      OptionalLong behind = reading.currentLag(partition);
      sums.merge(partition.topic(), behind.orElse(0), Long::sum);
    }
    lag.keySet().retainAll(sums.keySet());
    lag.putAll(sums);
  }
}
