package org.bihuan.intake.keytask;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Weekly key tasks and their completion. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class KeyTaskTest {

  private static final String TASKS = "/api/v1/key-tasks";

  private static Response task(String week, String title, String category) {
    Response task =
        As.role(Role.SPECIAL_TEAM)
            .body(
                """
                {"channel": "SPECIAL_TEAM_DESK", "sourceKind": "WEEKLY_KEY_TASK", "categoryCode": "%s",
                 "text": "%s %s", "location": {"subdistrictCode": "370203021"},
                 "source": {"week": "%s", "title": "%s", "dueOn": "2026-11-01"}}
                """
                    .formatted(category, title, UUID.randomUUID(), week, title))
            .post("/api/v1/complaints");
    task.then().statusCode(201);
    return task;
  }

  private static Response listed(String query) {
    return As.role(Role.LINE_LEADER).get(TASKS + query);
  }

  @Test
  void a_task_is_done_when_its_problem_is_written_off_and_owed_until_then() throws Exception {
    String week = "2031-W07";
    Response done = task(week, "农贸市场整治", "SANITATION");
    String problem = done.path("problemId");
    task(week, "背街小巷整治", "SANITATION");
    task(week, "待分拣任务", "OTHER");
    Response dropped = task(week, "取消的任务", "OTHER");
    As.role(Role.SPECIAL_TEAM)
        .body("{\"reason\": \"已取消\"}")
        .post("/api/v1/complaints/" + dropped.path("id") + "/rejection")
        .then()
        .statusCode(200);
    task("2031-W08", "下周任务", "SANITATION");
    try (UpstreamEvents others = new UpstreamEvents()) {
      others.tell(
          new ProblemWrittenOff(
              UUID.randomUUID(),
              UUID.fromString(problem),
              UUID.randomUUID(),
              UUID.randomUUID(),
              Instant.parse("2026-11-28T00:00:00Z"),
              new Actor("INSPECTOR", null, "inspector")));
    }
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () ->
                listed("?status=DONE&week=" + week).then().body("items.title", contains("农贸市场整治")));
    listed("?week=" + week)
        .then()
        .body("items.title", contains("取消的任务", "待分拣任务", "背街小巷整治", "农贸市场整治"))
        .body("items.status", contains("DROPPED", "OPEN", "OPEN", "DONE"))
        .body("items.overdue", contains(false, true, true, false))
        .body("items[1].problemId", nullValue())
        .body("items[3].problemId", equalTo(problem))
        .body("items[3].writtenOffAt", equalTo("2026-11-28T00:00:00Z"));
    Response figures = listed("/figures?week=" + week);
    figures
        .then()
        .body("week", equalTo(week))
        .body("done.numerator", equalTo(1))
        .body("done.denominator", equalTo(3))
        .body("total.value", equalTo(3));
    assertEquals(
        List.of(1, 3), List.of(rows(figures.path("done.list")), rows(figures.path("total.list"))));
    listed("?week=" + week + "&status=DROPPED")
        .then()
        .body("items.title", containsInAnyOrder("取消的任务"));
  }

  private static int rows(String list) {
    return As.role(Role.TOP_LEADER).get(list).<List<?>>path("items").size();
  }

  @Test
  void a_week_without_tasks_has_no_share() {
    listed("/figures?week=1999-W01")
        .then()
        .body("done.value", nullValue())
        .body("total.value", equalTo(0));
    listed("/figures").then().statusCode(200);
    listed("?week=2027-W53").then().statusCode(400).body("errors.code", contains("week"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"CHANNEL_CLERK", "UNIT_HANDLER", "SUBDISTRICT", "INSPECTOR", "ADMIN"})
  void those_who_do_not_answer_for_the_district_are_refused(Role role) {
    As.role(role).get(TASKS).then().statusCode(403);
    As.role(role).get(TASKS + "/figures").then().statusCode(403);
  }
}
