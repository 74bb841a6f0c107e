package org.bihuan.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jboss.logging.Logger;

/**
 * How many partitions of the topics lack copies, as metrics and for health. A timer asks the
 * brokers, so that a scrape costs nothing; every replica of every service shows the same figures.
 * They are NaN while nobody knows.
 */
@ApplicationScoped
class TopicCopies {

  private static final Logger LOG = Logger.getLogger(TopicCopies.class);

  private final Topics topics;

  /** {@code null} before the first look. */
  private Admin admin;

  /** {@code null} while nobody knows. */
  private volatile Figures figures;

  /**
   * Partitions of all topics of the catalogue and of the dead letters.
   *
   * @param underReplicated of which a copy is away or behind
   * @param underMinInSync of which so many are that the brokers take nothing for it
   */
  record Figures(long underReplicated, long underMinInSync) {}

  TopicCopies(Topics topics, MeterRegistry metrics) {
    this.topics = topics;
    Gauge.builder("bihuan.topics.under.replicated", this, TopicCopies::underReplicated)
        .baseUnit("partitions")
        .description("Partitions of which a copy is away or behind")
        .register(metrics);
    Gauge.builder("bihuan.topics.under.min.in.sync", this, TopicCopies::underMinInSync)
        .baseUnit("partitions")
        .description("Partitions that take no event, since too few of their copies are in sync")
        .register(metrics);
  }

  Optional<Figures> figures() {
    return Optional.ofNullable(figures);
  }

  @Scheduled(every = "{bihuan.metrics.pause}", concurrentExecution = ConcurrentExecution.SKIP)
  void measure() {
    try {
      if (admin == null) {
        admin = topics.admin();
      }
      figures = ask();
    } catch (ExecutionException | KafkaException e) {
      figures = null;
      LOG.debugf("The copies of the topics were not counted: %s", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }

  private Figures ask() throws ExecutionException, InterruptedException {
    // Brokers that have no controller go on telling what was true before they lost it.
    admin.describeMetadataQuorum().quorumInfo().get();
    Map<String, Integer> leastInSync = leastInSync();
    long underReplicated = 0;
    long underMinInSync = 0;
    for (TopicDescription topic :
        admin.describeTopics(topics.names()).allTopicNames().get().values()) {
      int least = leastInSync.get(topic.name());
      for (TopicPartitionInfo partition : topic.partitions()) {
        underReplicated += partition.isr().size() < partition.replicas().size() ? 1 : 0;
        underMinInSync += partition.isr().size() < least ? 1 : 0;
      }
    }
    return new Figures(underReplicated, underMinInSync);
  }

  private Map<String, Integer> leastInSync() throws ExecutionException, InterruptedException {
    Map<ConfigResource, Config> settings =
        admin
            .describeConfigs(
                topics.names().stream()
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList())
            .all()
            .get();
    return settings.entrySet().stream()
        .collect(
            Collectors.toMap(
                topic -> topic.getKey().name(),
                topic ->
                    Integer.valueOf(
                        topic.getValue().get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG).value())));
  }

  private double underReplicated() {
    return figures().map(known -> (double) known.underReplicated()).orElse(Double.NaN);
  }

  private double underMinInSync() {
    return figures().map(known -> (double) known.underMinInSync()).orElse(Double.NaN);
  }
}
