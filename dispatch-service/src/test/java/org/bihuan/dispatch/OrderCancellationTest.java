package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/** Orders that are called off as a whole. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class OrderCancellationTest {

  private static final String REASON = "媒体更正, 现场无此问题";

  @Inject District district;

  private JsonPath order(ProblemFiled... problems) {
    List<Map<String, Object>> lines =
        List.of(problems).stream()
            .map(
                problem ->
                    Map.<String, Object>of(
                        "problemId", problem.problemId(), "deadlineClass", "GENERAL"))
            .toList();
    for (ProblemFiled problem : problems) {
      district.itemOf(problem);
    }
    return as(TEAM)
        .body(Map.of("kind", "SPECIAL", "leadUnitCode", ENFORCEMENT, "items", lines))
        .post("/api/v1/orders")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static Response cancel(String id) {
    return as(TEAM).body(Map.of("reason", REASON)).post("/api/v1/orders/" + id + "/cancellation");
  }

  @Test
  void a_cancelled_order_keeps_its_number_and_calls_off_what_has_not_ended() {
    JsonPath order = order(district.problem(), district.problem());
    String id = order.getString("id");
    String serial = order.getString("serial");
    String done = order.getString("items[0].id");
    String open = order.getString("items[1].id");
    district.acknowledge(done).then().statusCode(200);
    district.replyFinally(done).then().statusCode(201);
    district.review(done, district.newestReply(done), "{\"decision\":\"ACCEPTED\"}");
    district.tellWrittenOff(done);
    district.awaitStatus(done, "WRITTEN_OFF");

    cancel(id)
        .then()
        .statusCode(200)
        .body("status", equalTo("CANCELLED"))
        .body("serial", equalTo(serial))
        .body("cancelReason", equalTo(REASON))
        .body("cancelledAt", notNullValue())
        .body("cancelledBy.role", equalTo("SPECIAL_TEAM"))
        .body("allowedActions", empty())
        .body("items.status", containsInAnyOrder("WRITTEN_OFF", "CANCELLED"));
    as(TEAM)
        .get("/api/v1/order-items/" + open + "/history")
        .then()
        .body("items[-1].action", equalTo("CANCEL"))
        .body("items[-1].reason", equalTo(REASON));
    as(TEAM)
        .get("/api/v1/orders?status=CANCELLED&serial=" + serial)
        .then()
        .body("items.id", hasItem(id));
    as(TEAM)
        .get("/api/v1/orders?status=ISSUED&status=REPLIED&status=CLOSED&serial=" + serial)
        .then()
        .body("items", empty());
    as(handlerOf(ENFORCEMENT))
        .get("/api/v1/orders/" + id)
        .then()
        .body("status", equalTo("CANCELLED"));
    assertThat(order(district.problem()).getString("serial"), not(equalTo(serial)));
  }

  @Test
  void an_order_is_called_off_once_and_a_draft_not_at_all() {
    String id = order(district.problem()).getString("id");
    cancel(id).then().statusCode(200);
    cancel(id)
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("CANCELLED"))
        .body("requestedAction", equalTo("CANCEL"))
        .body("allowedActions", empty());
    ProblemFiled problem = district.problem();
    district.itemOf(problem);
    String draft =
        as(TEAM)
            .body(
                Map.of(
                    "kind",
                    "SPECIAL",
                    "draft",
                    true,
                    "leadUnitCode",
                    ENFORCEMENT,
                    "items",
                    List.of(Map.of("problemId", problem.problemId(), "deadlineClass", "GENERAL"))))
            .post("/api/v1/orders")
            .path("id");
    cancel(draft)
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("DRAFT"));
  }

  @Test
  void who_believes_in_another_version_cancels_nothing() {
    String id = order(district.problem()).getString("id");
    as(TEAM)
        .header("If-Match", "\"77\"")
        .body(Map.of("reason", REASON))
        .post("/api/v1/orders/" + id + "/cancellation")
        .then()
        .statusCode(412)
        .body("code", equalTo("stale-version"));
    as(TEAM).get("/api/v1/orders/" + id).then().body("status", equalTo("ISSUED"));
  }

  @Test
  void the_paper_of_a_cancelled_order_says_so() throws Exception {
    String id = order(district.problem()).getString("id");
    cancel(id).then().statusCode(200);
    byte[] word =
        as(TEAM).get("/api/v1/orders/" + id + "/document?form=docx").then().extract().asByteArray();
    try (XWPFWordExtractor text =
        new XWPFWordExtractor(
            new org.apache.poi.xwpf.usermodel.XWPFDocument(
                new java.io.ByteArrayInputStream(word)))) {
      assertThat(text.getText(), containsString("（作废）"));
      assertThat(text.getText(), containsString("撤销，文号作废。撤销原因：" + REASON));
      assertThat(text.getText(), containsString("（已撤销）"));
    }
  }
}
