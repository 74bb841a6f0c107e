package org.bihuan.kit.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.bihuan.contract.EventCatalogue;

/** Creates the topics that are missing; brokers are expected not to create any by themselves. */
@ApplicationScoped
public class Topics {

  /** Appended to a topic's name: where events go that could not be applied. */
  public static final String DEAD_LETTERS = ".dlq";

  private final Map<String, Object> kafka;
  private final OutboxConfig config;

  Topics(@Identifier("default-kafka-broker") Map<String, Object> kafka, OutboxConfig config) {
    this.kafka = kafka;
    this.config = config;
  }

  /**
   * Makes sure that every topic of the catalogue exists.
   *
   * @throws ExecutionException when the broker does not answer or refuses
   */
  public void ensure() throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      for (KafkaFuture<Void> created : admin.createTopics(wanted()).values().values()) {
        waitFor(created);
      }
    }
  }

  /** Asks the brokers, and gives up after five seconds; to be closed. */
  Admin admin() {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000);
    return Admin.create(settings);
  }

  /** All topics of the catalogue and of the dead letters. */
  List<String> names() {
    return EventCatalogue.topics().stream()
        .flatMap(name -> Stream.of(name, name + DEAD_LETTERS))
        .toList();
  }

  private static void waitFor(KafkaFuture<Void> created)
      throws ExecutionException, InterruptedException {
    try {
      created.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private List<NewTopic> wanted() {
    return names().stream()
        .map(name -> new NewTopic(name, config.partitions(), config.replication()))
        .map(topic -> topic.configs(settingsOf(topic.name())))
        .toList();
  }

  private Map<String, String> settingsOf(String topic) {
    Map<String, String> settings = new HashMap<>();
    if (EventCatalogue.COMPACTED_TOPICS.contains(topic)) {
      settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    } else {
      settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
      settings.put(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(config.retention().toMillis()));
    }
    config
        .minInSync()
        .ifPresent(
            least -> settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(least)));
    return settings;
  }
}
