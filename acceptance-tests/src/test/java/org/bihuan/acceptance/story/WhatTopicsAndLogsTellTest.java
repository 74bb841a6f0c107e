package org.bihuan.acceptance.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.localstack.Layout;
import org.junit.jupiter.api.Test;

/**
 * Runs after the other stories (by its name) and reads everything that they left on topics and in
 * logs.
 */
class WhatTopicsAndLogsTellTest {

  private static final List<String> PERSONAL =
      List.of("欧阳示例", "19900000123", "199 0000 0123", "王某");

  private final Loop loop = new Loop(RunningStack.get());

  @Test
  void nobodys_name_or_phone_is_on_a_topic_or_in_a_log() throws Exception {
    String problem = loop.problemOf(loop.complainOf("ROOF_LEAK", "我是欧阳示例, 电话19900000123, 楼顶漏雨"));
    Item item = loop.awaitItem(problem, "ISSUED");
    loop.rectify(item);
    loop.recheck(loop.awaitRecheck(problem), "PASSED").then().statusCode(200);
    loop.awaitProblem(problem, "WRITTEN_OFF");
    loop.awaitItem(problem, "WRITTEN_OFF");

    List<String> told = everythingOnTopics();
    assertTrue(told.stream().anyMatch(text -> text.contains(problem)), "the loop itself was read");
    for (String personal : PERSONAL) {
      assertEquals(List.of(), told.stream().filter(text -> text.contains(personal)).toList());
      assertEquals(List.of(), logLinesWith(personal));
    }
  }

  @Test
  void every_event_on_the_topics_is_of_the_catalogue() {
    Set<String> types = new HashSet<>();
    for (ConsumerRecord<byte[], byte[]> record : records()) {
      String type =
          new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
      assertTrue(EventCatalogue.named(type).isPresent(), type);
      assertEquals(EventCatalogue.named(type).orElseThrow().topic(), record.topic());
      types.add(type);
    }
    assertTrue(types.contains("intake.problem-filed.v1"), types.toString());
  }

  private static List<String> everythingOnTopics() {
    List<String> texts = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records()) {
      StringBuilder text = new StringBuilder(new String(record.value(), StandardCharsets.UTF_8));
      record
          .headers()
          .forEach(header -> text.append(new String(header.value(), StandardCharsets.UTF_8)));
      texts.add(text.toString());
    }
    return texts;
  }

  private static List<ConsumerRecord<byte[], byte[]>> records() {
    Map<String, Object> settings =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, RunningStack.get().broker().address());
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          EventCatalogue.topics().stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
    }
    return records;
  }

  private static List<String> logLinesWith(String personal) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> logs = Files.list(Layout.ofTests().logs())) {
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        Files.readString(log, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains(personal))
            .forEach(lines::add);
      }
    }
    return lines;
  }
}
