package org.bihuan.inspection.inspection;

import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.inspection.Facts;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.identity.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Before it starts, an inspection that nobody is told of does not exist for those inspected: every
 * answer is the one that is given when there is none (四不两直) [brief].
 */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class UnforeseenInspectionTest {

  private static final String INSPECTIONS = "/api/v1/inspections";

  /** Ways to ask for inspections and what belongs to them; one without a name is the bare list. */
  private static final List<String> QUESTIONS =
      List.of(
          "?count=exact&limit=200",
          "?count=exact&limit=200&sort=plannedFor",
          "?count=exact&limit=200&status=PLANNED",
          "?count=exact&limit=200&status=CANCELLED",
          "?count=exact&limit=200&tier=AREA",
          "?count=exact&limit=200&method=UNANNOUNCED&method=COVERT",
          "?count=exact&limit=200&focusSource=MEDIA_EXPOSURE",
          "?count=exact&limit=200&subdistrictCode=" + SUBDISTRICT,
          "?count=exact&limit=200&from=" + Instant.EPOCH);

  /** Acts that would tell a stranger from one who may not by their refusal. */
  private static final List<String> ACTS =
      List.of(
          "/start",
          "/postponement",
          "/cancellation",
          "/stops/1/visit",
          "/stops/1/skip",
          "/findings",
          "/roundtable",
          "/conclusion");

  private static boolean published;

  @BeforeEach
  void knowsTheDistrict() {
    if (!published) {
      PlannedInspection.publishReferenceData();
      published = true;
    }
  }

  static Stream<Arguments> inspectedAndMethods() {
    return Stream.of(
            Identity.of(Role.UNIT_HANDLER).ofUnit(LEAD_UNIT),
            Identity.of(Role.UNIT_LEADER).ofUnit(LEAD_UNIT),
            Identity.of(Role.SUBDISTRICT).ofSubdistrict(SUBDISTRICT))
        .flatMap(
            who -> Stream.of("UNANNOUNCED", "COVERT").map(method -> Arguments.of(who, method)));
  }

  private static String planned(String method) {
    return team()
        .body(
            PlannedInspection.body("AREA", method)
                .replaceFirst(
                    "\"focus\":",
                    "\"focusSource\":{\"kind\":\"MEDIA_EXPOSURE\",\"reference\":\"问政\"},\"focus\":"))
        .post(INSPECTIONS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** All that the caller is told of inspections, word for word, however it asks. */
  private static List<String> told(Identity who) {
    List<String> told = new ArrayList<>();
    for (String question : QUESTIONS) {
      told.add(as(who).get(INSPECTIONS + question).then().statusCode(200).extract().asString());
    }
    told.add(as(who).get(INSPECTIONS + "?limit=1").header("Link") + "");
    told.add(as(who).get(INSPECTIONS).header("ETag") + "");
    for (String type : List.of("text/csv")) {
      told.add(sheet(who).accept(type).get(INSPECTIONS).then().extract().asString());
    }
    told.add(as(who).get("/api/v1/findings?count=exact").asString());
    return told;
  }

  private static RequestSpecification sheet(Identity who) {
    return RestAssured.given().auth().oauth2(Tokens.forTests().sign(who));
  }

  /** Status and words of a refusal, with the id that was asked for taken out of them. */
  private static String refusal(Response answer, String id) {
    return answer.statusCode()
        + " "
        + answer.header("ETag")
        + " "
        + answer.asString().replace(id, "ID").replaceAll("\"(traceId|instance)\":\"[^\"]*\"", "");
  }

  private static List<String> refusals(Identity who, String id) {
    String path = INSPECTIONS + "/" + id;
    List<String> refusals = new ArrayList<>();
    refusals.add(refusal(as(who).get(path), id));
    refusals.add(refusal(as(who).header("If-None-Match", "\"0\"").get(path), id));
    refusals.add(refusal(as(who).header("If-None-Match", "*").get(path), id));
    refusals.add(refusal(as(who).header("If-Match", "\"7\"").get(path), id));
    refusals.add(refusal(as(who).head(path), id));
    refusals.add(refusal(as(who).get("/api/v1/findings?count=exact&inspectionId=" + id), id));
    refusals.add(refusal(as(who).header("If-Match", "*").body("{}").put(path), id));
    for (String act : ACTS) {
      refusals.add(refusal(as(who).body("{}").post(path + act), id));
    }
    return refusals;
  }

  @ParameterizedTest
  @MethodSource("inspectedAndMethods")
  void nothing_that_is_answered_differs_until_it_starts(Identity who, String method) {
    List<String> before = told(who);
    List<String> ofNone = refusals(who, UUID.randomUUID().toString());
    String id = planned(method);
    assertEquals(before, told(who));
    assertEquals(ofNone, refusals(who, id));

    String path = INSPECTIONS + "/" + id;
    team()
        .body(
            "{\"plannedFor\":\"%s\",\"reason\":\"改期\"}"
                .formatted(Instant.now().plusSeconds(90_000)))
        .post(path + "/postponement")
        .then()
        .statusCode(200);
    team()
        .header("If-Match", "*")
        .body("{\"stops\":[{\"subdistrictCode\":\"%s\",\"place\":\"桑梓路\"}]}".formatted(SUBDISTRICT))
        .put(path)
        .then()
        .statusCode(200);
    assertEquals(before, told(who));
    assertEquals(ofNone, refusals(who, id));

    team().post(path + "/start").then().statusCode(200);
    assertEquals(1, toldOnTheWay(path, id).size());
    as(who).get(path).then().statusCode(200);
    assertFalse(before.equals(told(who)));
  }

  /** What was told about an inspection by the moment when its first finding is told. */
  private static List<InspectionEvent> toldOnTheWay(String path, String id) {
    String finding =
        team()
            .body("{\"stop\":1,\"title\":\"占道\",\"description\":\"占道经营\"}")
            .post(path + "/findings")
            .path("id");
    Facts.toldAbout(finding, 1);
    return Facts.mentioning(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNANNOUNCED", "COVERT"})
  void who_speaks_for_the_inspected_foresees_nothing_in_another_role_either(String method) {
    String path = INSPECTIONS + "/" + planned(method);
    for (Role role : List.of(Role.INSPECTOR, Role.ASSESSOR, Role.SPECIAL_TEAM)) {
      for (Identity who :
          List.of(
              Identity.of(Role.UNIT_HANDLER).ofUnit(LEAD_UNIT).alsoAs(role),
              Identity.of(Role.SUBDISTRICT).ofSubdistrict(SUBDISTRICT).alsoAs(role))) {
        Identity stranger = who.called("stranger");
        as(stranger).get(path).then().statusCode(404);
        as(stranger)
            .get(INSPECTIONS + "?limit=200")
            .then()
            .statusCode(200)
            .body("items.id", not(hasItem(path.substring(path.lastIndexOf('/') + 1))));
        as(who.called("inspector-1")).get(path).then().statusCode(200);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("inspectedAndMethods")
  void one_called_off_before_its_start_never_was(Identity who, String method) {
    List<String> before = told(who);
    String id = planned(method);
    team()
        .body("{\"reason\":\"改期\"}")
        .post(INSPECTIONS + "/" + id + "/cancellation")
        .then()
        .statusCode(200);
    assertEquals(before, told(who));
    assertEquals(refusals(who, UUID.randomUUID().toString()), refusals(who, id));
  }
}
