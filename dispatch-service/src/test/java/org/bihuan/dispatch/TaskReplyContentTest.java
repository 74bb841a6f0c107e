package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.bihuan.dispatch.SharedItem.EXTERNAL;
import static org.bihuan.dispatch.SharedItem.JOINT;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
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
import org.bihuan.contract.IntakeEvent.AttachmentStored;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.junit.jupiter.api.Test;

/** What a unit that helps says of its work: the same as the lead unit. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class TaskReplyContentTest {

  @Inject District district;
  @Inject SharedItem shared;
  @Inject Clock clock;

  private String photo() {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    district.tell(
        new AttachmentStored(
            id,
            "image/jpeg",
            1000,
            "6".repeat(64),
            clock.instant(),
            null,
            clock.instant().plus(Duration.ofHours(24)),
            clock.instant(),
            new Actor("UNIT_HANDLER", JOINT, "unit-handler-" + JOINT)));
    return id.toString();
  }

  private static Response reply(Identity who, String item, String unit, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(Map.of("resultSummary", "已恢复"));
    body.putAll(more);
    return as(who).body(body).post("/api/v1/order-items/" + item + "/tasks/" + unit + "/reply");
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

  private Map<String, Object> step(String text, Duration ago) {
    return Map.of("text", text, "doneBy", "一大队", "doneAt", clock.instant().minus(ago).toString());
  }

  @Test
  void a_joint_unit_tells_steps_sub_unit_outcomes_and_photos() {
    String item = shared.acknowledged();
    String below = unitBelow(JOINT);
    String before = photo();
    String after = photo();
    Map<String, Object> work =
        Map.of(
            "steps",
            List.of(step("劝离车辆", Duration.ofHours(2)), step("设置锥桶", Duration.ofHours(1))),
            "subUnitCode",
            below,
            "outcomes",
            List.of(Map.of("measure", "疏导路段", "quantity", 120, "unit", "METRE")),
            "attachmentIds",
            List.of(before, after),
            "beforePhotoIds",
            List.of(before),
            "afterPhotoIds",
            List.of(after));
    Response[] answer = new Response[1];
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              answer[0] = reply(handlerOf(JOINT), item, JOINT, work);
              return answer[0].statusCode();
            },
            status -> status != 409);
    answer[0]
        .then()
        .statusCode(200)
        .body("status", equalTo("REPLIED"))
        .body("reply.measures", nullValue())
        .body("reply.steps.text", contains("劝离车辆", "设置锥桶"));
    as(TEAM)
        .get("/api/v1/order-items/" + item + "/tasks")
        .then()
        .body("items[1].reply.steps.doneBy", contains("一大队", "一大队"))
        .body("items[1].reply.subUnit.code", equalTo(below))
        .body("items[1].reply.outcomes.measure", contains("疏导路段"))
        .body("items[1].reply.outcomes.qualifier", contains("EXACT"))
        .body("items[1].reply.beforePhotoIds", contains(before))
        .body("items[1].reply.afterPhotoIds", contains(after));
  }

  @Test
  void every_fault_of_the_work_is_named_as_in_the_reply_of_the_lead_unit() {
    String item = shared.acknowledged();
    String stranger = UuidCreator.getTimeOrderedEpoch().toString();
    reply(
            handlerOf(JOINT),
            item,
            JOINT,
            Map.of(
                "steps",
                List.of(step("劝离车辆", Duration.ofHours(-2))),
                "beforePhotoIds",
                List.of(stranger),
                "afterPhotoIds",
                List.of(stranger)))
        .then()
        .statusCode(400)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "steps[0].doneAt not-yet",
                "beforePhotoIds[0] photo-not-attached",
                "afterPhotoIds[0] photo-not-attached"));
    reply(handlerOf(JOINT), item, JOINT, Map.of())
        .then()
        .statusCode(400)
        .body("errors.field", contains("measures"));
    as(TEAM)
        .get("/api/v1/order-items/" + item + "/tasks/" + JOINT)
        .then()
        .body("status", equalTo("OPEN"));
  }

  @Test
  void the_sub_unit_belongs_to_the_unit_that_replies_for_an_external_party_to_the_lead_unit() {
    String item = shared.acknowledged();
    Map<String, Object> leads =
        Map.of("measures", "疏导", "subUnitCode", unitBelow(District.ENFORCEMENT));
    reply(handlerOf(JOINT), item, JOINT, leads)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("subUnitCode"))
        .body("errors[0].code", equalTo("not-a-sub-unit"));
    reply(handlerOf(District.ENFORCEMENT), item, EXTERNAL, leads).then().statusCode(200);
  }
}
