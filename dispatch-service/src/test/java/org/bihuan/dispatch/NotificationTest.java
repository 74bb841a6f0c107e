package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of what, once each, and what becomes one message. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class NotificationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NOTIFICATIONS = "/api/v1/notifications";
  private static final Identity HANDLER = handlerOf(ENFORCEMENT);
  private static final Identity LEADER = Identity.of(Role.UNIT_LEADER).ofUnit(ENFORCEMENT);
  private static final Identity LINE = Identity.of(Role.LINE_LEADER).ofLine("STREET_ORDER");

  @Inject District district;
  @Inject MovableClock clock;
  @Inject EntityManager entities;

  /** What earlier tests left to be told would be told together with what follows. */
  @BeforeEach
  void nothing_waits() {
    await().atMost(PATIENCE).until(this::waiting, equalTo(0L));
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  private static List<Map<String, Object>> told(Identity who, String kind) {
    return as(who)
        .get(NOTIFICATIONS + "?limit=200&kind=" + kind)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items");
  }

  private static List<Map<String, Object>> toldOf(Identity who, String kind, String item) {
    return told(who, kind).stream().filter(each -> item.equals(each.get("itemId"))).toList();
  }

  private static Map<String, Object> awaitTold(Identity who, String kind, String item) {
    return await()
        .atMost(PATIENCE)
        .until(() -> toldOf(who, kind, item), found -> !found.isEmpty())
        .get(0);
  }

  @Test
  void an_issued_item_is_told_to_the_people_of_its_unit_and_to_nobody_else() {
    String id = district.issued();
    Map<String, Object> told = awaitTold(HANDLER, "ITEM_ISSUED", id);
    JsonPath item = district.item(id);
    assertThat(told.get("count"), equalTo(1));
    assertThat(told.get("problemSerial"), equalTo(item.getString("problemSerial")));
    assertThat(told.get("orderSerial"), equalTo(item.getString("orderSerial")));
    assertThat(told.get("dueAt"), equalTo(item.getString("dueAt")));
    assertThat(told.get("list"), equalTo("/api/v1/order-items/" + id));
    assertThat(told.get("recipient"), equalTo(Map.of("role", "UNIT_HANDLER", "code", ENFORCEMENT)));
    assertThat(
        (String) told.get("text"),
        allOf(containsString("新交办事项"), containsString(item.getString("problemSerial"))));
    assertThat((String) told.get("text"), not(containsString("摊贩")));
    assertThat(toldOf(LEADER, "ITEM_ISSUED", id), hasSize(1));
    assertThat(toldOf(handlerOf("EDUCATION_BUREAU"), "ITEM_ISSUED", id), empty());
    assertThat(toldOf(TEAM, "ITEM_ISSUED", id), empty());
    assertThat(toldOf(LINE, "ITEM_ISSUED", id), empty());
  }

  @Test
  void yellow_is_told_to_the_unit_and_red_to_its_line_and_the_team_too_once_each() {
    String id = district.acknowledged();
    clock.forward(Duration.ofHours(36).plusSeconds(5));
    awaitTold(HANDLER, "ITEM_WARNED", id);
    assertThat(toldOf(LEADER, "ITEM_WARNED", id), hasSize(1));
    assertThat(toldOf(TEAM, "ITEM_WARNED", id), empty());
    clock.forward(Duration.ofHours(12));
    awaitTold(TEAM, "ITEM_OVERDUE", id);
    for (Identity who : List.of(HANDLER, LEADER, LINE, TEAM)) {
      assertThat(toldOf(who, "ITEM_OVERDUE", id), hasSize(1));
    }
    assertThat(
        toldOf(Identity.of(Role.LINE_LEADER).ofLine("TRAFFIC"), "ITEM_OVERDUE", id), empty());
    assertThat(toldOf(Identity.of(Role.TOP_LEADER), "ITEM_OVERDUE", id), empty());
    clock.forward(Duration.ofDays(9));
    String later = district.issued();
    awaitTold(HANDLER, "ITEM_ISSUED", later);
    assertThat(toldOf(TEAM, "ITEM_OVERDUE", id), hasSize(1));
  }

  @Test
  void
      requests_go_to_the_team_and_decisions_to_the_unit_that_asked_though_it_has_the_item_no_more() {
    String id = district.issued();
    String request =
        as(HANDLER)
            .body("{\"reason\": \"不属本单位\", \"clauseCode\": \"OUTSIDE_DUTY\"}")
            .post("/api/v1/order-items/" + id + "/return-requests")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    awaitTold(TEAM, "RETURN_REQUESTED", id);
    as(TEAM)
        .body("{\"decision\": \"ACCEPTED\", \"opinion\": \"同意\"}")
        .post("/api/v1/order-items/" + id + "/return-requests/" + request + "/decision")
        .then()
        .statusCode(200);
    assertThat(
        (String) awaitTold(HANDLER, "RETURN_ACCEPTED", id).get("list"),
        equalTo("/api/v1/order-items?unitCode=" + ENFORCEMENT));
    awaitTold(TEAM, "ITEM_UNASSIGNED", id);
  }

  @Test
  void an_urge_a_reply_and_its_return_are_told_without_a_word_of_anybody() {
    String id = district.acknowledged();
    as(TEAM)
        .body("{\"text\": \"请立即处理，联系 19900000001\"}")
        .post("/api/v1/order-items/" + id + "/urges")
        .then()
        .statusCode(201);
    district.replyFinally(id).then().statusCode(201);
    district
        .review(id, district.newestReply(id), "{\"decision\":\"RETURNED\",\"opinion\":\"未整改\"}")
        .then()
        .statusCode(200);
    String urge = (String) awaitTold(HANDLER, "ITEM_URGED", id).get("text");
    assertThat(urge, allOf(not(containsString("19900000001")), not(containsString("立即"))));
    awaitTold(TEAM, "REPLY_RECEIVED", id);
    assertThat(
        (String) awaitTold(LEADER, "REPLY_RETURNED", id).get("text"), not(containsString("未整改")));
  }

  @Test
  void each_unit_that_helps_is_told_of_its_own_task() {
    String id =
        district
            .itemOf(district.problem("CABLE_TANGLE", DeadlineClass.GENERAL))
            .getString("items[0].id");
    List<String> joint = district.item(id).getList("jointUnits.code");
    assertThat(joint.size(), greaterThanOrEqualTo(2));
    String first = joint.get(0);
    Map<String, Object> told = awaitTold(handlerOf(first), "TASK_GIVEN", id);
    assertThat(((Map<?, ?>) told.get("unit")).get("code"), equalTo(first));
    clock.forward(Duration.ofHours(49));
    Map<String, Object> late = awaitTold(handlerOf(first), "TASK_OVERDUE", id);
    assertThat(((Map<?, ?>) late.get("unit")).get("code"), equalTo(first));
    await()
        .atMost(PATIENCE)
        .until(() -> toldOf(TEAM, "TASK_OVERDUE", id).size(), equalTo(joint.size()));
  }

  @Test
  void after_a_failed_recheck_each_unit_that_helps_is_told_of_its_task_again() {
    String id =
        district
            .itemOf(district.problem("CABLE_TANGLE", DeadlineClass.GENERAL))
            .getString("items[0].id");
    List<String> joint = district.item(id).getList("jointUnits.code");
    joint.forEach(unit -> SharedItem.reply(handlerOf(unit), id, unit).then().statusCode(200));
    Identity lead = handlerOf(district.item(id).getString("leadUnit.code"));
    ItemActs.post(lead, id, "/acknowledgement", "{}").then().statusCode(200);
    ItemActs.post(
            lead,
            id,
            "/replies",
            "{\"kind\": \"FINAL\", \"cause\": \"a\", \"measures\": \"b\", \"resultSummary\": \"c\"}")
        .then()
        .statusCode(201);
    district
        .review(id, district.newestReply(id), "{\"decision\":\"ACCEPTED\"}")
        .then()
        .statusCode(200);
    district.tellRecheckFailed(id, 0);
    await()
        .atMost(PATIENCE)
        .until(() -> toldOf(handlerOf(joint.get(0)), "TASK_GIVEN", id).size(), equalTo(2));
  }

  @Test
  void what_is_read_is_read_by_one_person_and_by_no_other() {
    String id = district.issued();
    String notification = (String) awaitTold(HANDLER, "ITEM_ISSUED", id).get("id");
    Identity colleague = HANDLER.called("colleague");
    String first =
        as(HANDLER)
            .post(NOTIFICATIONS + "/" + notification + "/read")
            .then()
            .statusCode(200)
            .body("readAt", notNullValue())
            .extract()
            .path("readAt");
    clock.forward(Duration.ofMinutes(1));
    as(HANDLER)
        .post(NOTIFICATIONS + "/" + notification + "/read")
        .then()
        .statusCode(200)
        .body("readAt", equalTo(first));
    as(HANDLER)
        .get(NOTIFICATIONS + "?limit=200&unread=true&kind=ITEM_ISSUED")
        .then()
        .body("items.id", not(hasItem(notification)));
    as(HANDLER)
        .get(NOTIFICATIONS + "?limit=200&unread=false&kind=ITEM_ISSUED")
        .then()
        .body("items.id", hasItem(notification));
    as(colleague)
        .get(NOTIFICATIONS + "?limit=200&unread=true&count=exact")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(notification))
        .body("total", greaterThanOrEqualTo(1));
    as(handlerOf("EDUCATION_BUREAU"))
        .post(NOTIFICATIONS + "/" + notification + "/read")
        .then()
        .statusCode(404)
        .body("code", equalTo("notification-not-found"));
  }

  @Test
  void refusals_are_in_both_languages_and_a_missing_bound_is_one() {
    String nobody = NOTIFICATIONS + "/" + UUID.randomUUID() + "/read";
    as(TEAM).post(nobody).then().statusCode(404).body("title", equalTo("No such notification"));
    as(TEAM, "zh").post(nobody).then().statusCode(404).body("title", equalTo("通知不存在"));
    for (Role role : List.of(Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.LINE_LEADER)) {
      as(Identity.of(role).withoutUsualClaims())
          .get(NOTIFICATIONS)
          .then()
          .statusCode(403)
          .body("code", equalTo("claim-missing"));
    }
    as(Identity.of(Role.ASSESSOR)).get(NOTIFICATIONS).then().statusCode(403);
    as(TEAM)
        .get(NOTIFICATIONS + "?kind=NOTHING&unread=perhaps")
        .then()
        .statusCode(400)
        .body("errors", hasSize(2));
  }

  @Test
  void a_hundred_items_that_turned_red_at_once_are_one_message_for_each() {
    clock.forward(Duration.ofDays(-20));
    List<String> ids = new ArrayList<>();
    Map<UUID, ProblemFiled> filed = new LinkedHashMap<>();
    for (int i = 0; i < 100; i++) {
      filed.put(UUID.randomUUID(), district.problem());
    }
    district.tellAll(filed);
    for (ProblemFiled problem : filed.values()) {
      ids.add(district.awaitItem(problem.problemId()).getString("items[0].id"));
    }
    clock.reset();
    Map<String, Object> one =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    told(TEAM, "ITEM_OVERDUE").stream()
                        .filter(each -> (Integer) each.get("count") >= 100)
                        .toList(),
                found -> !found.isEmpty())
            .get(0);
    assertThat(one.get("itemId"), nullValue());
    assertThat(one.get("list"), equalTo("/api/v1/order-items?overdue=true"));
    assertThat((String) one.get("text"), containsString("件"));
    as(TEAM).get((String) one.get("list")).then().statusCode(200);
    List<Map<String, Object>> ofUnit =
        told(HANDLER, "ITEM_OVERDUE").stream()
            .filter(each -> (Integer) each.get("count") >= 100)
            .toList();
    assertThat(ofUnit, hasSize(1));
    assertThat(
        ofUnit.get(0).get("list"),
        equalTo("/api/v1/order-items?overdue=true&unitCode=" + ENFORCEMENT));
    for (String id : ids) {
      assertThat(toldOf(TEAM, "ITEM_OVERDUE", id), empty());
    }
    await().atMost(PATIENCE).until(this::waiting, equalTo(0L));
  }

  @Transactional
  long waiting() {
    return (Long) entities.createQuery("select count(*) from WaitingFact f").getSingleResult();
  }

  @Test
  void rules_say_who_is_told_and_by_what_and_the_stand_ins_record_it_with_masked_phones() {
    as(HANDLER)
        .get("/api/v1/notification-rules")
        .then()
        .statusCode(200)
        .body(
            "items.find { it.kind == 'ITEM_OVERDUE' }.channels", equalTo(List.of("SMS", "WECHAT")))
        .body("items.find { it.kind == 'ITEM_OVERDUE' }.recipients", hasItem("LINE_LEADER"));
    String id = itemOf(unit("UNIT_WITH_PHONE", "0532-19900000077"));
    String serial = district.item(id).getString("problemSerial");
    urge(id);
    await()
        .atMost(PATIENCE)
        .until(() -> recorded("SMS", serial), equalTo(List.of("053****77", "053****77")));
    await()
        .atMost(PATIENCE)
        .until(() -> recorded("WECHAT", serial), hasItem("UNIT_LEADER:UNIT_WITH_PHONE"));
    as(TEAM).get("/api/v1/recorded-messages").then().statusCode(403);
    as(TEAM).get("/api/v1/deliveries").then().statusCode(403);
  }

  @Test
  void the_group_of_a_sub_district_is_found_by_its_code_of_nine_digits() {
    String id = itemOf("SUBDISTRICT_370203005");
    String serial = district.item(id).getString("problemSerial");
    await()
        .atMost(PATIENCE)
        .until(() -> recorded("WECHAT", serial), hasItem("UNIT_HANDLER:SUBDISTRICT_370203005"));
  }

  @Test
  void whose_phone_nobody_knows_gets_no_text_message_and_that_is_on_record() {
    String id = itemOf(unit("UNIT_WITHOUT_PHONE", null));
    urge(id);
    awaitTold(handlerOf("UNIT_WITHOUT_PHONE"), "ITEM_URGED", id);
    List<String> failed =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    deliveries("SMS", "FAILED")
                        .getList(
                            "items.findAll { it.recipient == 'UNIT_HANDLER:UNIT_WITHOUT_PHONE' }.id"),
                found -> !found.isEmpty());
    as(ADMIN)
        .get("/api/v1/deliveries/" + failed.get(0))
        .then()
        .statusCode(200)
        .body("delivery.kind", equalTo("ITEM_URGED"))
        .body("log.outcome", equalTo(List.of("NO_ADDRESS")));
    as(ADMIN)
        .get("/api/v1/deliveries/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("code", equalTo("delivery-not-found"));
  }

  private static String unit(String code, String phone) {
    String number = phone == null ? "null" : "\"" + phone + "\"";
    as(ADMIN)
        .body(
            """
            {"code": "%s", "name": "示例%s", "phone": %s, "kind": "SUBDISTRICT_OFFICE"}
            """
                .formatted(code, code, number))
        .post("/api/v1/units")
        .then()
        .statusCode(201);
    return code;
  }

  /** A problem that no rule gives to a unit, assigned by hand. */
  private String itemOf(String unit) {
    String id =
        district.itemOf(district.problem("OTHER", DeadlineClass.GENERAL)).getString("items[0].id");
    as(TEAM)
        .body("{\"leadUnitCode\": \"%s\", \"deadlineClass\": \"GENERAL\"}".formatted(unit))
        .post("/api/v1/order-items/" + id + "/assignment")
        .then()
        .statusCode(200);
    return id;
  }

  private static void urge(String id) {
    as(TEAM)
        .body("{\"text\": \"请办理\"}")
        .post("/api/v1/order-items/" + id + "/urges")
        .then()
        .statusCode(201);
  }

  private static List<String> recorded(String channel, String serial) {
    return as(ADMIN)
        .get("/api/v1/recorded-messages?limit=200&channel=" + channel)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.findAll { it.text.contains('" + serial + "') }.address");
  }

  private static JsonPath deliveries(String channel, String status) {
    return as(ADMIN)
        .get("/api/v1/deliveries?limit=200&channel=" + channel + "&status=" + status)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
