package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.AttachmentStored;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/** What a reply says: steps, the sub-unit that did the work, and photos where they are required. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class ReplyContentTest {

  @Inject District district;
  @Inject Clock clock;

  private String photo() {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    district.tell(
        new AttachmentStored(
            id,
            "image/jpeg",
            1000,
            "5".repeat(64),
            null,
            null,
            clock.instant().plus(Duration.ofHours(24)),
            clock.instant(),
            new Actor("UNIT_HANDLER", ENFORCEMENT, "unit-handler-" + ENFORCEMENT)));
    return id.toString();
  }

  private static Response reply(String item, Map<String, ?> more) {
    Map<String, Object> body =
        new HashMap<>(Map.of("kind", "FINAL", "cause", "返潮", "resultSummary", "已清"));
    body.putAll(more);
    return as(handlerOf(ENFORCEMENT)).body(body).post("/api/v1/order-items/" + item + "/replies");
  }

  private static String unitBelow(String parent) {
    String code = CampaignActs.code();
    as(ADMIN)
        .body(
            "{\"code\": \"%s\", \"name\": \"%s\", \"kind\": \"SUB_UNIT\", \"parentCode\": \"%s\"}"
                .formatted(code, code, parent))
        .post("/api/v1/units")
        .then()
        .statusCode(201);
    return code;
  }

  @Test
  void a_reply_tells_its_measures_step_by_step_with_doer_and_time_and_names_the_sub_unit() {
    String item = district.acknowledged();
    String below = unitBelow(ENFORCEMENT);
    String doneAt = clock.instant().minusSeconds(60).toString();
    List<Map<String, String>> steps =
        List.of(
            Map.of("text", "劝离摊贩", "doneBy", "执法一中队", "doneAt", doneAt),
            Map.of("text", "增设护栏", "doneBy", "市政施工队", "doneAt", doneAt));
    reply(item, Map.of("steps", steps, "subUnitCode", below))
        .then()
        .statusCode(201)
        .body("measures", nullValue())
        .body("steps.text", contains("劝离摊贩", "增设护栏"))
        .body("steps.doneBy", contains("执法一中队", "市政施工队"))
        .body("subUnit.code", equalTo(below))
        .body("afterPhotoIds", empty());
    as(TEAM)
        .get("/api/v1/order-items/" + item)
        .then()
        .body("replies[0].steps.doneBy", contains("执法一中队", "市政施工队"));
  }

  @Test
  void a_sub_unit_belongs_to_the_unit_that_answers() {
    String item = district.acknowledged();
    reply(item, Map.of("measures", "劝离", "subUnitCode", "TRAFFIC_POLICE"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("subUnitCode"))
        .body("errors[0].code", equalTo("not-a-sub-unit"));
    reply(item, Map.of("measures", "劝离", "subUnitCode", "没有的单位"))
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-unit"));
  }

  @Test
  void a_category_can_ask_for_photos_from_before_and_after() {
    String category = CampaignActs.code().substring(0, 12);
    district.know(category);
    String rule =
        "{\"categoryCode\": \"%s\", \"beforeRequired\": true, \"afterRequired\": true, \"validFrom\": %s}";
    as(TEAM)
        .body(rule.formatted(category, "null"))
        .post("/api/v1/photo-rules")
        .then()
        .statusCode(403);
    as(ADMIN)
        .body(rule.formatted("没有", "null"))
        .post("/api/v1/photo-rules")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-category"));
    as(ADMIN)
        .body(rule.formatted(category, "\"2026-01-01T00:00:00Z\""))
        .post("/api/v1/photo-rules")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("in-past"));
    as(ADMIN)
        .body(rule.formatted(category, "null"))
        .post("/api/v1/photo-rules")
        .then()
        .statusCode(201);
    String later = "\"2099-01-01T00:00:00Z\"";
    as(ADMIN)
        .body(rule.formatted(category, later))
        .post("/api/v1/photo-rules")
        .then()
        .statusCode(201);
    as(ADMIN)
        .body(rule.formatted(category, later))
        .post("/api/v1/photo-rules")
        .then()
        .statusCode(409)
        .body("code", equalTo("photo-rule-exists"));
    as(TEAM)
        .get("/api/v1/photo-rules?count=exact&categoryCode=" + category)
        .then()
        .body("total", equalTo(2));
    String item = itemOf(category);
    reply(item, Map.of("measures", "劝离"))
        .then()
        .statusCode(409)
        .body("code", equalTo("photos-missing"))
        .body("missing", contains("BEFORE", "AFTER"));
    String before = photo();
    String after = photo();
    Map<String, Object> shown =
        Map.of(
            "measures", "劝离",
            "attachmentIds", List.of(before, after),
            "beforePhotoIds", List.of(before),
            "afterPhotoIds", List.of(after));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> reply(item, shown).statusCode(), status -> status == 201);
    as(TEAM)
        .get("/api/v1/order-items/" + item)
        .then()
        .body("replies[0].beforePhotoIds", contains(before))
        .body("replies[0].afterPhotoIds", contains(after));
  }

  /** An item of a category without a rule, put on an order by hand and acknowledged. */
  private String itemOf(String category) {
    String item =
        district.itemOf(district.problem(category, DeadlineClass.GENERAL)).getString("items[0].id");
    as(TEAM)
        .body(Map.of("leadUnitCode", ENFORCEMENT, "deadlineClass", "GENERAL"))
        .post("/api/v1/order-items/" + item + "/assignment")
        .then()
        .statusCode(200);
    district.acknowledge(item).then().statusCode(200);
    return item;
  }
}
