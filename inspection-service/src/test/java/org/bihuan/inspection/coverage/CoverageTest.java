package org.bihuan.inspection.coverage;

import static org.bihuan.inspection.Callers.OTHER_SUBDISTRICT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import javax.sql.DataSource;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.inspection.coverage.visit.Visit;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Role;
import org.hibernate.annotations.Subselect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where inspections have been within a week. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class CoverageTest {

  private static final String COVERAGE = "/api/v1/coverage";
  private static final String THIRD_SUBDISTRICT = "370203005";

  @Inject DataSource database;

  @BeforeEach
  void reference_data_has_arrived() {
    PlannedInspection.publishReferenceData();
  }

  private void visit(String tier, String line, String subdistrict, String time)
      throws SQLException {
    new PastVisits(database).visit(tier, line, subdistrict, time);
  }

  private static JsonPath coverage(String week) {
    return team().get(COVERAGE + "?week=" + week).then().statusCode(200).extract().jsonPath();
  }

  private static String of(String subdistrict) {
    return "subdistricts.find { it.code == '" + subdistrict + "' }.";
  }

  @Test
  void every_figure_is_the_length_of_the_list_behind_it() throws SQLException {
    visit("FRONTLINE", null, SUBDISTRICT, "2025-03-04T10:00");
    visit("LINE", "L1 城建", SUBDISTRICT, "2025-03-05T20:00");
    visit("LINE", null, OTHER_SUBDISTRICT, "2025-03-08T09:00");
    visit("AREA", null, OTHER_SUBDISTRICT, "2025-03-09T23:59");
    int figures = Figures.assertThatAllAreTheLengthOfTheirLists(COVERAGE + "?week=2025-W10");
    assertThat(figures, greaterThan(20));
    JsonPath coverage = coverage("2025-W10");
    assertThat(coverage.getString("week"), equalTo("2025-W10"));
    assertThat(coverage.getInt("covered.numerator"), equalTo(2));
    assertThat(
        coverage.getInt("covered.denominator"), equalTo(coverage.getList("subdistricts").size()));
    assertThat(coverage.getFloat("nightShare.value"), equalTo(50f));
    assertThat(coverage.getFloat("weekendShare.value"), equalTo(50f));
    assertThat(coverage.getInt(of(SUBDISTRICT) + "visits.FRONTLINE.value"), equalTo(1));
    assertThat(coverage.getInt(of(SUBDISTRICT) + "visits.LINE.value"), equalTo(1));
    assertThat(coverage.getInt(of(SUBDISTRICT) + "visits.AREA.value"), equalTo(0));
    assertThat(coverage.getFloat(of(SUBDISTRICT) + "nightShare.value"), equalTo(50f));
    assertThat(coverage.getList("tiers.visits.value"), contains(1, 2, 1));
  }

  @Test
  void a_sub_district_that_nobody_visited_is_shown_and_becomes_a_blind_spot() throws SQLException {
    visit("AREA", null, THIRD_SUBDISTRICT, "2024-05-08T10:00");
    String there = of(THIRD_SUBDISTRICT);
    assertThat(coverage("2024-W20").getBoolean(there + "blind"), equalTo(false));
    assertThat(coverage("2024-W21").getBoolean(there + "blind"), equalTo(false));
    JsonPath later = coverage("2024-W22");
    assertThat(later.getBoolean(there + "blind"), equalTo(true));
    assertThat(later.getInt(there + "visits.AREA.value"), equalTo(0));
    assertThat(later.get(there + "nightShare.value"), nullValue());
    assertThat(later.getString(there + "lastVisitAt"), equalTo("2024-05-08T02:00:00Z"));
    assertThat(coverage("2024-W18").get(there + "lastVisitAt"), nullValue());
    assertThat(coverage("2024-W18").getBoolean(there + "blind"), equalTo(true));
    team()
        .get(later.getString("blind.list"))
        .then()
        .body("items.code", hasItem(THIRD_SUBDISTRICT))
        .body("items.blind", everyItem(equalTo(true)));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-W10, 2023-03-06T00:00, true, false",
    "2023-W11, 2023-03-17T18:59:59.999999, false, false",
    "2023-W12, 2023-03-22T19:00, true, false",
    "2023-W13, 2023-03-28T06:59:59.999999, true, false",
    "2023-W14, 2023-04-04T07:00, false, false",
    "2023-W15, 2023-04-15T00:00, true, true",
    "2023-W16, 2023-04-23T12:00, false, true",
    "2023-W17, 2023-04-30T23:59:59.999999, true, true"
  })
  void nights_and_weekends_are_those_of_the_district(
      String week, String time, boolean night, boolean weekend) throws SQLException {
    visit("AREA", null, SUBDISTRICT, time);
    JsonPath coverage = coverage(week);
    assertThat(coverage.getInt(of(SUBDISTRICT) + "visits.AREA.value"), equalTo(1));
    assertThat(coverage.getInt("nightShare.numerator"), equalTo(night ? 1 : 0));
    assertThat(coverage.getInt("weekendShare.numerator"), equalTo(weekend ? 1 : 0));
    listed(coverage, "&night=" + night + "&weekend=" + weekend)
        .body("items", hasSize(1))
        .body("items[0].night", equalTo(night))
        .body("items[0].weekend", equalTo(weekend));
    listed(coverage, "&night=" + !night).body("items", hasSize(0));
    listed(coverage, "&weekend=" + !weekend).body("items", hasSize(0));
  }

  private static ValidatableResponse listed(JsonPath coverage, String more) {
    return team()
        .get(
            COVERAGE
                + "/visits?from="
                + coverage.getString("from")
                + "&to="
                + coverage.getString("to")
                + more)
        .then()
        .statusCode(200);
  }

  @Test
  void an_inspection_counts_once_it_has_started_and_only_where_it_was() {
    String id = PlannedInspection.by(team(), "UNANNOUNCED");
    String visits = COVERAGE + "/visits?inspectionId=" + id;
    team().get(visits).then().body("items", hasSize(0));
    team().post("/api/v1/inspections/" + id + "/start").then().statusCode(200);
    team().get(visits).then().body("items", hasSize(0));
    team()
        .body("{\"arrivedAt\":\"%s\"}".formatted(Instant.now()))
        .post("/api/v1/inspections/" + id + "/stops/2/visit")
        .then()
        .statusCode(200);
    team()
        .body("{\"reason\":\"道路封闭\"}")
        .post("/api/v1/inspections/" + id + "/stops/1/skip")
        .then()
        .statusCode(200);
    team()
        .get(visits)
        .then()
        .body("items.stop", contains(2))
        .body("items[0].subdistrictCode", equalTo(SUBDISTRICT))
        .body("items[0].place", equalTo("桑梓路"));
    JsonPath now = team().get(COVERAGE).then().statusCode(200).extract().jsonPath();
    assertThat(now.getInt(of(SUBDISTRICT) + "visits.AREA.value"), greaterThan(0));
    assertThat(now.getBoolean(of(SUBDISTRICT) + "blind"), equalTo(false));
  }

  @Test
  void what_leaders_owe_is_set_against_what_they_did() throws SQLException {
    visit("LINE", "L8", SUBDISTRICT, "2022-03-08T10:00");
    visit("LINE", "L9", SUBDISTRICT, "2022-03-15T10:00");
    String list = COVERAGE + "/obligations?week=2022-W10";
    team()
        .get(list + "&done=true")
        .then()
        .body("items.lineCode", contains("L8"))
        .body("items.visits.value", contains(1));
    team()
        .get(list + "&done=false")
        .then()
        .body("items.tier", hasItem("FRONTLINE"))
        .body("items.lineCode", hasItem("L9"))
        .body("items.lineCode", not(hasItem("L8")));
    Figures.assertThatAllAreTheLengthOfTheirLists(list + "&tier=LINE");
    JsonPath coverage = coverage("2022-W10");
    assertThat(coverage.getInt("obligations.numerator"), equalTo(1));
    visit("FRONTLINE", null, SUBDISTRICT, "2022-03-08T11:00");
    assertThat(coverage("2022-W10").getInt("obligations.numerator"), equalTo(2));
  }

  @Test
  void lists_of_few_rows_have_pages_too() {
    JsonPath first = team().get(COVERAGE + "/subdistricts?limit=1").jsonPath();
    JsonPath second =
        team()
            .queryParam("cursor", first.getString("nextCursor"))
            .get(COVERAGE + "/subdistricts?limit=1")
            .jsonPath();
    JsonPath both = team().get(COVERAGE + "/subdistricts?limit=2").jsonPath();
    assertThat(
        both.getList("items.code"),
        contains(first.getString("items[0].code"), second.getString("items[0].code")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/subdistricts", "/obligations"})
  void a_week_is_one_of_iso_8601(String list) {
    for (String week : new String[] {"2027-W53", "2026-48", "48"}) {
      team()
          .get(COVERAGE + list + "?week=" + week)
          .then()
          .statusCode(400)
          .body("errors.field", contains("week"))
          .body("errors.code", contains("week"))
          .body("errors[0].message", containsString("2026-W48"));
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void those_who_watch_over_the_whole_district_see_it(Role role) {
    Set<Role> others =
        EnumSet.of(Role.CHANNEL_CLERK, Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.SUBDISTRICT);
    for (String list : new String[] {"", "/subdistricts", "/visits", "/obligations"}) {
      as(role).get(COVERAGE + list).then().statusCode(others.contains(role) ? 403 : 200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "visited_at >= '2026-11-22' and visited_at < '2026-11-29' | inspection_stop_visited_at",
        "visited_at < '2026-11-29' and subdistrict_code = '370203021' order by visited_at desc limit 1"
            + " | inspection_stop_subdistrict_visited_at"
      })
  void visits_are_found_by_an_index(String condition, String index) throws SQLException {
    String visits = Visit.class.getAnnotation(Subselect.class).value();
    String query = "explain select e.visited_at from (" + visits + ") e where " + condition;
    StringBuilder plan = new StringBuilder();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      // Of a few rows all are read; what matters is whether an index could serve many.
      statement.execute("set enable_seqscan = off");
      try (ResultSet lines = statement.executeQuery(query)) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      } finally {
        statement.execute("reset enable_seqscan");
      }
    }
    assertThat(plan.toString(), containsString(index));
  }
}
