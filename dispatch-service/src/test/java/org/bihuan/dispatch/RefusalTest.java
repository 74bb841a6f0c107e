package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/** How the service says no. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class RefusalTest {

  @Inject District district;

  private static Response acknowledge(String id, String body) {
    return as(handlerOf(ENFORCEMENT))
        .body(body)
        .post("/api/v1/order-items/" + id + "/acknowledgement");
  }

  @Test
  void an_acknowledged_item_cannot_be_acknowledged_again() {
    String id = district.acknowledged();
    acknowledge(id, "{}")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("ACKNOWLEDGED"))
        .body("requestedAction", equalTo("ACKNOWLEDGE"))
        .body(
            "allowedActions",
            equalTo(
                List.of(
                    "REQUEST_RETURN",
                    "REQUEST_EXTENSION",
                    "DECLARE_COMPLEX",
                    "FILE_PLAN",
                    "REPLY_INTERIM",
                    "REPLY")))
        .body("traceId", notNullValue());
  }

  @Test
  void a_replied_item_cannot_be_replied_again() {
    String id = district.replied();
    district.replyFinally(id).then().statusCode(409).body("currentStatus", equalTo("REPLIED"));
  }

  @Test
  void an_item_is_acknowledged_before_it_is_replied() {
    district
        .replyFinally(district.issued())
        .then()
        .statusCode(409)
        .body("requestedAction", equalTo("REPLY"));
  }

  @Test
  void a_refusal_speaks_the_language_of_the_reader() {
    String id = district.acknowledged();
    acknowledge(id, "{}").then().body("title", equalTo("Not possible in this state"));
    as(handlerOf(ENFORCEMENT), "zh-CN")
        .body("{}")
        .post("/api/v1/order-items/" + id + "/acknowledgement")
        .then()
        .statusCode(409)
        .body("title", equalTo("当前状态不允许此操作"));
    as(handlerOf(ENFORCEMENT), "zh-CN")
        .body("{\"kind\":\"FINAL\"}")
        .post("/api/v1/order-items/" + id + "/replies")
        .then()
        .statusCode(400)
        .body("title", equalTo("请求内容有误"))
        .body("errors.field", containsInAnyOrder("cause", "measures", "resultSummary"))
        .body("errors[0].message", equalTo("必填"));
    as(handlerOf("BIG_DATA_BUREAU"), "zh-CN")
        .get("/api/v1/order-items/" + id)
        .then()
        .statusCode(404)
        .body("title", equalTo("督办事项不存在"));
  }

  @Test
  void a_stale_version_is_refused_and_the_right_one_taken() {
    String id = district.issued();
    String tag =
        as(TEAM).get("/api/v1/order-items/" + id).then().statusCode(200).extract().header("ETag");
    as(handlerOf(ENFORCEMENT))
        .header("If-Match", "\"99.0\"")
        .body("{}")
        .post("/api/v1/order-items/" + id + "/acknowledgement")
        .then()
        .statusCode(412)
        .body("code", equalTo("stale-version"));
    as(handlerOf(ENFORCEMENT))
        .header("If-Match", tag)
        .body("{}")
        .post("/api/v1/order-items/" + id + "/acknowledgement")
        .then()
        .statusCode(200);
    as(handlerOf(ENFORCEMENT))
        .header("If-Match", tag)
        .body("{\"kind\":\"INTERIM\",\"measures\":\"x\"}")
        .post("/api/v1/order-items/" + id + "/replies")
        .then()
        .statusCode(412);
  }

  @Test
  void the_same_request_key_gives_the_same_answer_and_another_body_is_refused() {
    String id = district.acknowledged();
    String key = UUID.randomUUID().toString();
    String reply = "{\"kind\":\"INTERIM\",\"measures\":\"已派人\"}";
    String first = reply(id, key, reply).then().statusCode(201).extract().path("id");
    reply(id, key, reply)
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .header("Location", notNullValue())
        .body("id", equalTo(first));
    reply(id, key, "{\"kind\":\"INTERIM\",\"measures\":\"另一内容\"}")
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    assertThat(district.item(id).getList("replies"), hasSize(1));
  }

  private static Response reply(String id, String key, String body) {
    return as(handlerOf(ENFORCEMENT))
        .header("Idempotency-Key", key)
        .body(body)
        .post("/api/v1/order-items/" + id + "/replies");
  }

  @Test
  void every_fault_of_a_body_is_named_at_once() {
    String id = district.acknowledged();
    as(handlerOf(ENFORCEMENT))
        .body(
            """
            {"kind": "SOMETIMES", "cause": "%s", "colour": "red", "attachmentIds": ["no"],
             "outcomes": [{"measure": "", "quantity": -1, "unit": "MILE"}],
             "spent": {"amount": "12,00", "currency": "yuan"}}
            """
                .formatted("长".repeat(2001)))
        .post("/api/v1/order-items/" + id + "/replies")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body(
            "errors.field.unique()",
            containsInAnyOrder(
                "kind",
                "cause",
                "colour",
                "attachmentIds[0]",
                "outcomes[0].measure",
                "outcomes[0].quantity",
                "outcomes[0].unit",
                "spent.amount",
                "spent.currency"));
  }

  @Test
  void what_is_no_json_is_refused() {
    String id = district.issued();
    acknowledge(id, "{\"responsiblePerson\": ")
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-json"));
    acknowledge(id, "{\"responsiblePerson\": 7}")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("responsiblePerson"));
    acknowledge(id, "{\"responsiblePerson\": \"a\\u0000b\"}")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unprintable"));
    acknowledge(id, "{\"responsiblePerson\": \"%s\"}".formatted("长".repeat(51)))
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("size"));
    as(handlerOf(ENFORCEMENT))
        .post("/api/v1/order-items/" + id + "/acknowledgement")
        .then()
        .statusCode(400)
        .body("code", equalTo("body-required"));
  }

  @Test
  void an_unknown_address_an_odd_id_and_a_wrong_method_are_refused() {
    as(TEAM).get("/api/v1/nothing").then().statusCode(404).contentType("application/problem+json");
    as(TEAM).get("/api/v1/order-items/not-an-id").then().statusCode(404);
    as(TEAM).get("/api/v1/order-items/" + UUID.randomUUID()).then().statusCode(404);
    as(TEAM)
        .delete("/api/v1/orders")
        .then()
        .statusCode(405)
        .contentType("application/problem+json");
  }

  @Test
  void a_misspelt_or_unreadable_filter_is_refused() {
    for (String query :
        List.of(
            "colour=red",
            "status=LOST",
            "light=BLUE",
            "overdue=maybe",
            "dueBefore=tomorrow",
            "orderId=7",
            "limit=0",
            "limit=201",
            "sort=title",
            "count=roughly",
            "cursor=xyz",
            "unitCode=NOBODY")) {
      as(TEAM)
          .get("/api/v1/order-items?" + query)
          .then()
          .statusCode(400)
          .body("errors[0].field", equalTo(query.substring(0, query.indexOf('='))));
    }
  }

  @Test
  void a_cursor_belongs_to_its_question() {
    district.issued();
    district.issued();
    String cursor = as(TEAM).get("/api/v1/order-items?limit=1").jsonPath().getString("nextCursor");
    as(TEAM)
        .get("/api/v1/order-items?limit=1&status=ISSUED&cursor=" + cursor)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("cursor"));
  }

  @Test
  void a_review_is_of_the_reply_under_review() {
    String id = district.replied();
    String old = district.newestReply(id);
    district
        .review(id, old, "{\"decision\":\"RETURNED\",\"opinion\":\"照片不清\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("REWORK"));
    district.replyFinally(id).then().statusCode(201);
    district
        .review(id, old, "{\"decision\":\"ACCEPTED\"}")
        .then()
        .statusCode(409)
        .body("code", equalTo("reply-not-under-review"));
    district
        .review(id, UUID.randomUUID().toString(), "{\"decision\":\"ACCEPTED\"}")
        .then()
        .statusCode(404)
        .body("code", equalTo("reply-not-found"));
    district
        .review(id, district.newestReply(id), "{\"decision\":\"RETURNED\"}")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("opinion"));
  }

  @Test
  void a_reader_with_the_newest_rendition_gets_none() {
    String id = district.accepted();
    String tag = as(TEAM).get("/api/v1/order-items/" + id).header("ETag");
    as(TEAM).header("If-None-Match", tag).get("/api/v1/order-items/" + id).then().statusCode(304);
  }
}
