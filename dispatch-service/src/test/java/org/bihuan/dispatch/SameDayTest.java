package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.SourceKind;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Media exposures have to be on an order the day they are filed, with a clock that tests move. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class SameDayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject District district;
  @Inject MovableClock clock;
  @Inject MeterRegistry metrics;

  private LocalDate day;

  @BeforeEach
  void it_is_ten_in_the_morning_of_a_coming_day() {
    day = DistrictTime.day(clock.instant()).plusDays(1);
    moveTo(moment(10));
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  private Instant moment(int hour) {
    return day.atStartOfDay(DistrictTime.ZONE).plusHours(hour).toInstant();
  }

  private void moveTo(Instant moment) {
    clock.forward(Duration.between(clock.instant(), moment).plusSeconds(3));
  }

  /** A problem that the media told of; no rule covers OTHER. */
  private ProblemFiled exposure(String categoryCode, Instant filedAt) {
    ProblemFiled usual = district.problem(categoryCode, DeadlineClass.GENERAL);
    return new ProblemFiled(
        usual.problemId(),
        usual.problemSerial(),
        usual.complaintId(),
        null,
        usual.title(),
        usual.description(),
        SourceKind.MEDIA_EXPOSURE,
        usual.categoryCode(),
        usual.deadlineClass(),
        usual.place(),
        usual.receivedAt(),
        filedAt,
        usual.actor());
  }

  private String unassigned() {
    return district.itemOf(exposure("OTHER", clock.instant())).getString("items[0].id");
  }

  private static List<String> actions(String id) {
    return as(TEAM)
        .get("/api/v1/order-items/" + id + "/history")
        .jsonPath()
        .getList("items.action");
  }

  private static void awaitAction(String id, String action) {
    await().atMost(PATIENCE).until(() -> actions(id), hasItem(action));
  }

  private static void awaitNotification(String kind, String id) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                as(TEAM)
                    .get("/api/v1/notifications?kind=" + kind)
                    .jsonPath()
                    .getList("items.itemId"),
            hasItem(id));
  }

  private static long count(String id, String action) {
    return actions(id).stream().filter(action::equals).count();
  }

  private static void assign(String id) {
    as(TEAM)
        .body("{\"leadUnitCode\": \"" + ENFORCEMENT + "\", \"deadlineClass\": \"GENERAL\"}")
        .post("/api/v1/order-items/" + id + "/assignment")
        .then()
        .statusCode(200);
  }

  private static List<String> listed(String missed, String problemId) {
    return as(TEAM)
        .get("/api/v1/order-items?sameDayMissed=" + missed + "&problemId=" + problemId)
        .jsonPath()
        .getList("items.id");
  }

  @Test
  void an_exposure_without_an_order_is_warned_of_and_told_once_each() {
    String id = unassigned();
    String problem = district.item(id).getString("problemId");
    assertThat(
        district.item(id).getString("sameDay.orderBy"),
        equalTo(DistrictTime.lastMoment(day).toString()));
    assertThat(listed("false", problem), contains(id));

    moveTo(moment(22));
    awaitAction(id, "WARN_SAME_DAY");
    assertThat(count(id, "MISS_SAME_DAY"), equalTo(0L));
    assertThat(district.item(id).getBoolean("sameDay.missed"), equalTo(false));

    moveTo(moment(24));
    awaitAction(id, "MISS_SAME_DAY");
    assertThat(district.item(id).getBoolean("sameDay.missed"), equalTo(true));
    assertThat(listed("true", problem), contains(id));
    await()
        .atMost(PATIENCE)
        .until(
            () -> metrics.get("bihuan.same.day.orders.missed").gauge().value(),
            greaterThanOrEqualTo(1.0));

    String sentinel = unassigned();
    moveTo(moment(96));
    awaitAction(sentinel, "MISS_SAME_DAY");
    assertThat(count(id, "WARN_SAME_DAY"), equalTo(1L));
    assertThat(count(id, "MISS_SAME_DAY"), equalTo(1L));
    List<District.Told> told = district.awaitTold("dispatch.events", problem, 4);
    District.Told missed =
        told.stream()
            .filter(fact -> fact.type().equals("dispatch.same-day-order-missed.v1"))
            .findFirst()
            .orElseThrow();
    assertThat(missed.json().getString("sourceKind"), equalTo("MEDIA_EXPOSURE"));
    assertThat(missed.json().getString("itemId"), equalTo(id));
    assertThat(
        told.stream().map(District.Told::type).toList(),
        hasItem("dispatch.same-day-order-warned.v1"));
    awaitNotification("SAME_DAY_ORDER_WARNED", id);
    awaitNotification("SAME_DAY_ORDER_MISSED", id);
  }

  @Test
  void an_exposure_on_an_order_in_time_is_left_alone_for_good() {
    String id = unassigned();
    String cancelled = unassigned();
    assign(id);
    as(TEAM)
        .body("{\"reason\": \"重复\"}")
        .post("/api/v1/order-items/" + cancelled + "/cancellation")
        .then()
        .statusCode(200);
    String sentinel = unassigned();
    moveTo(moment(24));
    awaitAction(sentinel, "MISS_SAME_DAY");
    for (String each : List.of(id, cancelled)) {
      assertThat(actions(each), not(hasItem("MISS_SAME_DAY")));
      assertThat(actions(each), not(hasItem("WARN_SAME_DAY")));
    }
    JsonPath item = district.item(id);
    assertThat(item.getBoolean("sameDay.missed"), equalTo(false));
    assertThat(item.getString("sameDay.orderedAt"), equalTo(item.getString("issuedAt")));
  }

  @Test
  void what_was_missed_stays_so_when_the_order_comes_late() {
    String id = unassigned();
    moveTo(moment(25));
    awaitAction(id, "MISS_SAME_DAY");
    assertThat(count(id, "WARN_SAME_DAY"), equalTo(0L));
    assign(id);
    assertThat(district.item(id).getBoolean("sameDay.missed"), equalTo(true));
    assertThat(district.item(id).getString("sameDay.orderedAt"), notNullValue());
  }

  @Test
  void an_order_that_a_rule_makes_on_the_next_day_is_missed_too() {
    String id = district.itemOf(exposure("STREET_OCCUPATION", moment(-1))).getString("items[0].id");
    awaitAction(id, "MISS_SAME_DAY");
    assertThat(actions(id), contains("ISSUE", "MISS_SAME_DAY"));
    assertThat(district.item(id).getString("status"), equalTo("ISSUED"));
    assertThat(district.item(id).getBoolean("sameDay.missed"), equalTo(true));
  }

  @Test
  void what_citizens_complain_of_has_no_such_day() {
    ProblemFiled problem = district.problem("OTHER", DeadlineClass.GENERAL);
    String id = district.itemOf(problem).getString("items[0].id");
    assertThat(district.item(id).get("sameDay"), nullValue());
  }
}
