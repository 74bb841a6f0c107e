package org.bihuan.acceptance.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.Broker;

/**
 * The topics of the catalogue, what is committed on them, and how far each service has read them.
 */
public final class Topics implements AutoCloseable {

  /** Longer than the session of a reader that was killed. */
  private static final Duration LEAVE = Duration.ofSeconds(90);

  private final Map<String, Object> broker;
  private final Map<String, Object> reading;
  private final Admin admin;

  public Topics(Broker broker) {
    this.broker = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    this.reading =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.bootstrapServers(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed");
    this.admin = Admin.create(this.broker);
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }

  /** Every record there is on these topics, in the order of its partition. */
  public List<ConsumerRecord<byte[], byte[]>> records(Collection<String> topics) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    read(topics, records::add);
    return records;
  }

  /** The same for more records than fit into memory. */
  public void read(Collection<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(reader);
      }
    }
  }

  /** Some records that lie together, from a place of each partition that the dice choose. */
  public List<ConsumerRecord<byte[], byte[]>> some(String topic, int most, Random dice) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      ends.forEach((partition, end) -> consumer.seek(partition, dice.nextLong(end + 1)));
      while (records.size() < most
          && partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
    }
    return records;
  }

  /** Appends the records once more, unchanged, each to the end of its partition. */
  public void sendAgain(Collection<ConsumerRecord<byte[], byte[]>> records)
      throws ExecutionException, InterruptedException {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (ConsumerRecord<byte[], byte[]> record : records) {
        acknowledgements.add(
            producer.send(
                new ProducerRecord<>(
                    record.topic(),
                    record.partition(),
                    record.key(),
                    record.value(),
                    record.headers())));
      }
    }
    for (Future<RecordMetadata> acknowledgement : acknowledgements) {
      acknowledgement.get();
    }
  }

  /**
   * Makes a stopped service begin at the first record of every topic when it starts. Waits until
   * the broker no longer counts it as reading.
   */
  public void forgetWhatWasRead(ServiceName service) {
    Awaitility.await("the broker has taken leave of " + service.partName())
        .atMost(LEAVE)
        .ignoreExceptionsInstanceOf(ExecutionException.class)
        .untilAsserted(() -> admin.deleteConsumerGroups(List.of(service.module())).all().get());
  }

  /** Where the topics end, partition by partition. */
  public Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> newest = new HashMap<>();
    for (TopicDescription topic :
        admin.describeTopics(EventCatalogue.topics()).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(
              partition ->
                  newest.put(
                      new TopicPartition(topic.name(), partition.partition()),
                      OffsetSpec.latest()));
    }
    return admin
        .listOffsets(newest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  /**
   * How many records a service has yet to apply before it is at {@code ends}; nobody knows, hence
   * very many, while it is joining or does not read at all.
   */
  long unread(ServiceName service, Map<TopicPartition, Long> ends)
      throws ExecutionException, InterruptedException {
    String name = service.module();
    ConsumerGroupDescription group =
        admin.describeConsumerGroups(List.of(name)).describedGroups().get(name).get();
    if (group.groupState() != GroupState.STABLE) {
      return Long.MAX_VALUE;
    }
    Map<TopicPartition, OffsetAndMetadata> read =
        admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata().get();
    return group.members().stream()
        .flatMap(member -> member.assignment().topicPartitions().stream())
        .mapToLong(
            partition -> {
              OffsetAndMetadata position = read.get(partition);
              return ends.get(partition) - (position == null ? 0 : position.offset());
            })
        .sum();
  }
}
