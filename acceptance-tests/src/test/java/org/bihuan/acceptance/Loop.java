package org.bihuan.acceptance;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.parts.Part;
import org.bihuan.localstack.sample.SamplePhoto;

/**
 * The steps of the loop as people and machines outside take them: HTTP, tokens and patience,
 * nothing else.
 */
public final class Loop {

  /** How long the other services may take to hear of something. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Stack stack;

  public Loop(Stack stack) {
    this.stack = stack;
  }

  public RequestSpecification intake(Identity who) {
    return as(stack.intake(), who);
  }

  public RequestSpecification dispatch(Identity who) {
    return as(stack.dispatch(), who);
  }

  public RequestSpecification inspection(Identity who) {
    return as(stack.inspection(), who);
  }

  public RequestSpecification intake(Role role) {
    return intake(Identity.of(role));
  }

  public RequestSpecification dispatch(Role role) {
    return dispatch(Identity.of(role));
  }

  public RequestSpecification inspection(Role role) {
    return inspection(Identity.of(role));
  }

  private RequestSpecification as(Part service, Identity who) {
    return RestAssured.given()
        .baseUri(service.address())
        .auth()
        .oauth2(stack.token(who))
        .contentType(ContentType.JSON);
  }

  /** Requests without a login. */
  public RequestSpecification nobody(Part service) {
    return RestAssured.given().baseUri(service.address()).contentType(ContentType.JSON);
  }

  /**
   * A hotline's complaint about a leaking roof, which a category and a place make a problem at
   * once.
   */
  public Response complainOf(String categoryCode, String text) {
    return intake(Role.CHANNEL_CLERK)
        .body(
            Map.of(
                "channel",
                "HOTLINE_12319",
                "sourceRef",
                UUID.randomUUID().toString(),
                "text",
                text,
                "categoryCode",
                categoryCode,
                "location",
                Map.of("address", "示例路 " + UUID.randomUUID(), "subdistrictCode", "370203021"),
                "reporter",
                Map.of("name", "欧阳示例", "phone", "19900000123")))
        .post("/api/v1/complaints");
  }

  /** The problem of a complaint just registered; what waits on the desk is filed there. */
  public String problemOf(Response complaint) {
    complaint.then().statusCode(201);
    Response filed =
        "RECEIVED".equals(complaint.path("status"))
            ? intake(Role.SPECIAL_TEAM)
                .body("{}")
                .post("/api/v1/complaints/" + complaint.path("id") + "/filing")
            : complaint;
    filed.then().body("status", equalTo("FILED"));
    return filed.path("problemId");
  }

  /** The order item of a problem, once it has the status. */
  public Item awaitItem(String problemId, String status) {
    return new Item(
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(50))
            .until(
                () ->
                    dispatch(Role.SPECIAL_TEAM)
                        .get("/api/v1/order-items?problemId=" + problemId)
                        .<Map<String, Object>>path("items[0]"),
                item -> item != null && status.equals(item.get("status"))));
  }

  /** An order item as read. */
  public record Item(Map<String, Object> fields) {
    public String id() {
      return (String) fields.get("id");
    }

    public String text(String field) {
      return (String) fields.get(field);
    }

    public String leadUnit() {
      return (String) ((Map<?, ?>) fields.get("leadUnit")).get("code");
    }

    public Identity handler() {
      return Identity.of(Role.UNIT_HANDLER).ofUnit(leadUnit());
    }
  }

  public Response acknowledge(Item item) {
    return dispatch(item.handler())
        .body(Map.of("responsiblePerson", "王某"))
        .post("/api/v1/order-items/" + item.id() + "/acknowledgement");
  }

  /** A final reply; its id is in the answer. */
  public Response reply(Item item) {
    return dispatch(item.handler())
        .body(
            Map.of(
                "kind", "FINAL",
                "cause", "防水层老化",
                "measures", "重做防水层",
                "resultSummary", "已完成",
                "attachmentIds", List.of(),
                "outcomes", List.of()))
        .post("/api/v1/order-items/" + item.id() + "/replies");
  }

  public Response review(Item item, String replyId, Map<String, Object> decision) {
    return dispatch(Role.SPECIAL_TEAM)
        .body(decision)
        .post("/api/v1/order-items/" + item.id() + "/replies/" + replyId + "/review");
  }

  /** A photo from somebody's telephone, which the services know of once they were told. */
  public String uploaded(Identity who, long seed) {
    return RestAssured.given()
        .baseUri(stack.intake().address())
        .auth()
        .oauth2(stack.token(who))
        .multiPart("file", "photo.jpg", SamplePhoto.jpeg(seed), "image/jpeg")
        .post("/api/v1/attachments")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** As a client does it: what another service was not told yet is sent again. */
  public static Response patiently(Supplier<Response> request) {
    return await().atMost(PATIENCE).until(request::get, answer -> answer.statusCode() != 409);
  }

  /** From an issued item to the accepted reply. */
  public void rectify(Item item) {
    acknowledge(item).then().statusCode(200);
    replyAndAccept(item);
  }

  public void replyAndAccept(Item item) {
    Response reply = reply(item);
    reply.then().statusCode(201);
    review(item, reply.path("id"), Map.of("decision", "ACCEPTED")).then().statusCode(200);
  }

  /** The re-check of a problem that is still to be done. */
  public String awaitRecheck(String problemId) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                inspection(Role.INSPECTOR)
                    .get("/api/v1/rechecks?status=PLANNED&status=ASSIGNED&problemId=" + problemId)
                    .<String>path("items[0].id"),
            id -> id != null);
  }

  public Response recheck(String recheckId, String outcome) {
    return inspection(Role.INSPECTOR)
        .body(Map.of("outcome", outcome, "note", "现场查看"))
        .post("/api/v1/rechecks/" + recheckId + "/outcome");
  }

  public Response problem(String problemId) {
    return intake(Role.SPECIAL_TEAM).get("/api/v1/problems/" + problemId);
  }

  public void awaitProblem(String problemId, String status) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> problem(problemId).then().body("status", equalTo(status)));
  }

  public Response certificate(String problemId) {
    return intake(Role.SPECIAL_TEAM).get("/api/v1/problems/" + problemId + "/certificate");
  }

  public Response ledgerVerification() {
    return intake(Role.SPECIAL_TEAM).get("/api/v1/ledger/verification");
  }
}
