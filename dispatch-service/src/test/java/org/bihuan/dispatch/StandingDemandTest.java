package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
import org.bihuan.dispatch.paper.PaperText;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was demanded for good belongs to the place, and is told to whoever gets the next order. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class StandingDemandTest {

  private static final String DEMAND = "加大打扫频次，破损部件随时更换";
  private static final String STREET = "370203021";

  @Inject District district;
  @Inject Clock clock;

  @BeforeEach
  void the_sub_district_is_known() {
    district.knowSubdistrict(STREET);
  }

  private String itemAt(String address, String subdistrict, Double longitude, Double latitude) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    ProblemFiled problem =
        new ProblemFiled(
            id,
            "W-" + id,
            UuidCreator.getTimeOrderedEpoch(),
            null,
            "公厕脏乱",
            "公厕地面脏",
            SourceKind.MEDIA_EXPOSURE,
            "STREET_OCCUPATION",
            DeadlineClass.GENERAL,
            new Place(address, subdistrict, null, longitude, latitude),
            clock.instant(),
            clock.instant(),
            new Actor("SPECIAL_TEAM", null, "neighbour"));
    return district.itemOf(problem).getString("items[0].id");
  }

  private String demandedAt(String address, Double longitude, Double latitude) {
    String item = itemAt(address, STREET, longitude, latitude);
    district.acknowledge(item).then().statusCode(200);
    district.replyFinally(item).then().statusCode(201);
    district
        .review(
            item,
            district.newestReply(item),
            "{\"decision\": \"ACCEPTED_WITH_STANDING_DEMAND\", \"standingDemand\": \"%s\"}"
                .formatted(DEMAND))
        .then()
        .statusCode(200);
    return item;
  }

  private static Response at(String item) {
    return as(handlerOf(ENFORCEMENT)).get("/api/v1/order-items/" + item + "/standing-demands");
  }

  @Test
  void a_demand_outlives_its_item_and_is_shown_on_the_next_one_at_the_same_address() {
    String address = "桦林山路 " + UUID.randomUUID();
    String first = demandedAt(address, null, null);
    district.tellWrittenOff(first);
    district.awaitStatus(first, "WRITTEN_OFF");
    String next = itemAt(address.toUpperCase().replace(" ", "　"), STREET, null, null);
    at(next)
        .then()
        .statusCode(200)
        .body("items.text", contains(DEMAND))
        .body("items[0].itemId", equalTo(first))
        .body("items[0].unit.code", equalTo(ENFORCEMENT));
    at(first).then().body("items.text", contains(DEMAND));
    at(itemAt(address, "370203022", null, null)).then().body("items", empty());
    at(itemAt(address + " 后", STREET, null, null)).then().body("items", empty());
    String order = district.item(next).getString("orderId");
    String word =
        PaperText.word(
            as(TEAM)
                .accept("*/*")
                .get("/api/v1/orders/" + order + "/document?form=docx")
                .asByteArray());
    assertThat(word, containsString("此处已有长效要求：" + DEMAND));
  }

  @Test
  void points_within_fifty_metres_are_one_place() {
    double north = 36.0 + Math.floorMod(System.nanoTime(), 1_000_000L) / 10_000_000.0;
    demandedAt("甲 " + UUID.randomUUID(), 120.41, north);
    at(itemAt("乙 " + UUID.randomUUID(), STREET, 120.4103, north + 0.0003))
        .then()
        .body("items.text", contains(DEMAND));
    at(itemAt("丙 " + UUID.randomUUID(), STREET, 120.412, north)).then().body("items", empty());
  }

  @Test
  void a_demand_holds_until_the_team_ends_it_with_a_reason() {
    String address = "南山路 " + UUID.randomUUID();
    String item = demandedAt(address, null, null);
    String id = at(item).path("items[0].id");
    as(TEAM)
        .get("/api/v1/standing-demands?holding=true&unitCode=" + ENFORCEMENT + "&q=" + address)
        .then()
        .statusCode(200)
        .body("items.id", contains(id));
    String ending = "/api/v1/standing-demands/" + id + "/ending";
    as(ADMIN).body(Map.of("reason", "已拆除")).post(ending).then().statusCode(403);
    as(TEAM).body("{}").post(ending).then().statusCode(400);
    as(TEAM)
        .body(Map.of("reason", "公厕已拆除"))
        .post(ending)
        .then()
        .statusCode(200)
        .body("endReason", equalTo("公厕已拆除"));
    as(TEAM)
        .body(Map.of("reason", "再次"))
        .post(ending)
        .then()
        .statusCode(409)
        .body("code", equalTo("demand-ended"));
    at(item).then().body("items", empty());
    as(TEAM)
        .get("/api/v1/standing-demands?holding=false&q=" + address)
        .then()
        .body("items.id", contains(id));
    as(TEAM)
        .body(Map.of("reason", "x"))
        .post("/api/v1/standing-demands/01935c0a-0000-7000-8000-000000000001/ending")
        .then()
        .statusCode(404)
        .body("code", equalTo("demand-not-found"));
  }

  @Test
  void demands_everywhere_are_for_those_who_see_every_item() {
    as(Identity.of(Role.ASSESSOR)).get("/api/v1/standing-demands").then().statusCode(200);
    as(handlerOf(ENFORCEMENT)).get("/api/v1/standing-demands").then().statusCode(403);
    String item = demandedAt("河滨路 " + UUID.randomUUID(), null, null);
    as(handlerOf("BIG_DATA_BUREAU"))
        .get("/api/v1/order-items/" + item + "/standing-demands")
        .then()
        .statusCode(404);
  }
}
