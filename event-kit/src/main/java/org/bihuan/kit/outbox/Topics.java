package org.bihuan.kit.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
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

  private static final Map<String, String> COMPACTED =
      Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

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
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000);
    try (Admin admin = Admin.create(settings)) {
      for (KafkaFuture<Void> created : admin.createTopics(wanted()).values().values()) {
        waitFor(created);
      }
    }
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
    List<NewTopic> topics = new ArrayList<>();
    for (String name : EventCatalogue.topics()) {
      topics.add(
          EventCatalogue.COMPACTED_TOPICS.contains(name)
              ? topic(name).configs(COMPACTED)
              : topic(name).configs(keptForAWhile()));
      topics.add(topic(name + DEAD_LETTERS).configs(keptForAWhile()));
    }
    return topics;
  }

  private Map<String, String> keptForAWhile() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        String.valueOf(config.retention().toMillis()));
  }

  private NewTopic topic(String name) {
    return new NewTopic(name, config.partitions(), config.replication());
  }
}
