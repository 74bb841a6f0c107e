package org.bihuan.intake.inbox;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.StackResource;

/** A service whose group has committed an offset that its partition does not have. */
public class LostPlace extends IntakeStack {

  static final String GROUP = "group";

  /** The partition in question. */
  static final TopicPartition PARTITION = new TopicPartition(EventCatalogue.DISPATCH_EVENTS, 0);

  static final long GONE = 1_000_000;

  private String group;

  @Override
  public void init(Map<String, String> arguments) {
    group = arguments.get(GROUP);
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = super.start();
    try (Admin broker = broker()) {
      createTopic(broker);
      // A new topic is not known to the whole broker at once.
      await()
          .atMost(Duration.ofSeconds(20))
          .ignoreExceptionsInstanceOf(ExecutionException.class)
          .untilAsserted(
              () ->
                  broker
                      .alterConsumerGroupOffsets(
                          group, Map.of(PARTITION, new OffsetAndMetadata(GONE)))
                      .all()
                      .get());
    }
    return settings;
  }

  static Admin broker() {
    return Admin.create(
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, StackResource.broker().address()));
  }

  private static void createTopic(Admin broker) {
    try {
      broker.createTopics(List.of(new NewTopic(PARTITION.topic(), 12, (short) 1))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A service under a name of its own, so that its group is nobody else's. */
  abstract static class Profile implements QuarkusTestProfile {

    private final String name;

    Profile(String name) {
      this.name = name;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return new HashMap<>(Map.of("quarkus.application.name", name));
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(LostPlace.class, Map.of(GROUP, name)));
    }
  }
}
