package org.bihuan.intake;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.Place;
import org.bihuan.contract.UnitName;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.NumberedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that leads to a person, in whatever text of an act, stays with those who need it. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class FreeTextTest {

  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Those who read complaints masked. */
  private static final Role[] OTHERS = {
    Role.SUBDISTRICT, Role.TOP_LEADER, Role.COMMITTEE_INSPECTOR, Role.ADMIN
  };

  static Stream<NumberedText> spellings() {
    return NumberedText.withEachSpelling();
  }

  private static Response register(String text, String category) {
    Response registered =
        As.role(Role.CHANNEL_CLERK)
            .body(
                Map.of(
                    "channel", "HOTLINE_12319",
                    "subject", text,
                    "text", text,
                    "categoryCode", category,
                    "location", Map.of("address", text, "subdistrictCode", "370203021")))
            .post(COMPLAINTS);
    registered.then().statusCode(201);
    return registered;
  }

  private static void act(Response complaint, String action, Map<String, String> body) {
    As.role(Role.SPECIAL_TEAM)
        .body(body)
        .post(COMPLAINTS + "/" + complaint.path("id") + "/" + action)
        .then()
        .statusCode(200);
  }

  /** Team and clerk read {@code count} texts as written, the others the same texts masked. */
  private static void assertMasked(NumberedText written, String path, int count) {
    for (Role role : new Role[] {Role.SPECIAL_TEAM, Role.CHANNEL_CLERK}) {
      String full = As.role(role).get(path).then().statusCode(200).extract().asString();
      assertEquals(Collections.nCopies(count, written.text()), NumberedText.in(full), path);
    }
    for (Role role : OTHERS) {
      String seen = As.role(role).get(path).then().statusCode(200).extract().asString();
      assertEquals(count, NumberedText.in(seen).size(), () -> role + " at " + path + ": " + seen);
      assertEquals(List.of(), NumberedText.revealedBy(seen), () -> role + " at " + path);
    }
  }

  private static void assertNoteMasked(Response complaint) {
    String tracked =
        As.nobody()
            .get("/api/v1/public/complaints/" + complaint.path("trackingCode"))
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertEquals(1, NumberedText.in(tracked).size(), tracked);
    assertEquals(List.of(), NumberedText.revealedBy(tracked));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void every_text_of_a_rejected_complaint_is_masked_for_others(NumberedText written) {
    Response complaint = register(written.text(), "OTHER");
    assertEquals(
        Collections.nCopies(3, written.text()),
        NumberedText.in(complaint.asString()),
        "the sender");
    act(complaint, "rejection", Map.of("reason", written.text()));
    assertMasked(written, COMPLAINTS + "/" + complaint.path("id"), 4);
    assertNoteMasked(complaint);
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void every_text_of_a_complaint_handed_over_is_masked_for_others(NumberedText written) {
    Response complaint = register(written.text(), "OTHER");
    act(
        complaint,
        "handover",
        Map.of(
            "bodyCode", "EDUCATION",
            "reason", written.text(),
            "replyToReporter", written.text()));
    assertMasked(written, COMPLAINTS + "/" + complaint.path("id"), 5);
    assertNoteMasked(complaint);
  }

  @Test
  void a_sender_without_a_login_is_told_what_was_sent() {
    String text = "示例路积水, 电话 19900000503";
    As.nobody()
        .body(Map.of("channel", "DANGQUN_MINIPROGRAM", "text", text))
        .post(COMPLAINTS)
        .then()
        .statusCode(201)
        .body("text", equalTo(text));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void no_event_ledger_entry_or_problem_has_the_number(NumberedText written) throws Exception {
    Response complaint = register(written.text(), "SANITATION");
    String problem = complaint.path("problemId");
    try (UpstreamEvents others = new UpstreamEvents()) {
      others.tell(accepted(UUID.fromString(problem), written.text()));
    }
    String path = "/api/v1/problems/" + problem;
    String seen =
        await()
            .atMost(PATIENCE)
            .until(
                () -> As.role(Role.TOP_LEADER).get(path).asString(),
                // Title, text, place and the standing demand.
                answer -> NumberedText.in(answer).size() == 4);
    assertEquals(List.of(), NumberedText.revealedBy(seen));
    String timeline = As.role(Role.SPECIAL_TEAM).get(path + "/timeline").asString();
    assertEquals(6, NumberedText.in(timeline).size(), timeline);
    assertEquals(List.of(), NumberedText.revealedBy(timeline));
    List<String> told = toldAbout(problem);
    assertFalse(told.isEmpty());
    told.forEach(event -> assertEquals(List.of(), NumberedText.revealedBy(event)));
  }

  private static ReplyAccepted accepted(UUID problem, String text) {
    Instant now = Instant.now();
    return new ReplyAccepted(
        UUID.randomUUID(),
        problem,
        1,
        UUID.randomUUID(),
        0,
        "W-1",
        text,
        "SANITATION",
        DeadlineClass.GENERAL,
        new Place(text, "370203021", null, null, null),
        new UnitName("HOUSING_BUREAU", "房管局"),
        List.of("HOUSING_BUREAU"),
        text,
        now,
        now,
        new Actor("SPECIAL_TEAM", null, "team"),
        List.of(),
        null,
        false);
  }

  /** What intake has told under {@code key}, once it has. */
  private static List<String> toldAbout(String key) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                StackResource.broker().address(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(EventCatalogue.INTAKE_EVENTS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      List<String> told = new ArrayList<>();
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(
                        record -> {
                          if (key.equals(new String(record.key(), StandardCharsets.UTF_8))) {
                            told.add(new String(record.value(), StandardCharsets.UTF_8));
                          }
                        });
                return !told.isEmpty();
              });
      return told;
    }
  }

  private static List<String> found(Role role, String words) {
    Searchable.await();
    return As.role(role)
        .queryParam("q", words)
        .get(COMPLAINTS + "?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void who_reads_a_text_masked_does_not_find_it_by_its_number(NumberedText written) {
    String id = register("示例路 12 号积水 " + written.text(), "OTHER").path("id");
    List<String> probes = new ArrayList<>(written.numbers());
    probes.addAll(List.of("0503", "0000", "99", "1234", "0 5 0 3"));
    for (Role role : OTHERS) {
      for (String probe : probes) {
        assertFalse(found(role, probe).contains(id), () -> role + " asks for " + probe);
      }
    }
    for (String number : written.numbers()) {
      assertTrue(found(Role.SPECIAL_TEAM, number).contains(id), number);
      assertTrue(found(Role.CHANNEL_CLERK, number).contains(id), number);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"12 号", "积水", "示例路 5%", "３ 单元", "2026"})
  void who_reads_a_text_masked_finds_it_by_its_other_words_and_figures(String words) {
    String id = register("2026 年示例路 12 号 3 单元积水, 覆盖率 5%, 电话 19900000503", "OTHER").path("id");
    for (Role role : OTHERS) {
      assertTrue(found(role, words).contains(id), () -> role + " asks for " + words);
    }
  }

  @Test
  void the_total_of_a_list_tells_nothing_of_a_number() {
    String number = "1990000" + (1000 + Math.abs(UUID.randomUUID().hashCode() % 9000));
    register("示例路积水 " + number, "OTHER");
    Searchable.await();
    As.role(Role.ADMIN)
        .queryParam("q", number)
        .get(COMPLAINTS + "?count=exact")
        .then()
        .body("total", equalTo(0));
  }
}
