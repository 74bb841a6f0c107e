package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.bihuan.dispatch.ItemActs.HANDLER;
import static org.bihuan.dispatch.ItemActs.REFUSED;
import static org.bihuan.dispatch.ItemActs.decideExtension;
import static org.bihuan.dispatch.ItemActs.decideReturn;
import static org.bihuan.dispatch.ItemActs.requestExtension;
import static org.bihuan.dispatch.ItemActs.requestReturn;
import static org.bihuan.dispatch.ItemActs.resume;
import static org.bihuan.dispatch.ItemActs.suspend;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lies on a desk is the length of the list behind each figure. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class WorkbenchTest {

  private static final List<String> FIGURES =
      List.of("todo", "inProgress", "done", "dueSoon", "overdue");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject District district;
  @Inject SharedItem shared;
  @Inject MovableClock clock;

  @AfterEach
  void setTheClockRight() {
    clock.reset();
  }

  private static JsonPath workbench(Identity identity) {
    return as(identity).get("/api/v1/workbench").then().statusCode(200).extract().jsonPath();
  }

  private static Map<String, Integer> values(Identity identity) {
    JsonPath workbench = workbench(identity);
    Map<String, Integer> values = new TreeMap<>();
    FIGURES.forEach(figure -> values.put(figure, workbench.getInt(figure + ".value")));
    return values;
  }

  private static void assertEachIsTheLengthOfItsList(Identity identity) {
    JsonPath workbench = workbench(identity);
    for (String figure : FIGURES) {
      String list = workbench.getString(figure + ".list");
      as(identity)
          .get(list + "&count=exact")
          .then()
          .statusCode(200)
          .body("total", equalTo(workbench.getInt(figure + ".value")));
    }
  }

  /** Something in each state, green, yellow and red. */
  private void aBusyDistrict() {
    district.itemOf(district.problem("OTHER", DeadlineClass.GENERAL));
    district.issued();
    district.acknowledged();
    district.replied();
    String returned = district.replied();
    district
        .review(
            returned,
            district.newestReply(returned),
            "{\"decision\":\"RETURNED\",\"opinion\":\"缺照片\"}")
        .then()
        .statusCode(200);
    requestReturn(district.issued(), SharedItem.JOINT).then().statusCode(201);
    requestExtension(district.acknowledged(), Duration.ofDays(1)).then().statusCode(201);
    suspend(district.acknowledged(), clock, 20).then().statusCode(200);
    shared.issued();
    String done = district.accepted();
    district.tellWrittenOff(done);
    district.awaitStatus(done, "WRITTEN_OFF");
    as(TEAM)
        .body("{\"reason\": \"重复\"}")
        .post("/api/v1/order-items/" + district.issued() + "/cancellation")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CHANNEL_CLERK"})
  void every_figure_is_the_length_of_its_list_for_every_role(Role role) {
    aBusyDistrict();
    Identity identity =
        Set.of(Role.UNIT_HANDLER, Role.UNIT_LEADER).contains(role)
            ? Identity.of(role).ofUnit(ENFORCEMENT)
            : Identity.of(role);
    assertEachIsTheLengthOfItsList(identity);
    assertTrue(values(identity).get("done") > 0);
    clock.forward(Duration.ofHours(47));
    assertEachIsTheLengthOfItsList(identity);
    assertTrue(values(identity).get("dueSoon") > 0);
    clock.forward(Duration.ofHours(2));
    assertEachIsTheLengthOfItsList(identity);
    assertTrue(values(identity).get("overdue") > 0);
  }

  @Test
  void what_lies_on_one_desk_goes_to_another() {
    Map<String, Integer> team = values(TEAM);
    Map<String, Integer> unit = values(HANDLER);
    String id = district.issued();
    assertMoved(team, values(TEAM), "inProgress");
    assertMoved(unit, values(HANDLER), "todo");
    team = values(TEAM);
    unit = values(HANDLER);
    district.acknowledge(id);
    assertEquals(team, values(TEAM));
    assertEquals(unit.get("todo") - 1, values(HANDLER).get("todo"));
    assertEquals(unit.get("inProgress") + 1, values(HANDLER).get("inProgress"));
    district.replyFinally(id);
    assertEquals(team.get("todo") + 1, values(TEAM).get("todo"));
    district.review(id, district.newestReply(id), "{\"decision\":\"ACCEPTED\"}");
    district.tellWrittenOff(id);
    district.awaitStatus(id, "WRITTEN_OFF");
    assertEquals(team.get("done") + 1, values(TEAM).get("done"));
    assertEquals(unit.get("done") + 1, values(HANDLER).get("done"));
  }

  private static void assertMoved(
      Map<String, Integer> before, Map<String, Integer> after, String figure) {
    Map<String, Integer> expected = new TreeMap<>(before);
    expected.merge(figure, 1, Integer::sum);
    assertEquals(expected, after);
  }

  /** Whether it is among what waits for them, and so not among all other items. */
  private boolean waitsFor(Identity identity, String id) {
    String mine = "&problemId=" + district.item(id).getString("problemId");
    boolean waits = isListed(identity, "todo=true" + mine);
    assertEquals(!waits, isListed(identity, "todo=false" + mine));
    return waits;
  }

  private static boolean isListed(Identity identity, String filter) {
    return !as(identity)
        .get("/api/v1/order-items?" + filter)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items")
        .isEmpty();
  }

  @Test
  void what_a_unit_asks_for_waits_for_the_team_until_it_is_decided() {
    String id = district.issued();
    assertFalse(waitsFor(TEAM, id));
    String returning =
        requestReturn(id, SharedItem.JOINT).then().statusCode(201).extract().path("id");
    assertTrue(waitsFor(TEAM, id));
    assertFalse(waitsFor(HANDLER, id));
    decideReturn(id, returning, REFUSED).then().statusCode(200);
    assertFalse(waitsFor(TEAM, id));
    assertTrue(waitsFor(HANDLER, id));
    district.acknowledge(id).then().statusCode(200);
    String extension =
        requestExtension(id, Duration.ofDays(1)).then().statusCode(201).extract().path("id");
    assertTrue(waitsFor(TEAM, id));
    decideExtension(id, extension, REFUSED).then().statusCode(200);
    assertFalse(waitsFor(TEAM, id));
    assertFalse(waitsFor(HANDLER, id));
  }

  @Test
  void what_is_suspended_waits_for_the_team_once_its_day_of_review_is_past() {
    String id = district.issued();
    suspend(id, clock, 1).then().statusCode(200);
    assertFalse(waitsFor(TEAM, id));
    assertFalse(waitsFor(HANDLER, id));
    clock.forward(Duration.ofDays(2));
    await().atMost(PATIENCE).until(() -> district.item(id).getBoolean("suspension.reviewOverdue"));
    assertTrue(waitsFor(TEAM, id));
    resume(id).then().statusCode(200);
    assertFalse(waitsFor(TEAM, id));
    assertTrue(waitsFor(HANDLER, id));
  }

  @Test
  void the_open_task_of_a_unit_that_helps_waits_for_that_unit_alone() {
    Identity joint = handlerOf(SharedItem.JOINT);
    String id = shared.acknowledged();
    assertTrue(waitsFor(joint, id));
    assertFalse(waitsFor(HANDLER, id));
    suspend(id, clock, 20).then().statusCode(200);
    assertFalse(waitsFor(joint, id), "nothing can be replied while the clock stands");
    resume(id).then().statusCode(200);
    assertTrue(waitsFor(joint, id));
    SharedItem.reply(joint, id, SharedItem.JOINT).then().statusCode(200);
    assertFalse(waitsFor(joint, id));
  }

  @Test
  void nothing_waits_for_who_only_looks_on() {
    district.issued();
    Map<String, Integer> leader = values(Identity.of(Role.TOP_LEADER));
    assertEquals(0, leader.get("todo"));
    assertTrue(leader.get("inProgress") > 0);
  }

  @Test
  void a_unit_without_its_claim_is_refused() {
    as(Identity.of(Role.UNIT_HANDLER).withoutUsualClaims())
        .get("/api/v1/workbench")
        .then()
        .statusCode(403)
        .body("code", equalTo("claim-missing"));
    as(Identity.of(Role.CHANNEL_CLERK)).get("/api/v1/workbench").then().statusCode(403);
  }
}
