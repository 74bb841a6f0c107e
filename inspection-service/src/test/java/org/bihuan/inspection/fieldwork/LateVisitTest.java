package org.bihuan.inspection.fieldwork;

import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Visits noted where there is no network and sent later: late, twice, in another order. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class LateVisitTest {

  private static boolean published;

  private final Instant start =
      Instant.now().minus(Duration.ofHours(6)).truncatedTo(ChronoUnit.SECONDS);
  private String path;

  @BeforeEach
  void has_been_under_way_for_six_hours() throws SQLException {
    if (!published) {
      PlannedInspection.publishReferenceData();
      published = true;
    }
    String id = PlannedInspection.started();
    path = "/api/v1/inspections/" + id;
    DataSource database = Arc.container().instance(DataSource.class).get();
    try (Connection connection = database.getConnection();
        PreparedStatement earlier =
            connection.prepareStatement("update inspection set started_at = ? where id = ?")) {
      earlier.setTimestamp(1, Timestamp.from(start));
      earlier.setObject(2, UUID.fromString(id));
      assertEquals(1, earlier.executeUpdate());
    }
  }

  private static String visit(Instant arrivedAt, String note) {
    return "{\"arrivedAt\":\"%s\",\"note\":\"%s\",\"longitude\":120.3561,\"latitude\":36.0835,\"crs\":\"GCJ02\"}"
        .formatted(arrivedAt, note);
  }

  private ValidatableResponse tell(int stop, String visit) {
    return team().body(visit).post(path + "/stops/" + stop + "/visit").then();
  }

  private Instant moment(ValidatableResponse answer, String field) {
    return Instant.parse(answer.extract().path(field));
  }

  @Test
  void a_visit_sent_hours_later_keeps_its_time_and_says_when_it_came() {
    Instant arrived = start.plus(Duration.ofMinutes(20));
    Instant before = Instant.now();
    ValidatableResponse answer =
        tell(1, visit(arrived, "公厕已清理"))
            .statusCode(200)
            .body("stops[0].visitedAt", equalTo(arrived.toString()))
            .body("stops[0].arrivedAt", equalTo(arrived.toString()))
            .body("stops[0].visitedBy.role", equalTo("SPECIAL_TEAM"))
            .body("stops[0].visitPosition.sentCrs", equalTo("GCJ02"))
            .body("stops[0].visitPosition.sentLongitude", equalTo(120.3561f))
            .body("stops[0].visitPosition.doubt", nullValue());
    assertTrue(!moment(answer, "stops[0].receivedAt").isBefore(before.minusSeconds(1)));
  }

  @Test
  void a_visit_sent_twice_counts_once() {
    String told = visit(start.plusSeconds(600), "公厕已清理");
    String first = tell(1, told).statusCode(200).extract().path("stops[0].receivedAt");
    String tag = team().get(path).header("ETag");
    tell(1, told).statusCode(200).body("stops[0].receivedAt", equalTo(first));
    team().get(path).then().header("ETag", equalTo(tag));
    as(Identity.of(Role.INSPECTOR).called("inspector-1"))
        .body(told)
        .post(path + "/stops/1/visit")
        .then()
        .statusCode(200);
    team().get(path).then().header("ETag", equalTo(tag));
  }

  @Test
  void another_visit_of_the_same_stop_is_refused() {
    tell(1, visit(start.plusSeconds(600), "公厕已清理")).statusCode(200);
    for (String other :
        new String[] {
          visit(start.plusSeconds(601), "公厕已清理"),
          visit(start.plusSeconds(600), "公厕未清理"),
          visit(start.plusSeconds(600), "公厕已清理").replace("36.0835", "36.0836")
        }) {
      tell(1, other).statusCode(409).body("code", equalTo("stop-settled"));
    }
  }

  @Test
  void visits_come_in_any_order() {
    tell(3, visit(start.plusSeconds(900), "c")).statusCode(200);
    tell(1, visit(start.plusSeconds(300), "a")).statusCode(200);
    tell(2, visit(start.plusSeconds(600), "b"))
        .statusCode(200)
        .body("stops.note", contains("a", "b", "c"))
        .body(
            "stops.visitedAt",
            contains(
                start.plusSeconds(300).toString(),
                start.plusSeconds(600).toString(),
                start.plusSeconds(900).toString()));
  }

  @Test
  void a_visit_that_comes_after_its_finding_still_tells_its_time() {
    team()
        .body(
            "{\"stop\":1,\"title\":\"占道\",\"description\":\"占道经营\",\"foundAt\":\"%s\"}"
                .formatted(start.plusSeconds(1200)))
        .post(path + "/findings")
        .then()
        .statusCode(201)
        .body("foundAt", equalTo(start.plusSeconds(1200).toString()))
        .body("reportedAt", notNullValue());
    team()
        .get(path)
        .then()
        .body("findingCount", equalTo(1))
        .body("stops[0].visitedAt", equalTo(start.plusSeconds(1200).toString()))
        .body("stops[0].arrivedAt", nullValue());
    String told = visit(start.plusSeconds(900), "a");
    tell(1, told)
        .statusCode(200)
        .body("stops[0].visitedAt", equalTo(start.plusSeconds(900).toString()));
    tell(1, told).statusCode(200);
    tell(1, visit(start.plusSeconds(950), "a")).statusCode(409);
  }

  @Test
  void a_finding_shows_that_somebody_was_there_before_the_visit_that_was_told() {
    tell(1, visit(start.plusSeconds(900), "a")).statusCode(200);
    team()
        .body(
            "{\"stop\":1,\"title\":\"占道\",\"description\":\"占道经营\",\"foundAt\":\"%s\"}"
                .formatted(start.plusSeconds(600)))
        .post(path + "/findings")
        .then()
        .statusCode(201);
    team()
        .get(path)
        .then()
        .body("stops[0].visitedAt", equalTo(start.plusSeconds(600).toString()))
        .body("stops[0].arrivedAt", equalTo(start.plusSeconds(900).toString()));
  }

  @Test
  void within_the_difference_of_clocks_a_visit_is_moved_between_start_and_now() {
    tell(1, visit(start.minusSeconds(120), "a"))
        .statusCode(200)
        .body("stops[0].visitedAt", equalTo(start.toString()))
        .body("stops[0].arrivedAt", equalTo(start.minusSeconds(120).toString()));
    Instant ahead = Instant.now().plusSeconds(120).truncatedTo(ChronoUnit.SECONDS);
    ValidatableResponse answer =
        tell(2, visit(ahead, "b"))
            .statusCode(200)
            .body("stops[1].arrivedAt", equalTo(ahead.toString()));
    assertEquals(moment(answer, "stops[1].receivedAt"), moment(answer, "stops[1].visitedAt"));
    tell(2, visit(ahead, "b")).statusCode(200);
  }

  @Test
  void beyond_the_difference_of_clocks_nothing_is_taken() {
    tell(1, visit(start.minusSeconds(301), "a"))
        .statusCode(422)
        .body("code", equalTo("arrived-before-start"));
    tell(1, visit(Instant.now().plusSeconds(330), "a"))
        .statusCode(400)
        .body("errors.field", contains("arrivedAt"))
        .body("errors.code", contains("in-the-future"));
    String finding = "{\"stop\":1,\"title\":\"占道\",\"description\":\"占道\",\"foundAt\":\"%s\"}";
    team()
        .body(finding.formatted(start.minusSeconds(301)))
        .post(path + "/findings")
        .then()
        .statusCode(422)
        .body("code", equalTo("found-before-start"))
        .body("detail", containsString("督查开始时间"));
    team()
        .body(finding.formatted(Instant.now().plusSeconds(330)))
        .post(path + "/findings")
        .then()
        .statusCode(400)
        .body("errors.field", contains("foundAt"))
        .body("errors.code", contains("in-the-future"));
    tell(1, visit(start, "a").replace(",\"crs\":\"GCJ02\"", ""))
        .statusCode(400)
        .body("errors.code", contains("point-incomplete"));
  }

  @Test
  void a_position_outside_the_district_is_kept_and_marked() {
    tell(1, visit(start, "a").replace("120.3561", "116.39"))
        .statusCode(200)
        .body("stops[0].visitPosition.doubt", equalTo("OUTSIDE_DISTRICT"));
  }

  @Test
  void what_was_told_before_the_conclusion_may_be_sent_again_after_it_and_nothing_else() {
    String told = visit(start.plusSeconds(300), "a");
    tell(1, told).statusCode(200);
    team()
        .body(
            """
            {"summary":"一处已查看","unvisited":[{"stop":2,"reason":"道路施工"},{"stop":3,"reason":"天色已晚"}]}
            """)
        .post(path + "/conclusion")
        .then()
        .statusCode(200)
        .body("status", equalTo("CONCLUDED"))
        .body("stops.skippedBecause", contains(null, "道路施工", "天色已晚"));
    tell(1, told).statusCode(200).body("status", equalTo("CONCLUDED"));
    tell(2, visit(start.plusSeconds(600), "b"))
        .statusCode(409)
        .body("code", equalTo("illegal-transition"));
  }

  @Test
  void a_conclusion_explains_each_stop_that_is_open_and_no_other() {
    tell(1, visit(start.plusSeconds(300), "a")).statusCode(200);
    String conclusion = "{\"summary\":\"一处已查看\",\"unvisited\":[%s]}";
    String second = "{\"stop\":2,\"reason\":\"道路施工\"}";
    team()
        .body(conclusion.formatted(second))
        .post(path + "/conclusion")
        .then()
        .statusCode(409)
        .body("code", equalTo("stops-open"))
        .body("detail", containsString("3"));
    team().get(path).then().body("stops[1].skippedBecause", nullValue());
    team()
        .body(conclusion.formatted(second + "," + second.replace("2", "1")))
        .post(path + "/conclusion")
        .then()
        .statusCode(409)
        .body("code", equalTo("stop-settled"));
    team()
        .body(conclusion.formatted("{\"stop\":9,\"reason\":\"道路施工\"}"))
        .post(path + "/conclusion")
        .then()
        .statusCode(404)
        .body("code", equalTo("stop-not-found"));
    team()
        .body(conclusion.formatted("{\"stop\":2,\"reason\":\"\"}"))
        .post(path + "/conclusion")
        .then()
        .statusCode(400)
        .body("errors.field", contains("unvisited[0].reason"));
  }
}
