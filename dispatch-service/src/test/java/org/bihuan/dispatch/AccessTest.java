package org.bihuan.dispatch;

import static io.restassured.RestAssured.given;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who sees which items and what they may do with them. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class AccessTest {

  private static final String[] PARTS = {
    "", "/history", "/clock", "/replies", "/urges", "/return-requests", "/extension-requests"
  };

  @Inject District district;

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {
        "SPECIAL_TEAM",
        "ADMIN",
        "TOP_LEADER",
        "LINE_LEADER",
        "COMMITTEE_INSPECTOR",
        "DISCIPLINE",
        "ASSESSOR",
        "INSPECTOR"
      })
  void the_team_leaders_inspectors_and_assessors_see_every_item(Role role) {
    String id = district.issued();
    for (String part : PARTS) {
      as(Identity.of(role)).get("/api/v1/order-items/" + id + part).then().statusCode(200);
    }
    as(Identity.of(role)).get("/api/v1/order-items").then().statusCode(200);
    as(Identity.of(role)).get("/api/v1/orders").then().statusCode(200);
  }

  @Test
  void a_channel_clerk_has_no_business_with_items() {
    String id = district.issued();
    Identity clerk = Identity.of(Role.CHANNEL_CLERK);
    for (String part : PARTS) {
      as(clerk).get("/api/v1/order-items/" + id + part).then().statusCode(403);
    }
    as(clerk).get("/api/v1/order-items").then().statusCode(403);
    as(clerk).get("/api/v1/orders").then().statusCode(403);
  }

  @Test
  void without_a_token_nothing_is_shown() {
    for (String path :
        List.of(
            "order-items",
            "orders",
            "units",
            "work-lines",
            "subdistricts",
            "routing-rules",
            "sla-policies")) {
      given()
          .get("/api/v1/" + path)
          .then()
          .statusCode(401)
          .contentType("application/problem+json")
          .body("code", equalTo("unauthorized"));
    }
  }

  @Test
  void the_item_of_another_unit_is_not_there() {
    String id = district.issued();
    String orderId = district.item(id).getString("orderId");
    Identity other = handlerOf("EDUCATION_BUREAU");
    for (String part : PARTS) {
      as(other)
          .get("/api/v1/order-items/" + id + part)
          .then()
          .statusCode(404)
          .body("code", equalTo("order-item-not-found"));
    }
    as(other).get("/api/v1/orders/" + orderId).then().statusCode(404);
    as(other)
        .body("{}")
        .post("/api/v1/order-items/" + id + "/acknowledgement")
        .then()
        .statusCode(404);
    as(other)
        .body("{\"kind\":\"INTERIM\",\"measures\":\"x\"}")
        .post("/api/v1/order-items/" + id + "/replies")
        .then()
        .statusCode(404);
    assertThat(
        as(other).get("/api/v1/order-items?limit=200").jsonPath().getList("items.id"),
        not(hasItem(id)));
    assertThat(
        as(other).get("/api/v1/orders?limit=200").jsonPath().getList("items.id"),
        not(hasItem(orderId)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"UNIT_HANDLER", "UNIT_LEADER", "SUBDISTRICT"})
  void who_lacks_the_claim_that_bounds_its_role_is_refused(Role role) {
    String id = district.issued();
    Identity bare = Identity.of(role).withoutUsualClaims();
    List<String> paths =
        List.of(
            "order-items?count=exact",
            "orders?count=exact",
            "order-items/" + id,
            "order-items/" + UUID.randomUUID(),
            "order-items/" + id + "/history",
            "order-items/" + id + "/clock",
            "order-items/" + id + "/replies",
            "orders/" + district.item(id).getString("orderId"));
    for (String path : paths) {
      as(bare).get("/api/v1/" + path).then().statusCode(403).body("code", equalTo("claim-missing"));
    }
  }

  @Test
  void a_caller_is_told_who_it_is() {
    given().get("/api/v1/me").then().statusCode(401);
    as(handlerOf(ENFORCEMENT))
        .get("/api/v1/me")
        .then()
        .statusCode(200)
        .body("roles", equalTo(List.of("UNIT_HANDLER")))
        .body("unit", equalTo(ENFORCEMENT));
  }

  @Test
  void a_claim_that_is_no_code_is_none() {
    for (String unit : List.of(" ", "education_bureau", "EDUCATION_BUREAU ", "教育局")) {
      as(handlerOf(unit))
          .get("/api/v1/order-items")
          .then()
          .statusCode(403)
          .body("code", equalTo("claim-missing"));
    }
  }

  @Test
  void the_lead_unit_acts_and_a_joint_unit_reads() {
    String id =
        district
            .itemOf(district.problem("CABLE_TANGLE", DeadlineClass.GENERAL))
            .getString("items[0].id");
    as(handlerOf("URBAN_MANAGEMENT_BUREAU"))
        .get("/api/v1/order-items/" + id)
        .then()
        .statusCode(200)
        .body(
            "allowedActions",
            equalTo(
                List.of(
                    "ACKNOWLEDGE",
                    "REQUEST_RETURN",
                    "REQUEST_EXTENSION",
                    "DECLARE_COMPLEX",
                    "FILE_PLAN")));
    as(handlerOf("BIG_DATA_BUREAU"))
        .get("/api/v1/order-items/" + id)
        .then()
        .statusCode(200)
        .body("allowedActions", equalTo(List.of()));
    as(handlerOf("BIG_DATA_BUREAU"))
        .body("{}")
        .post("/api/v1/order-items/" + id + "/acknowledgement")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-lead-unit"));
    assertThat(
        as(handlerOf("BIG_DATA_BUREAU"))
            .get("/api/v1/order-items?limit=200")
            .jsonPath()
            .getList("items.id"),
        hasItem(id));
    as(handlerOf("BIG_DATA_BUREAU"))
        .get("/api/v1/orders/" + district.item(id).getString("orderId"))
        .then()
        .statusCode(200);
  }

  @Test
  void a_parent_unit_sees_the_items_of_its_units_and_leaves_them_to_them() {
    String id =
        district
            .itemOf(district.problem("SANITATION", DeadlineClass.GENERAL))
            .getString("items[0].id");
    as(Identity.of(Role.UNIT_LEADER).ofUnit("URBAN_MANAGEMENT_BUREAU"))
        .get("/api/v1/order-items/" + id)
        .then()
        .statusCode(200)
        .body("allowedActions", equalTo(List.of()));
    as(handlerOf("URBAN_MANAGEMENT_BUREAU"))
        .body("{}")
        .post("/api/v1/order-items/" + id + "/acknowledgement")
        .then()
        .statusCode(403);
  }

  @Test
  void a_sub_unit_reads_what_the_unit_above_it_leads_and_leaves_the_acts_to_it() {
    Identity subUnit = handlerOf("ENVIRONMENTAL_SANITATION_CENTRE");
    String id =
        district
            .itemOf(district.problem("CABLE_TANGLE", DeadlineClass.GENERAL))
            .getString("items[0].id");
    for (String part : PARTS) {
      as(subUnit).get("/api/v1/order-items/" + id + part).then().statusCode(200);
    }
    as(subUnit).get("/api/v1/order-items/" + id).then().body("allowedActions", equalTo(List.of()));
    assertThat(
        as(subUnit).get("/api/v1/order-items?limit=200").jsonPath().getList("items.id"),
        hasItem(id));
    as(subUnit)
        .get("/api/v1/orders/" + district.item(id).getString("orderId"))
        .then()
        .statusCode(200);
    as(subUnit)
        .body("{}")
        .post("/api/v1/order-items/" + id + "/acknowledgement")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-lead-unit"));
    for (Identity who : List.of(subUnit, handlerOf("BIG_DATA_BUREAU"))) {
      as(who)
          .body("{\"kind\":\"INTERIM\",\"measures\":\"x\"}")
          .post("/api/v1/order-items/" + id + "/replies")
          .then()
          .statusCode(403)
          .body("code", equalTo("not-lead-unit"));
    }
  }

  @Test
  void a_sub_unit_does_not_see_what_the_unit_above_it_only_helps_with() {
    String id = district.issued();
    String order =
        """
        {"kind": "SPECIAL", "basis": "联合整治", "leadUnitCode": "%s",
         "jointUnitCodes": ["URBAN_MANAGEMENT_BUREAU"],
         "items": [{"problemId": "%s", "deadlineClass": "GENERAL"}]}
        """
            .formatted(ENFORCEMENT, district.item(id).getString("problemId"));
    as(TEAM).body(order).post("/api/v1/orders").then().statusCode(201);
    as(handlerOf("URBAN_MANAGEMENT_BUREAU"))
        .get("/api/v1/order-items/" + id)
        .then()
        .statusCode(200);
    as(handlerOf("ENVIRONMENTAL_SANITATION_CENTRE"))
        .get("/api/v1/order-items/" + id)
        .then()
        .statusCode(404);
  }

  @Test
  void a_subdistrict_sees_what_lies_within_its_bounds() {
    String id = district.issued();
    Identity own = Identity.of(Role.SUBDISTRICT).ofSubdistrict("370203021");
    Identity other = Identity.of(Role.SUBDISTRICT).ofSubdistrict("370203005");
    as(own)
        .get("/api/v1/order-items/" + id)
        .then()
        .statusCode(200)
        .body("allowedActions", equalTo(List.of()));
    as(other).get("/api/v1/order-items/" + id).then().statusCode(404);
    as(other).get("/api/v1/order-items?count=exact").then().body("total", equalTo(0));
  }

  @Test
  void an_order_counts_no_items_but_those_within_sight() {
    ProblemFiled here = district.problemIn("370203021");
    ProblemFiled elsewhere = district.problemIn("370203013");
    district.itemOf(here);
    district.itemOf(elsewhere);
    String order =
        as(TEAM)
            .body(
                """
                {"kind": "SPECIAL", "leadUnitCode": "%s", "jointUnitCodes": [],
                 "items": [{"problemId": "%s", "deadlineClass": "GENERAL"},
                           {"problemId": "%s", "deadlineClass": "GENERAL"}]}
                """
                    .formatted(ENFORCEMENT, here.problemId(), elsewhere.problemId()))
            .post("/api/v1/orders")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Identity street = Identity.of(Role.SUBDISTRICT).ofSubdistrict("370203013");
    for (Map.Entry<Identity, Integer> seen : Map.of(TEAM, 2, street, 1).entrySet()) {
      as(seen.getKey())
          .get("/api/v1/orders/" + order)
          .then()
          .statusCode(200)
          .body("status", equalTo("ISSUED"))
          .body("itemCounts.ISSUED", equalTo(seen.getValue()))
          .body("items.size()", equalTo(seen.getValue()));
      assertThat(
          as(seen.getKey())
              .get("/api/v1/orders?limit=200")
              .jsonPath()
              .getInt("items.find { it.id == '" + order + "' }.itemCounts.ISSUED"),
          equalTo(seen.getValue()));
    }
  }

  @Test
  void an_answer_is_not_handed_to_one_whose_unit_has_changed_since() {
    String path = "/api/v1/order-items/" + district.issued() + "/acknowledgement";
    Identity before = handlerOf(ENFORCEMENT).called("officer-7");
    String key = UUID.randomUUID().toString();
    as(before).header("Idempotency-Key", key).body("{}").post(path).then().statusCode(200);
    as(before)
        .header("Idempotency-Key", key)
        .body("{}")
        .post(path)
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", "true");
    as(before.ofUnit("EDUCATION_BUREAU"))
        .header("Idempotency-Key", key)
        .body("{}")
        .post(path)
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
  }

  @Test
  void only_the_special_team_reviews_and_cancels() {
    String id = district.replied();
    String reply = district.newestReply(id);
    for (Identity who :
        List.of(
            handlerOf(ENFORCEMENT), Identity.of(Role.TOP_LEADER), Identity.of(Role.INSPECTOR))) {
      as(who)
          .body("{\"decision\":\"ACCEPTED\"}")
          .post("/api/v1/order-items/" + id + "/replies/" + reply + "/review")
          .then()
          .statusCode(403);
      as(who)
          .body("{\"reason\":\"x\"}")
          .post("/api/v1/order-items/" + id + "/cancellation")
          .then()
          .statusCode(403);
    }
    as(TEAM)
        .body("{}")
        .post("/api/v1/order-items/" + id + "/acknowledgement")
        .then()
        .statusCode(403);
  }

  @Test
  void what_may_be_done_follows_the_state() {
    String id = district.acknowledged();
    as(handlerOf(ENFORCEMENT))
        .get("/api/v1/order-items/" + id)
        .then()
        .body(
            "allowedActions",
            equalTo(
                List.of(
                    "REQUEST_RETURN",
                    "REQUEST_EXTENSION",
                    "DECLARE_COMPLEX",
                    "FILE_PLAN",
                    "REPLY_INTERIM",
                    "REPLY")));
    district.replyFinally(id).then().statusCode(201);
    as(handlerOf(ENFORCEMENT))
        .get("/api/v1/order-items/" + id)
        .then()
        .body("allowedActions", equalTo(List.of()));
    as(TEAM)
        .get("/api/v1/order-items/" + id)
        .then()
        .body("allowedActions", equalTo(List.of("ACCEPT_REPLY", "RETURN_REPLY", "CANCEL")));
  }
}
