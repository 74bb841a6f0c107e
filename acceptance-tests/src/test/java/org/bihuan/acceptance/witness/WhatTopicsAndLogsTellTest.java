package org.bihuan.acceptance.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.ForeignEvents;
import org.bihuan.acceptance.api.Topics;
import org.bihuan.acceptance.description.EventSchemas;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs after all other tests, alone and by the name of its package, and reads everything that they
 * left on topics, in logs and in metrics of both stacks.
 */
@Isolated("after those that run beside the others")
class WhatTopicsAndLogsTellTest {

  private static final byte[] OF_THE_TESTS = ForeignEvents.SOURCE.getBytes(StandardCharsets.UTF_8);

  private static final List<String> PERSONAL =
      List.of("欧阳示例", "19900000123", "199 0000 0123", "王某");

  /** What no test invents by chance: login tokens, the headers that carry them, mobile numbers. */
  private static final List<Pattern> SECRET =
      List.of(
          Pattern.compile("eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}"),
          Pattern.compile("(?i)bearer +[\\w-]{16,}"),
          Pattern.compile("(?i)(authorization|x-api-key) *[:=] *\\S{8,}"),
          Pattern.compile("(?<![\\w.:-])1[3-9]\\d{9}(?![\\w.:-])"));

  private final Loop loop = new Loop(RunningStack.get());

  @Test
  void nobodys_name_or_phone_is_on_a_topic_or_in_a_log() throws Exception {
    String problem = loop.problemOf(loop.complainOf("ROOF_LEAK", "我是欧阳示例, 电话19900000123, 楼顶漏雨"));
    Item item = loop.awaitItem(problem, "ISSUED");
    loop.acknowledge(item).then().statusCode(200);
    loop.review(
            item,
            loop.reply(item).path("id"),
            Map.of(
                "decision", "ACCEPTED_WITH_STANDING_DEMAND",
                "opinion", "致电199 0000 0123核实",
                "standingDemand", "每月致电19900000123"))
        .then()
        .statusCode(200);
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
  void no_token_key_or_number_is_on_a_topic_in_a_log_or_in_a_metric() throws Exception {
    String key =
        loop.intake(Role.ADMIN)
            .body(Map.of("holder", "热线系统"))
            .post("/api/v1/channels/HOTLINE_12319/keys")
            .path("secret");
    loop.nobody(RunningStack.get().intake())
        .header("X-Api-Key", key)
        .body(Map.of("channel", "HOTLINE_12319", "text", "路灯不亮"))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201);
    List<String> told = new ArrayList<>(everythingOnTopics());
    told.addAll(logLinesWith(""));
    told.addAll(metrics());
    assertEquals(List.of(), told.stream().filter(text -> text.contains(key)).toList());
    for (Pattern secret : SECRET) {
      assertEquals(List.of(), told.stream().filter(text -> secret.matcher(text).find()).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer eyJ" + "hbGciOiJSUzI1NiJ9.eyJ" + "zdWIiOiJ4eHh4In0.c2ln",
        "x-api-key=abcdefghijkl",
        "caller 19900000123 waits",
        "tel:{phone=\"13800138000\"}"
      })
  void the_search_finds_what_it_looks_for(String line) {
    assertTrue(SECRET.stream().anyMatch(secret -> secret.matcher(line).find()), line);
  }

  /** What runs after this test is read by nobody. */
  @Test
  void this_is_the_last_of_the_tests() throws IOException {
    Path classes = Path.of("target/test-classes");
    try (Stream<Path> files = Files.walk(classes)) {
      String last =
          files
              .map(file -> classes.relativize(file).toString())
              .filter(name -> name.endsWith("Test.class"))
              .map(name -> name.replace(".class", "").replace('/', '.'))
              .max(Comparator.naturalOrder())
              .orElseThrow();
      assertEquals(WhatTopicsAndLogsTellTest.class.getName(), last);
    }
  }

  @Test
  void every_event_on_the_topics_is_of_the_catalogue() {
    Set<String> types = new HashSet<>();
    for (ConsumerRecord<byte[], byte[]> record : records(EventCatalogue.topics())) {
      String type =
          new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
      assertTrue(EventCatalogue.named(type).isPresent(), type);
      assertEquals(EventCatalogue.named(type).orElseThrow().topic(), record.topic());
      types.add(type);
    }
    assertTrue(types.contains("intake.problem-filed.v1"), types.toString());
  }

  @Test
  void every_event_on_the_topics_is_as_described() {
    EventSchemas schemas = EventSchemas.stored();
    for (ConsumerRecord<byte[], byte[]> record : records(EventCatalogue.topics())) {
      Header source = record.headers().lastHeader("ce_source");
      if (source != null && Arrays.equals(source.value(), OF_THE_TESTS)) {
        continue;
      }
      assertEquals(
          List.of(),
          schemas.faults(record),
          () -> new String(record.value(), StandardCharsets.UTF_8));
    }
  }

  private static List<String> everythingOnTopics() {
    List<String> texts = new ArrayList<>();
    List<ConsumerRecord<byte[], byte[]>> all = records(EventCatalogue.topics());
    all.addAll(records(EventCatalogue.topics().stream().map(topic -> topic + ".dlq").toList()));
    for (ConsumerRecord<byte[], byte[]> record : all) {
      StringBuilder text = new StringBuilder(new String(record.value(), StandardCharsets.UTF_8));
      record
          .headers()
          .forEach(header -> text.append(new String(header.value(), StandardCharsets.UTF_8)));
      texts.add(text.toString());
    }
    return texts;
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(Collection<String> topics) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Stack stack : RunningStack.all()) {
      try (Topics reader = new Topics(stack.broker())) {
        records.addAll(reader.records(topics));
      }
    }
    return records;
  }

  private static List<String> metrics() {
    return RunningStack.all().stream()
        .flatMap(stack -> Stream.of(ServiceName.values()).map(stack::service))
        .flatMap(service -> RestAssured.get(service.address() + "/q/metrics").asString().lines())
        .toList();
  }

  private static List<String> logLinesWith(String personal) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path folder : RunningStack.logs().stream().filter(Files::isDirectory).toList()) {
      try (Stream<Path> logs = Files.list(folder)) {
        for (Path log : logs.filter(Files::isRegularFile).toList()) {
          Files.readString(log, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.contains(personal))
              .forEach(lines::add);
        }
      }
    }
    return lines;
  }
}
