package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.ItemActs.ACCEPTED;
import static org.bihuan.dispatch.ItemActs.decideReturn;
import static org.bihuan.dispatch.ItemActs.get;
import static org.bihuan.dispatch.ItemActs.requestReturn;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
import org.bihuan.dispatch.District.Told;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/** Which unit a problem goes to, and why it says that it did. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class RoutingTest {

  @Inject District district;

  private static Response addRule(String fields) {
    return as(ADMIN).body("{" + fields + "}").post("/api/v1/routing-rules");
  }

  private ProblemFiled problem(String category, String community, SourceKind source) {
    ProblemFiled usual = district.problem(category, DeadlineClass.GENERAL);
    return new ProblemFiled(
        usual.problemId(),
        usual.problemSerial(),
        usual.complaintId(),
        null,
        usual.title(),
        usual.description(),
        source,
        category,
        DeadlineClass.GENERAL,
        new Place("示例路 1 号", "370203021", community, 120.35, 36.08),
        usual.receivedAt(),
        usual.filedAt(),
        usual.actor());
  }

  private String unitOf(ProblemFiled problem) {
    return district.itemOf(problem).getString("items[0].leadUnit.code");
  }

  @Test
  void the_specific_rule_goes_before_the_general_one_and_the_item_cites_it() {
    String category = "TEST_SPECIFIC";
    district.know(category);
    district.knowSubdistrict("370203021");
    String of = "\"categoryCode\": \"" + category + "\", ";
    String place = of + "\"subdistrictCode\": \"370203021\", ";
    addRule(of + "\"leadUnitCode\": \"区城管局\"").then().statusCode(201);
    addRule(of + "\"sourceKind\": \"MEDIA_EXPOSURE\", \"leadUnitCode\": \"市场监管局\"")
        .then()
        .statusCode(201);
    assertThat(
        unitOf(problem(category, null, SourceKind.CITIZEN)), equalTo("URBAN_MANAGEMENT_BUREAU"));
    JsonPath exposed = district.itemOf(problem(category, null, SourceKind.MEDIA_EXPOSURE));
    assertThat(exposed.getString("items[0].why.words").endsWith("示例类别 × 全区 × 媒体曝光"), equalTo(true));
    addRule(place + "\"leadUnitCode\": \"交警市北大队\"").then().statusCode(201);
    assertThat(
        unitOf(problem(category, null, SourceKind.MEDIA_EXPOSURE)), equalTo("TRAFFIC_POLICE"));
    Response rule =
        addRule(
            place + "\"communityCode\": \"370203021005\", \"leadUnitCode\": \"HOUSING_BUREAU\"");
    rule.then().statusCode(201).body("communityCode", equalTo("370203021005"));
    JsonPath item = district.itemOf(problem(category, "370203021005", SourceKind.MEDIA_EXPOSURE));
    assertThat(item.getString("items[0].leadUnit.code"), equalTo("HOUSING_BUREAU"));
    assertThat(item.getString("items[0].why.kind"), equalTo("RULE"));
    assertThat(item.getString("items[0].why.id"), equalTo(rule.path("id")));
    assertThat(
        item.getString("items[0].why.version"),
        equalTo(
            as(TEAM)
                .get("/api/v1/routing-rule-sets/" + rule.path("setId"))
                .path("number")
                .toString()));
    assertThat(
        item.getString("items[0].why.words"),
        equalTo("规则 " + rule.path("number") + "：示例类别 × 社区 370203021005"));
    String id = item.getString("items[0].id");
    assertThat(
        get(id, "/history").getString("items[0].why.id"), equalTo(rule.path("id").toString()));
    Told told =
        district.awaitTold("dispatch.events", item.getString("items[0].problemId"), 1).get(0);
    assertThat(told.json().getString("why.id"), equalTo(rule.path("id")));
  }

  @Test
  void two_rules_of_a_set_never_tie() {
    district.know("TEST_TIE");
    String rule =
        """
        "categoryCode": "TEST_TIE", "sourceKind": "MEDIA_EXPOSURE", "leadUnitCode": "区城管局",
        "validFrom": "2199-01-01T00:00:00+08:00"
        """;
    addRule(rule).then().statusCode(201);
    addRule(rule).then().statusCode(409).body("code", equalTo("routing-rule-exists"));
    addRule(rule.replace("MEDIA_EXPOSURE", "CITY_MEETING")).then().statusCode(201);
  }

  @Test
  void a_community_is_named_with_its_subdistrict() {
    district.know("TEST_TIE");
    addRule(
            """
            "categoryCode": "TEST_TIE", "communityCode": "370203021005", "leadUnitCode": "区城管局"
            """)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("subdistrictCode"))
        .body("errors[0].code", equalTo("subdistrict-of-community"))
        .body("errors[0].message", equalTo("A community is named with its sub-district"));
  }

  @Test
  void what_no_rule_covers_waits_without_a_reason_until_somebody_gives_it_to_a_unit() {
    JsonPath item = district.itemOf(district.problem("NO_RULE_AT_ALL", DeadlineClass.GENERAL));
    assertThat(item.getString("items[0].status"), equalTo("UNASSIGNED"));
    assertThat(item.getString("items[0].unassignedReason"), equalTo("NO_ROUTING_RULE"));
    assertThat(item.getString("items[0].why"), nullValue());
    String id = item.getString("items[0].id");
    as(TEAM)
        .body("{\"leadUnitCode\": \"" + ENFORCEMENT + "\", \"deadlineClass\": \"GENERAL\"}")
        .post("/api/v1/order-items/" + id + "/assignment")
        .then()
        .statusCode(200)
        .body("why.kind", equalTo("BY_HAND"))
        .body("why.words", equalTo("专班指派"))
        .body("why.by.role", equalTo("SPECIAL_TEAM"))
        .body("why.by.subject", notNullValue());
    JsonPath history = get(id, "/history");
    assertThat(history.getString("items[0].why"), nullValue());
    assertThat(history.getString("items[1].why.kind"), equalTo("BY_HAND"));
    district.acknowledge(id).then().statusCode(200);
    assertThat(get(id, "/history").getString("items[2].why"), nullValue());
  }

  @Test
  void what_a_unit_returned_is_with_the_next_one_by_hand() {
    String id = district.issued();
    String request = requestReturn(id, "TRAFFIC_POLICE").then().extract().path("id");
    decideReturn(id, request, ACCEPTED).then().statusCode(200);
    assertThat(district.item(id).getString("why.kind"), equalTo("BY_HAND"));
    assertThat(district.item(id).getString("why.words"), equalTo("专班同意退单"));
  }

  @Test
  void an_item_cites_the_rule_that_cannot_be_followed() {
    JsonPath item = district.itemOf(district.problem("STREET_OCCUPATION", DeadlineClass.PLANNED));
    assertThat(item.getString("items[0].unassignedReason"), equalTo("NO_LIMIT_FOR_CLASS"));
    assertThat(item.getString("items[0].why.kind"), equalTo("RULE"));
    assertThat(item.getList("items"), hasSize(1));
  }
}
