package org.bihuan.acceptance.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.ForeignEvents;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens can be seen in the metrics. */
class MetricsTest {

  private static final String REGISTERED =
      "bihuan_complaints_registered_total{channel=\"HOTLINE_12319\"}";
  private static final String REPLAYS = "bihuan_idempotent_replays_total";
  private static final String LETTERS = "bihuan_dead_letters";
  private static final String KEYS = "bihuan_parked_keys";

  private static final Pattern LABEL = Pattern.compile("[{,](\\w+)=");

  private final Stack stack = RunningStack.get();
  private final Loop loop = new Loop(stack);

  @Test
  void a_complaint_is_counted_by_its_channel_and_its_repetition_as_a_replay() {
    Scrape before = Scrape.of(stack.intake());
    String key = UUID.randomUUID().toString();
    register(key, 201);
    register(key, 201);
    Scrape after = Scrape.of(stack.intake());
    assertEquals(1, after.valueOf(REGISTERED) - before.valueOf(REGISTERED));
    assertEquals(1, after.valueOf(REPLAYS) - before.valueOf(REPLAYS));
  }

  @Test
  void an_item_past_its_limit_is_counted_by_the_class_of_the_limit() throws SQLException {
    Loop.Item item = loop.awaitItem(loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨")), "ISSUED");
    String overdue = "bihuan_items_overdue{class=\"" + item.text("deadlineClass") + "\"}";
    double before = awaitKnown(stack.dispatch(), overdue);
    makeLate(item);
    awaitValue(stack.dispatch(), overdue, before + 1);
    loop.rectify(item);
    awaitValue(stack.dispatch(), overdue, before);
  }

  @Test
  void an_event_that_cannot_be_applied_parks_its_key_until_it_is_given_up() {
    double keys = awaitKeysAsListed(stack.dispatch());
    double letters = awaitKnown(stack.dispatch(), LETTERS);
    String key = UUID.randomUUID().toString();
    sendUnreadable(key);
    sendUnreadable(key);
    awaitValue(stack.dispatch(), KEYS, keys + 1);
    awaitValue(stack.dispatch(), LETTERS, letters + 1);
    for (Part reader : List.of(stack.dispatch(), stack.intake())) {
      await().atMost(Loop.PATIENCE).until(() -> parked(reader, key).size() == 2);
      parked(reader, key).forEach(id -> giveUp(reader, id));
    }
    awaitValue(stack.dispatch(), KEYS, keys);
    awaitValue(stack.dispatch(), LETTERS, letters);
  }

  @ParameterizedTest
  @EnumSource
  void outbox_and_reading_are_measured_in_every_service(ServiceName service) {
    Part part = stack.service(service);
    loop.awaitItem(loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨")), "ISSUED");
    awaitValue(part, "bihuan_outbox_depth", 0);
    awaitValue(part, "bihuan_outbox_age_seconds", 0);
    awaitValue(part, "bihuan_topics_under_replicated_partitions", 0);
    awaitValue(part, "bihuan_topics_under_min_in_sync_partitions", 0);
    await().atMost(Loop.PATIENCE).until(() -> lag(Scrape.of(part)) == 0);
    assertTrue(Scrape.of(part).valueOf("bihuan_inbox_stalled_seconds") < 10);
  }

  @ParameterizedTest
  @EnumSource
  void our_labels_have_few_values_and_none_of_a_person_or_a_thing(ServiceName service) {
    Set<String> labels =
        Scrape.of(stack.service(service)).samples().keySet().stream()
            .filter(sample -> sample.startsWith("bihuan_"))
            .flatMap(sample -> LABEL.matcher(sample).results())
            .map(label -> label.group(1))
            .collect(Collectors.toSet());
    labels.removeAll(Set.of("topic", "type", "channel", "class", "outcome", "cause"));
    assertEquals(Set.of(), labels);
  }

  /** What its type promises is not in it; two services read the topic. */
  private void sendUnreadable(String key) {
    try (ForeignEvents events = new ForeignEvents(stack.broker())) {
      events
          .send(
              "inspection.events",
              key,
              "[]".getBytes(StandardCharsets.UTF_8),
              Map.of(
                  "ce_id", UUID.randomUUID().toString(), "ce_type", "inspection.recheck-failed.v1"))
          .join();
    }
  }

  private List<String> parked(Part reader, String key) {
    return as(reader)
        .get("/operations/dead-letters")
        .path("findAll { it.key == '" + key + "' }.id");
  }

  private void giveUp(Part reader, String id) {
    as(reader).delete("/operations/dead-letters/" + id).then().statusCode(204);
  }

  private RequestSpecification as(Part service) {
    return RestAssured.given()
        .baseUri(service.address())
        .auth()
        .oauth2(stack.token(Identity.of(Role.ADMIN)));
  }

  private void register(String key, int status) {
    loop.intake(Role.CHANNEL_CLERK)
        .header("Idempotency-Key", key)
        .body(Map.of("channel", "HOTLINE_12319", "text", "路灯不亮"))
        .post("/api/v1/complaints")
        .then()
        .statusCode(status);
  }

  /** As if its limit had begun a year ago; its timers are left as they are. */
  private void makeLate(Loop.Item item) throws SQLException {
    try (Connection dispatch = stack.postgres().connect(ServiceName.DISPATCH.database());
        PreparedStatement statement =
            dispatch.prepareStatement(
                "update order_item set limit_started_at = limit_started_at - interval '1 year',"
                    + " warn_at = warn_at - interval '1 year', due_at = due_at - interval '1 year'"
                    + " where id = ?")) {
      statement.setObject(1, UUID.fromString(item.id()));
      assertEquals(1, statement.executeUpdate());
    }
  }

  private static double lag(Scrape scrape) {
    return scrape.samples().entrySet().stream()
        .filter(sample -> sample.getKey().startsWith("bihuan_inbox_lag"))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /** What the gauge says once it agrees with the list: it is read anew every second only. */
  private double awaitKeysAsListed(Part service) {
    return await(KEYS)
        .atMost(Loop.PATIENCE)
        .until(() -> Scrape.of(service).valueOf(KEYS), read -> read == listedKeys(service));
  }

  private long listedKeys(Part service) {
    List<String> keys = as(service).get("/operations/dead-letters").path("key");
    return keys.stream().distinct().count();
  }

  private static double awaitKnown(Part service, String sample) {
    return await()
        .atMost(Loop.PATIENCE)
        .until(() -> Scrape.of(service).samples().get(sample), MetricsTest::isNumber);
  }

  private static boolean isNumber(Double value) {
    return value != null && !value.isNaN();
  }

  private static void awaitValue(Part service, String sample, double value) {
    await(sample)
        .atMost(Loop.PATIENCE)
        .until(() -> Scrape.of(service).valueOf(sample), read -> read == value);
  }
}
