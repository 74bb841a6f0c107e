package org.bihuan.localstack.parts;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
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
@ResourceLock("stacks/kafka")
class BrokerTest {
  private static final int RECORDS = 100;

  private Layout layout;
  private Broker broker;

  @BeforeEach
  void start() {
    layout = TestStacks.empty("kafka");
    broker = new Broker(layout, Ports.anyFree(1, false), Broker.NAME);
    broker.start();
  }

  @AfterEach
  void end() {
    Mark.killAll(layout.directory());
  }

  @Test
  void acknowledged_records_are_there_after_kill_9_and_after_a_stop() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
    }
    publish("kept");

    broker.kill();
    assertFalse(broker.isReady());
    broker.start();
    assertEquals(RECORDS, count("kept"));

    broker.stop();
    await().until(() -> Mark.all(layout.directory()).isEmpty());
    broker.start();
    assertEquals(RECORDS, count("kept"));
  }

  @Test
  void a_topic_that_nobody_declared_does_not_appear() {
    ExecutionException refused = assertThrows(ExecutionException.class, () -> publish("mistyped"));
    assertEquals(TimeoutException.class, refused.getCause().getClass());
  }

  private void publish(String topic) throws ExecutionException, InterruptedException {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.address(), "acks", "all", "max.block.ms", 2_000);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (int number : IntStream.range(0, RECORDS).toArray()) {
        producer.send(new ProducerRecord<>(topic, "record " + number)).get();
      }
    }
  }

  private long count(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.address()),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      long read = 0;
      while (consumer.position(partition) < end) {
        read +=
            StreamSupport.stream(consumer.poll(Duration.ofSeconds(1)).spliterator(), false).count();
      }
      return read;
    }
  }
}
