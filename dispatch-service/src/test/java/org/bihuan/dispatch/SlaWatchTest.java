package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.dispatch.District.Told;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits, lights and timers, with a clock that the tests move. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class SlaWatchTest {

  @Inject District district;
  @Inject MovableClock clock;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  private JsonPath history(String id) {
    return as(TEAM).get("/api/v1/order-items/" + id + "/history").jsonPath();
  }

  private List<String> actions(String id) {
    return history(id).getList("items.action");
  }

  private void awaitAction(String id, String action) {
    await().atMost(Duration.ofSeconds(60)).until(() -> actions(id), hasItem(action));
  }

  @Test
  void an_item_turns_yellow_and_red_once_each() {
    String id = district.issued();
    clock.forward(Duration.ofHours(36).plusSeconds(5));
    awaitAction(id, "WARN");
    assertThat(district.item(id).getString("light"), equalTo("YELLOW"));
    assertThat(actions(id), not(hasItem("MARK_OVERDUE")));

    clock.forward(Duration.ofHours(12));
    awaitAction(id, "MARK_OVERDUE");
    JsonPath red = district.item(id);
    assertThat(red.getString("light"), equalTo("RED"));
    assertThat(red.getBoolean("overdue"), equalTo(true));
    assertThat(red.getString("overdueSince"), equalTo(red.getString("dueAt")));
    assertThat(red.getString("status"), equalTo("ISSUED"));

    clock.forward(Duration.ofDays(30));
    district.acknowledge(id).then().statusCode(200);
    assertThat(
        actions(id), equalTo(List.of("ISSUE", "URGE", "WARN", "MARK_OVERDUE", "ACKNOWLEDGE")));
    List<Told> told = district.awaitTold("dispatch.events", red.getString("problemId"), 5);
    assertThat(
        told.stream().map(Told::type).toList(),
        equalTo(
            List.of(
                "dispatch.item-issued.v1",
                "dispatch.item-urged.v1",
                "dispatch.item-warned.v1",
                "dispatch.item-overdue.v1",
                "dispatch.item-acknowledged.v1")));
    assertThat(told.get(3).json().getString("actor.role"), equalTo("SYSTEM"));
    assertThat(
        told.get(3).json().getString("leadUnit.code"), equalTo(red.getString("leadUnit.code")));
    assertThat(told.get(3).json().getInt("round"), equalTo(0));
  }

  @Test
  void a_jump_of_the_clock_fires_both_once_and_in_order() {
    String id = district.issued();
    clock.forward(Duration.ofDays(7));
    awaitAction(id, "MARK_OVERDUE");
    assertThat(actions(id), equalTo(List.of("ISSUE", "URGE", "WARN", "MARK_OVERDUE")));
    // Back, as a corrected clock goes, and on: what has been told is not told again.
    clock.forward(Duration.ofDays(-7));
    clock.forward(Duration.ofDays(8));
    String other = district.issued();
    clock.forward(Duration.ofDays(3));
    awaitAction(other, "MARK_OVERDUE");
    assertThat(actions(id), equalTo(List.of("ISSUE", "URGE", "WARN", "MARK_OVERDUE")));
  }

  @Test
  void a_final_reply_in_time_keeps_the_item_from_turning_red() {
    String id = district.replied();
    String sentinel = district.issued();
    clock.forward(Duration.ofDays(5));
    awaitAction(sentinel, "MARK_OVERDUE");
    assertThat(actions(id), equalTo(List.of("ISSUE", "ACKNOWLEDGE", "REPLY")));
    assertThat(district.item(id).getBoolean("overdue"), equalTo(false));
    assertThat(district.item(id).getBoolean("replies[0].onTime"), equalTo(true));
  }

  @Test
  void a_late_final_reply_stays_late() {
    String id = district.acknowledged();
    clock.forward(Duration.ofHours(49));
    district.replyFinally(id).then().statusCode(201).body("onTime", equalTo(false));
    assertThat(district.item(id).getBoolean("overdue"), equalTo(true));
    assertThat(district.item(id).getString("light"), equalTo("RED"));
  }

  private Instant dueAt(String id) {
    return Instant.parse(district.item(id).getString("dueAt"));
  }

  private Instant lastAt(String id) {
    return Instant.parse(history(id).getString("items[-1].at"));
  }

  /** Returns the newest reply and gives the time that it was under review. */
  private Duration giveBack(String id) {
    Instant repliedAt = lastAt(id);
    district
        .review(id, district.newestReply(id), "{\"decision\":\"RETURNED\",\"opinion\":\"未整改\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("REWORK"))
        .body("reworkCount", equalTo(0));
    return Duration.between(repliedAt, lastAt(id));
  }

  @Test
  void a_slow_review_makes_no_unit_late() {
    String id = district.replied();
    Instant due = dueAt(id);
    clock.forward(Duration.ofHours(50));
    Duration underReview = giveBack(id);
    assertThat(underReview.toHours(), equalTo(50L));
    assertThat(dueAt(id), equalTo(due.plus(underReview)));
    assertThat(district.item(id).getBoolean("overdue"), equalTo(false));
    assertThat(district.item(id).getString("light"), equalTo("GREEN"));
    List<Told> told =
        district.awaitTold("dispatch.events", district.item(id).getString("problemId"), 4);
    assertThat(told.get(3).type(), equalTo("dispatch.reply-returned.v1"));
    assertThat(
        Instant.parse(told.get(3).json().getString("dueAt")), equalTo(due.plus(underReview)));

    clock.forward(Duration.ofHours(36).plusSeconds(5));
    awaitAction(id, "WARN");
    assertThat(actions(id), not(hasItem("MARK_OVERDUE")));
    clock.forward(Duration.ofHours(12));
    awaitAction(id, "MARK_OVERDUE");
  }

  @Test
  void the_times_under_review_add_up() {
    String id = district.replied();
    Instant due = dueAt(id);
    Duration reviews = Duration.ZERO;
    for (int hours : List.of(30, 40)) {
      clock.forward(Duration.ofHours(hours));
      reviews = reviews.plus(giveBack(id));
      assertThat(dueAt(id), equalTo(due.plus(reviews)));
      district.replyFinally(id).then().statusCode(201).body("onTime", equalTo(true));
    }
    assertThat(reviews.toHours(), equalTo(70L));
  }

  @Test
  void a_late_reply_that_is_returned_stays_late() {
    String id = district.acknowledged();
    clock.forward(Duration.ofHours(49));
    awaitAction(id, "MARK_OVERDUE");
    district.replyFinally(id).then().statusCode(201);
    clock.forward(Duration.ofHours(20));
    giveBack(id);
    assertThat(district.item(id).getBoolean("overdue"), equalTo(true));
    assertThat(district.item(id).getString("light"), equalTo("RED"));
    assertThat(
        actions(id),
        equalTo(List.of("ISSUE", "ACKNOWLEDGE", "WARN", "MARK_OVERDUE", "REPLY", "RETURN_REPLY")));
  }

  @Test
  void a_life_within_a_second_is_told_in_one_precision() {
    String id = district.accepted();
    district.tellWrittenOff(id);
    district.awaitStatus(id, "WRITTEN_OFF");
    JsonPath item = district.item(id);
    Instant issuedAt = Instant.parse(item.getString("issuedAt"));
    assertThat(Duration.between(issuedAt, dueAt(id)), equalTo(Duration.ofHours(48)));
    List<Instant> moments =
        history(id).<String>getList("items.at").stream().map(Instant::parse).toList();
    assertThat(moments.get(0), equalTo(issuedAt));
    assertThat(moments, equalTo(moments.stream().sorted().toList()));
    JsonPath shown = as(TEAM).get("/api/v1/order-items/" + id + "/clock").jsonPath();
    for (Map<String, String> segment : shown.<Map<String, String>>getList("segments")) {
      assertThat(
          Instant.parse(segment.get("to")).isBefore(Instant.parse(segment.get("from"))),
          equalTo(false));
    }
    assertThat(shown.getString("limit"), equalTo("PT48H"));
    assertThat(
        Duration.parse(shown.getString("elapsed")),
        equalTo(Duration.between(issuedAt, Instant.parse(item.getString("replies[0].repliedAt")))));
    List<Told> told = district.awaitTold("dispatch.events", item.getString("problemId"), 5);
    assertThat(
        told.stream().map(each -> Instant.parse(each.json().getString("occurredAt"))).toList(),
        equalTo(moments));
  }

  @Test
  void every_round_has_its_own_warning() {
    String id = district.accepted();
    district.tellRecheckFailed(id, 0);
    district.awaitStatus(id, "REWORK");
    clock.forward(Duration.ofHours(18).plusSeconds(5));
    awaitAction(id, "WARN");
    clock.forward(Duration.ofHours(6));
    awaitAction(id, "MARK_OVERDUE");
    assertThat(history(id).getInt("items[-1].round"), equalTo(1));
  }

  @Test
  void the_clock_explains_itself_to_the_second() {
    String id = district.acknowledged();
    clock.forward(Duration.ofHours(10));
    district.replyFinally(id).then().statusCode(201);
    clock.forward(Duration.ofHours(2));
    district
        .review(id, district.newestReply(id), "{\"decision\":\"RETURNED\",\"opinion\":\"未整改\"}")
        .then()
        .statusCode(200);
    clock.forward(Duration.ofHours(3));
    JsonPath shown =
        as(TEAM)
            .get("/api/v1/order-items/" + id + "/clock")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    Instant now = Instant.parse(shown.getString("now"));
    Duration counted = Duration.ZERO;
    for (Map<String, Object> segment : shown.<Map<String, Object>>getList("segments")) {
      if (Boolean.TRUE.equals(segment.get("counted"))) {
        Instant to = segment.get("to") == null ? now : Instant.parse((String) segment.get("to"));
        counted = counted.plus(Duration.between(Instant.parse((String) segment.get("from")), to));
      }
    }
    assertThat(Duration.parse(shown.getString("elapsed")), equalTo(counted));
    assertThat(
        Duration.parse(shown.getString("remaining")),
        equalTo(Duration.parse(shown.getString("limit")).minus(counted)));
    assertThat(shown.getString("limit"), equalTo("PT48H"));
    assertThat(counted.toHours(), equalTo(13L));
    assertThat(
        Duration.between(now, Instant.parse(shown.getString("dueAt"))),
        equalTo(Duration.parse(shown.getString("remaining"))));
    assertThat(shown.getString("segments[1].kind"), equalTo("PAUSED"));
    assertThat(shown.getString("segments[1].cause"), equalTo("REPLY_UNDER_REVIEW"));
    assertThat(shown.getBoolean("segments[1].counted"), equalTo(false));
    assertThat(shown.getString("segments[0].ruleVersion"), equalTo("GENERAL/1"));
  }

  @Test
  void the_lists_and_the_items_agree_on_every_light() {
    Map<String, String> expected = new LinkedHashMap<>();
    clock.forward(Duration.ofHours(-100));
    String untouched = district.issued();
    String early = district.acknowledged();
    String middling = district.acknowledged();
    String late = district.acknowledged();
    String cancelled = district.issued();
    clock.forward(Duration.ofHours(10));
    district.replyFinally(early).then().statusCode(201);
    clock.forward(Duration.ofHours(30));
    district.replyFinally(middling).then().statusCode(201);
    clock.forward(Duration.ofHours(10));
    district.replyFinally(late).then().statusCode(201);
    clock.forward(Duration.ofHours(10));
    String yellow = district.issued();
    clock.forward(Duration.ofHours(39));
    String fresh = district.issued();
    clock.forward(Duration.ofHours(1));
    as(TEAM)
        .body("{\"reason\":\"x\"}")
        .post("/api/v1/order-items/" + cancelled + "/cancellation")
        .then()
        .statusCode(200);
    String unassigned =
        district.itemOf(district.problem("OTHER", DeadlineClass.GENERAL)).getString("items[0].id");
    expected.put(untouched, "RED");
    expected.put(early, "GREEN");
    expected.put(middling, "YELLOW");
    expected.put(late, "RED");
    expected.put(cancelled, "YELLOW");
    expected.put(yellow, "YELLOW");
    expected.put(fresh, "GREEN");
    expected.put(unassigned, "GREEN");
    expected.forEach(
        (id, light) -> {
          JsonPath item = district.item(id);
          String problem = "problemId=" + item.getString("problemId");
          assertThat(item.getString("light"), equalTo(light));
          for (String each : List.of("GREEN", "YELLOW", "RED")) {
            assertThat(matches(problem + "&light=" + each), equalTo(each.equals(light)));
          }
          boolean overdue = item.getBoolean("overdue");
          assertThat(overdue, equalTo("RED".equals(light)));
          assertThat(matches(problem + "&overdue=true"), equalTo(overdue));
          assertThat(matches(problem + "&overdue=false"), equalTo(!overdue));
        });
  }

  private static boolean matches(String query) {
    return !as(TEAM)
        .get("/api/v1/order-items?" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items")
        .isEmpty();
  }

  @Test
  void a_list_by_light_goes_on_while_time_passes() {
    clock.forward(Duration.ofHours(-60));
    district.issued();
    district.issued();
    clock.reset();
    JsonPath first = as(TEAM).get("/api/v1/order-items?overdue=true&limit=1").jsonPath();
    clock.forward(Duration.ofSeconds(3));
    as(TEAM)
        .get("/api/v1/order-items?overdue=true&limit=1&cursor=" + first.getString("nextCursor"))
        .then()
        .statusCode(200)
        .body("items[0].id", not(equalTo(first.getString("items[0].id"))));
  }

  @Test
  void a_list_can_be_read_by_due_time_page_by_page() {
    itemsWithAndWithoutDueTime();
    List<Instant> dues = duesInOrder("dueAt");
    assertThat(dues, equalTo(dues.stream().sorted().toList()));
  }

  @Test
  void a_list_can_be_read_backwards_by_due_time_page_by_page() {
    itemsWithAndWithoutDueTime();
    List<Instant> dues = duesInOrder("-dueAt");
    assertThat(dues, equalTo(dues.stream().sorted(Comparator.reverseOrder()).toList()));
  }

  private void itemsWithAndWithoutDueTime() {
    district.issued();
    district.itemOf(district.problem("ROOF_LEAK", DeadlineClass.FACILITY));
    district.itemOf(district.problem("OTHER", DeadlineClass.GENERAL));
    district.itemOf(district.problem("OTHER", DeadlineClass.GENERAL));
    district.itemOf(district.problem("OTHER", DeadlineClass.GENERAL));
    district.itemOf(district.problem("OTHER", DeadlineClass.GENERAL));
  }

  /** Reads all items, each once and those without a due time last. */
  private static List<Instant> duesInOrder(String sort) {
    String query = "/api/v1/order-items?sort=" + sort + "&limit=3";
    List<String> dues = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    JsonPath page = as(TEAM).get(query + "&count=exact").jsonPath();
    int total = page.getInt("total");
    while (true) {
      dues.addAll(page.getList("items.dueAt"));
      ids.addAll(page.getList("items.id"));
      if (page.getString("nextCursor") == null) {
        break;
      }
      page =
          as(TEAM)
              .get(query + "&cursor=" + page.getString("nextCursor"))
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
    }
    assertThat(ids.size(), equalTo(total));
    assertThat(new HashSet<>(ids).size(), equalTo(total));
    List<Instant> instants = dues.stream().filter(Objects::nonNull).map(Instant::parse).toList();
    assertThat(dues.subList(instants.size(), total), everyItem(nullValue()));
    return instants;
  }

  @Test
  void a_new_policy_holds_from_its_first_moment_and_touches_nothing_before_it() {
    String before =
        district
            .itemOf(district.problem("ROOF_LEAK", DeadlineClass.EMERGENCY))
            .getString("items[0].id");
    String dueAt = district.item(before).getString("dueAt");
    Instant from = clock.instant().plus(Duration.ofDays(400));
    String policy =
        """
        {"deadlineClass": "EMERGENCY", "limit": "PT4H", "warnAt": 0.5, "reworkShare": 1, "validFrom": "%s"}
        """
            .formatted(from);
    as(District.ADMIN)
        .body(policy)
        .post("/api/v1/sla-policies")
        .then()
        .statusCode(201)
        .body("ruleVersion", matchesPattern("EMERGENCY/[2-9]"))
        .body("limit", equalTo("PT4H"));
    as(District.ADMIN)
        .body(policy)
        .post("/api/v1/sla-policies")
        .then()
        .statusCode(409)
        .body("code", equalTo("sla-policy-exists"));
    clock.forward(Duration.ofDays(401));
    ProblemFiled later = district.problem("ROOF_LEAK", DeadlineClass.EMERGENCY);
    JsonPath item = district.itemOf(later);
    assertThat(
        Duration.between(
            Instant.parse(item.getString("items[0].issuedAt")),
            Instant.parse(item.getString("items[0].dueAt"))),
        equalTo(Duration.ofHours(4)));
    assertThat(district.item(before).getString("dueAt"), equalTo(dueAt));
    // The year has turned meanwhile: its numbers begin anew.
    assertThat(
        item.getString("items[0].orderSerial").contains("〔" + yearOf(clock.instant()) + "〕"),
        equalTo(true));
  }

  private static int yearOf(Instant instant) {
    return DistrictTime.year(instant);
  }
}
