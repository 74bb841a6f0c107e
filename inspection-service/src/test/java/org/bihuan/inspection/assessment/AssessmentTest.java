package org.bihuan.inspection.assessment;

import static org.awaitility.Awaitility.await;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/** What the assessment of a month says, each test in a month of its own. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class AssessmentTest {

  @Inject DataSource database;

  private static final Duration HOUR = Duration.ofHours(1);

  static String newUnit() {
    return newUnit(null);
  }

  /** A unit that comes under {@code parent}. */
  static String newUnit(String parent) {
    String unit =
        "ASSESSED_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    PastItems.publish(unit, parent);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> team().get("/api/v1/rechecks?unitCode=" + unit).statusCode() == 200);
    return unit;
  }

  static Instant at(String time) {
    return LocalDateTime.parse(time).atZone(DistrictTime.ZONE).toInstant();
  }

  private PastItems past() {
    return new PastItems(database);
  }

  static JsonPath assessment(String month, String query) {
    return team()
        .get("/api/v1/assessments/" + month + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  static Map<String, Object> row(String month, String unit) {
    return assessment(month, "").getMap("rows.find { it.unit.code == '" + unit + "' }");
  }

  /** Compares as numbers; {@code null} is the text of no value. */
  static void assertNumber(String expected, Object value) {
    String text = String.valueOf(value);
    if (expected.equals("null") || text.equals("null")) {
      assertEquals(expected, text);
    } else {
      assertEquals(0, new BigDecimal(expected).compareTo(new BigDecimal(text)), text);
    }
  }

  private static Map<?, ?> figure(Map<String, Object> row, String name) {
    return (Map<?, ?>) ((Map<?, ?>) row.get("figures")).get(name);
  }

  private static void assertShare(
      Map<String, Object> row, String name, String value, int numerator, int denominator) {
    Map<?, ?> figure = figure(row, name);
    assertNumber(value, figure.get("value"));
    assertEquals(numerator, figure.get("numerator"), name);
    assertEquals(denominator, figure.get("denominator"), name);
  }

  @Test
  void the_published_figures_follow_from_items_like_theirs() {
    String unit = newUnit();
    Instant due = at("2019-03-15T12:00");
    List<PastItem> items = new ArrayList<>();
    for (int i = 0; i < 972; i++) {
      PastItem item = PastItem.due(unit, due);
      if (i < 737) {
        item.putRight(due.minus(HOUR));
      } else if (i < 911) {
        item.putRight(due.plus(HOUR));
      }
      items.add(item);
    }
    past().keep(items);
    Map<String, Object> row = row("2019-03", unit);
    assertShare(row, "closeRate", "93.72", 911, 972);
    assertShare(row, "onTimeRate", "75.82", 737, 972);
    assertNumber("972", figure(row, "due").get("value"));
  }

  @Test
  void a_share_of_nothing_has_no_value_and_no_score() {
    String unit = newUnit();
    past().keep(PastItem.due(unit, at("2019-04-02T12:00")));
    Map<String, Object> row = row("2019-03", unit);
    assertShare(row, "dispatchAccuracy", "100.00", 1, 1);
    assertShare(row, "onTimeRate", "null", 0, 0);
    assertEquals(null, row.get("score"));
    assertEquals(false, row.get("ranked"));
  }

  @Test
  void who_has_few_items_due_is_listed_without_a_place() {
    String small = newUnit();
    String large = newUnit();
    Instant due = at("2018-01-10T12:00");
    List<PastItem> items = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      items.add(PastItem.due(i < 4 ? small : large, due).putRight(due.minus(HOUR)));
    }
    past().keep(items);
    Map<String, Object> few = row("2018-01", small);
    assertEquals(false, few.get("ranked"));
    assertEquals(null, few.get("rank"));
    assertNumber("100.00", few.get("score"));
    assertEquals(1, row("2018-01", large).get("rank"));
    assertEquals(List.of(large, small), assessment("2018-01", "").getList("rows.unit.code"));
  }

  @Test
  void equal_scores_share_a_place_and_the_next_one_is_lower_by_as_many() {
    List<String> units = List.of(newUnit(), newUnit(), newUnit());
    Instant due = at("2018-02-10T12:00");
    List<PastItem> items = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      PastItem item = PastItem.due(units.get(i / 5), due);
      items.add(i == 14 ? item : item.putRight(due.minus(HOUR)));
    }
    past().keep(items);
    assertEquals(1, row("2018-02", units.get(0)).get("rank"));
    assertEquals(1, row("2018-02", units.get(1)).get("rank"));
    assertEquals(3, row("2018-02", units.get(2)).get("rank"));
  }

  @Test
  void failed_re_checks_cost_points_and_twice_as_many_where_media_found_it() {
    String unit = newUnit();
    Instant due = at("2018-03-10T12:00");
    PastItem usual = PastItem.due(unit, due);
    PastItem exposed =
        new PastItem("370203021", "SANITATION", "MEDIA_EXPOSURE")
            .issued(unit, due.minus(Duration.ofDays(2)), due);
    for (int i = 0; i < 3; i++) {
      Instant replied = due.minus(HOUR).plus(Duration.ofDays(i));
      usual.failed(replied, due.plus(Duration.ofDays(i + 1)));
    }
    exposed.failed(due.minus(HOUR), due.plus(Duration.ofDays(1)));
    past().keep(usual, exposed);
    Map<String, Object> row = row("2018-03", unit);
    // Twice 0.2 and once 0.5 for the one, 0.2 doubled for the other.
    assertNumber("1.30", row.get("deducted"));
    assertEquals(4, ((List<?>) row.get("deductions")).size());
    team()
        .get("/api/v1/assessments/2018-03/deductions?sort=deductedAt&unit=" + unit)
        .then()
        .statusCode(200)
        .body("items[3].kind", equalTo("REPEATED_FAILURE"))
        .body("items[3].entry", equalTo(usual.checks.get(2).id().toString()))
        .body("items.find { it.doubled }.points", equalTo(0.40f));
    assertShare(row, "reworkRate", "100.00", 2, 2);
    assertShare(row, "firstPassRate", "0.00", 0, 2);
    // 100 x (0.20 x 0 + 0.45 x 0 + 0.20 x 0 + 0.15 x 1) - 1.3
    assertNumber("13.70", row.get("score"));
  }

  @Test
  void an_item_taken_back_is_no_longer_due_from_its_unit_but_from_the_next_one() {
    String first = newUnit();
    String next = newUnit();
    Instant due = at("2018-04-10T12:00");
    PastItem item =
        PastItem.due(first, due)
            .fact("RETURN_REQUESTED", due.minus(Duration.ofHours(40)))
            .fact("RETURN_ACCEPTED", due.minus(Duration.ofHours(39)))
            .issued(next, due.minus(Duration.ofHours(38)), due.plus(HOUR))
            .putRight(due.plus(HOUR));
    past().keep(item);
    assertShare(row("2018-04", first), "dispatchAccuracy", "0.00", 0, 1);
    assertShare(row("2018-04", first), "returnRate", "100.00", 1, 1);
    assertShare(row("2018-04", first), "closeRate", "null", 0, 0);
    assertShare(row("2018-04", next), "onTimeRate", "100.00", 1, 1);
    assertShare(row("2018-04", next), "loopCompleteness", "100.00", 1, 1);
  }

  @Test
  void what_is_suspended_cancelled_or_cannot_be_verified_is_not_held_against_a_unit() {
    String unit = newUnit();
    Instant due = at("2018-05-10T12:00");
    past()
        .keep(
            PastItem.due(unit, due).putRight(due.minus(HOUR)),
            PastItem.due(unit, due).fact("SUSPENDED", due.minus(HOUR)),
            PastItem.due(unit, due).fact("CANCELLED", due.minus(HOUR)),
            PastItem.due(unit, due)
                .replied(due.minus(HOUR))
                .accepted(due.minus(HOUR))
                .checked("CANNOT_VERIFY", due));
    Map<String, Object> row = row("2018-05", unit);
    assertShare(row, "onTimeRate", "33.33", 1, 3);
    assertShare(row, "onTimeRateDeferredOut", "50.00", 1, 2);
    assertShare(row, "firstPassRate", "100.00", 1, 1);
    assertNumber("0.00", row.get("deducted"));
  }

  @Test
  void what_comes_back_within_thirty_days_of_its_write_off_is_a_relapse() {
    String unit = newUnit();
    Instant due = at("2018-06-10T12:00");
    Instant passed = due.plus(HOUR);
    past()
        .keep(
            PastItem.due(unit, due)
                .putRight(due.minus(HOUR))
                .lookedBack("RELAPSED", passed.plus(Duration.ofDays(30))),
            PastItem.due(unit, due)
                .putRight(due.minus(HOUR))
                .lookedBack("RELAPSED", passed.plus(Duration.ofDays(30)).plusMillis(1)));
    assertShare(row("2018-06", unit), "relapseRate", "50.00", 1, 2);
  }

  @Test
  void a_reply_in_time_that_does_not_pass_is_not_on_time() {
    String unit = newUnit();
    Instant due = at("2018-07-10T12:00");
    Instant next = due.plus(Duration.ofDays(2));
    past()
        .keep(
            PastItem.due(unit, due).failed(due.minus(HOUR), next).putRight(next.plusMillis(1)),
            PastItem.due(unit, due).failed(due.minus(HOUR), next).putRight(next),
            PastItem.due(unit, due).replied(due.minus(HOUR)).returned(due).putRight(due));
    Map<String, Object> row = row("2018-07", unit);
    assertShare(row, "onTimeRate", "66.67", 2, 3);
    assertShare(row, "replyQuality", "66.67", 2, 3);
    assertShare(row, "firstPassRate", "33.33", 1, 3);
    assertShare(row, "reworkRate", "66.67", 2, 3);
  }

  @Test
  void who_has_the_harder_items_scores_better_once_that_is_adjusted() {
    String easy = newUnit();
    String hard = newUnit();
    Instant due = at("2018-08-10T12:00");
    List<PastItem> items = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      // The same share of each kind is on time in both units; only the mix differs.
      boolean isHard = i % 10 < 5 ? i < 10 ? i % 10 == 0 : i % 10 < 4 : i >= 10;
      PastItem item =
          new PastItem("370203021", isHard ? "ROOF_LEAK" : "SANITATION", "CITIZEN")
              .issued(i < 10 ? easy : hard, due.minus(HOUR.multipliedBy(48)), due);
      items.add(isHard && i % 2 == 0 ? item : item.putRight(due.minus(HOUR)));
    }
    past().keep(items);
    Map<String, Object> of = row("2018-08", hard);
    Map<String, Object> other = row("2018-08", easy);
    double gain = number(of, "adjusted") - number(of, "score");
    double loss = number(other, "adjusted") - number(other, "score");
    assertFalse(gain <= 0 || loss >= gain, of + " " + other);
  }

  private static double number(Map<String, Object> row, String name) {
    return Double.parseDouble(String.valueOf(row.get(name)));
  }

  @Test
  void a_score_is_shown_against_the_month_before_and_the_year_before() {
    String unit = newUnit();
    past()
        .keep(
            PastItem.due(unit, at("2017-09-10T12:00")),
            PastItem.due(unit, at("2018-08-10T12:00")).putRight(at("2018-08-11T12:00")),
            PastItem.due(unit, at("2018-09-10T12:00")).putRight(at("2018-09-10T12:00")));
    Map<String, Object> row = row("2018-09", unit);
    assertNumber("100.00", row.get("score"));
    assertNumber("45.00", row.get("monthOnMonth"));
    assertNumber("100.00", row.get("yearOnYear"));
    assertEquals(null, row("2018-08", unit).get("monthOnMonth"));
  }

  @Test
  void a_month_without_anything_has_no_rows() {
    team()
        .get("/api/v1/assessments/1999-01")
        .then()
        .statusCode(200)
        .body("status", equalTo("OPEN"))
        .body("of", equalTo("UNIT"))
        .body("formula.version", equalTo(1))
        .body("formula.weights.onTime", equalTo(0.45f))
        .body("closedAt", nullValue())
        .body("rows.size()", equalTo(0));
    team().get("/api/v1/assessments/2018-13").then().statusCode(404);
  }
}
