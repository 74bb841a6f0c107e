package org.bihuan.localstack.parts;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bihuan.localstack.TestStacks;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.process.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("stacks/three-brokers")
class ThreeBrokersTest {
  private static final String TOPIC = "kept";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Layout layout;
  private List<Broker> brokers;
  private Admin admin;
  private KafkaProducer<String, String> producer;

  @BeforeEach
  void start() throws Exception {
    layout = TestStacks.empty("three-brokers");
    Ports ports = Ports.anyFree(Broker.CLUSTER, false);
    brokers = ports.brokers().stream().map(name -> new Broker(layout, ports, name)).toList();
    CompletableFuture.allOf(
            brokers.stream()
                .map(broker -> CompletableFuture.runAsync(broker::start))
                .toArray(CompletableFuture[]::new))
        .join();
    Map<String, Object> clients =
        Map.of("bootstrap.servers", brokers.get(0).bootstrapServers(), "acks", "all");
    admin = Admin.create(clients);
    admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 3))).all().get();
    producer = new KafkaProducer<>(clients, new StringSerializer(), new StringSerializer());
  }

  @AfterEach
  void end() {
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
    Mark.killAll(layout.directory());
  }

  @Test
  void each_in_turn_loses_its_disk_and_every_acknowledged_record_is_still_there() throws Exception {
    assertEquals(3, voters().size());
    assertEquals(
        Set.of("rack-1", "rack-2", "rack-3"),
        partition().replicas().stream().map(Node::rack).collect(Collectors.toSet()));
    Set<String> sent = new HashSet<>();
    for (Broker broker : brokers) {
      send(sent, "before " + broker.name() + " is lost");
      broker.kill();
      broker.loseDisk();
      send(sent, "while " + broker.name() + " is away");
      broker.start();
      await().atMost(PATIENCE).until(() -> partition().isr().size() == 3);
    }
    assertEquals(sent, all());
  }

  @Test
  void with_two_of_three_away_a_record_waits_until_they_are_back() throws Exception {
    Set<String> sent = new HashSet<>();
    send(sent, "before");
    brokers.get(0).kill();
    brokers.get(1).kill();
    Future<RecordMetadata> waiting = producer.send(new ProducerRecord<>(TOPIC, "meanwhile"));
    assertThrows(TimeoutException.class, () -> waiting.get(5, TimeUnit.SECONDS));
    brokers.get(0).start();
    brokers.get(1).start();
    waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    sent.add("meanwhile");
    assertEquals(sent, all());
  }

  private Set<Integer> voters() throws ExecutionException, InterruptedException {
    Set<Integer> voters = new HashSet<>();
    admin.describeMetadataQuorum().quorumInfo().get().voters().stream()
        .map(voter -> voter.replicaId())
        .forEach(voters::add);
    return voters;
  }

  private TopicPartitionInfo partition() throws ExecutionException, InterruptedException {
    return admin
        .describeTopics(List.of(TOPIC))
        .allTopicNames()
        .get()
        .get(TOPIC)
        .partitions()
        .get(0);
  }

  private void send(Set<String> sent, String text) throws Exception {
    producer.send(new ProducerRecord<>(TOPIC, text)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    sent.add(text);
  }

  private Set<String> all() {
    Set<String> texts = new HashSet<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers.get(0).bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
      while (consumer.position(PARTITION) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> texts.add(record.value()));
      }
    }
    return texts;
  }
}
