package org.bihuan.acceptance.description;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.api.Test;

/**
 * The problems that any operation can be answered with are provoked, and answered in the words
 * shown. Not here: what only an outage brings (503, see the fault tests), only a slow client (408,
 * see the security tests), only a race (concurrent-change, request-in-progress) and only a mistake
 * of ours (500).
 */
class ProblemExamplesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final int MORE_THAN_ALLOWED = 1024 * 1024 + 1;

  private final Loop loop = new Loop(RunningStack.get());
  private final DescribedApi intake = DescribedApi.of(ServiceName.INTAKE);
  private final DescribedApi dispatch = DescribedApi.of(ServiceName.DISPATCH);

  private RequestSpecification clerk() {
    return loop.intake(Role.CHANNEL_CLERK).header("Accept-Language", "en");
  }

  private RequestSpecification team() {
    return loop.intake(Role.SPECIAL_TEAM).header("Accept-Language", "en");
  }

  private static void assertShown(DescribedApi api, String operation, String code, Response answer)
      throws IOException {
    JsonNode problem = JSON.readTree(answer.asString());
    JsonNode shown = api.problemExample(operation, code);
    assertEquals(shown.path("status").asInt(), answer.statusCode(), answer.asString());
    assertEquals(
        List.of(),
        api.faults(
            api.operation(operation), answer.statusCode(), "application/problem+json", problem));
    for (String word : List.of("type", "title", "status", "detail", "code")) {
      assertEquals(shown.path(word), problem.path(word), word);
    }
  }

  @Test
  void faults_of_the_input() throws IOException {
    Response answer =
        clerk().body(Map.of("channel", "HOTLINE_12319", "colour", "blue")).post(COMPLAINTS);
    assertShown(intake, "registerComplaint", "invalid-request", answer);
    JsonNode shown = intake.problemExample("registerComplaint", "invalid-request").path("errors");
    JsonNode faults = JSON.readTree(answer.asString()).path("errors");
    assertEquals(
        shown.findValuesAsText("message").stream().sorted().toList(),
        faults.findValuesAsText("message").stream().sorted().toList());
  }

  @Test
  void broken_json() throws IOException {
    assertShown(intake, "registerComplaint", "malformed-json", clerk().body("{{").post(COMPLAINTS));
  }

  @Test
  void nobody_and_somebody_who_may_not() throws IOException {
    RequestSpecification nobody =
        loop.nobody(RunningStack.get().intake()).header("Accept-Language", "en");
    assertShown(intake, "listComplaints", "unauthorized", nobody.get(COMPLAINTS));
    assertShown(
        intake,
        "listComplaints",
        "forbidden",
        loop.intake(Role.INSPECTOR).header("Accept-Language", "en").get(COMPLAINTS));
  }

  @Test
  void an_address_at_which_nothing_can_be() throws IOException {
    assertShown(
        intake, "getComplaint", "not-found", team().get(COMPLAINTS + "/no-complaint-has-this-id"));
  }

  @Test
  void a_format_that_is_not_answered() throws IOException {
    assertShown(
        intake, "listComplaints", "not-acceptable", team().accept("image/png").get(COMPLAINTS));
  }

  @Test
  void a_step_that_the_state_does_not_allow() throws IOException {
    String id = filed();
    Response again = team().body(Map.of("reason", "重复")).post(COMPLAINTS + "/" + id + "/rejection");
    assertShown(intake, "rejectComplaint", "illegal-transition", again);
  }

  private String filed() {
    Response complaint = loop.complainOf("ROOF_LEAK", "楼顶漏雨");
    loop.problemOf(complaint);
    return complaint.path("id");
  }

  @Test
  void a_stale_version() throws IOException {
    assertShown(
        intake,
        "withdrawComplaint",
        "stale-version",
        team().header("If-Match", "\"99\"").post(COMPLAINTS + "/" + filed() + "/withdrawal"));
  }

  @Test
  void no_version_where_one_is_needed() throws IOException {
    assertShown(
        dispatch,
        "replaceUnit",
        "if-match-required",
        loop.dispatch(Role.ADMIN)
            .header("Accept-Language", "en")
            .body(dispatch.requestExample(dispatch.operation("replaceUnit")).toString())
            .put("/api/v1/units/FINANCE_BUREAU"));
  }

  @Test
  void a_page_of_a_foreign_origin() throws IOException {
    assertShown(
        intake,
        "listComplaints",
        "foreign-origin",
        team().header("Origin", "https://elsewhere.example").get(COMPLAINTS));
  }

  @Test
  void an_address_that_is_too_long() throws IOException {
    assertShown(
        intake,
        "listComplaints",
        "address-too-long",
        team().get(COMPLAINTS + "?q=" + "a".repeat(5_000)));
  }

  @Test
  void headers_that_are_too_large() throws IOException {
    assertShown(
        intake,
        "listComplaints",
        "headers-too-large",
        team().header("X-Long", "a".repeat(17_000)).get(COMPLAINTS));
  }

  @Test
  void too_much() throws IOException {
    Map<String, Object> body =
        Map.of("channel", "HOTLINE_12319", "text", "漏".repeat(MORE_THAN_ALLOWED));
    assertShown(intake, "registerComplaint", "too-large", clerk().body(body).post(COMPLAINTS));
  }

  @Test
  void a_format_that_is_not_taken() throws IOException {
    assertShown(
        intake,
        "registerComplaint",
        "unsupported-media-type",
        clerk().contentType("text/plain").body("漏雨").post(COMPLAINTS));
  }

  @Test
  void a_key_used_for_something_else() throws IOException {
    String key = UUID.randomUUID().toString();
    Item item = loop.awaitItem(loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨")), "ISSUED");
    String address = "/api/v1/order-items/" + item.id() + "/acknowledgement";
    loop.dispatch(item.handler())
        .header("Idempotency-Key", key)
        .body(Map.of("responsiblePerson", "值班员"))
        .post(address)
        .then()
        .statusCode(200);
    assertShown(
        dispatch,
        "acknowledgeOrderItem",
        "idempotency-key-reused",
        loop.dispatch(item.handler())
            .header("Accept-Language", "en")
            .header("Idempotency-Key", key)
            .body(Map.of("responsiblePerson", "另一值班员"))
            .post(address));
  }
}
