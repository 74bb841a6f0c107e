package org.bihuan.inspection.finding;

import static org.awaitility.Awaitility.await;
import static org.bihuan.inspection.Callers.JOINT_UNIT;
import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_SUBDISTRICT;
import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.subdistrict;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.Callers.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.InspectionEvent.LateItemFactNoted;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.Facts;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class FindingApiTest {

  private static boolean published;

  private final UUID problemId = UUID.randomUUID();
  private final UUID itemId = UUID.randomUUID();

  @BeforeEach
  void knowsTheDistrict() {
    if (!published) {
      PlannedInspection.publishReferenceData();
      published = true;
    }
  }

  private static String report(String inspection, int stop) {
    return team()
        .body(
            """
            {"stop":%d,"title":"占道经营","description":"摊位占道, 摊主电话 19900000123","categoryCode":"SANITATION"}
            """
                .formatted(stop))
        .post("/api/v1/inspections/" + inspection + "/findings")
        .then()
        .statusCode(201)
        .header("Location", notNullValue())
        .extract()
        .path("id");
  }

  private ItemIssued issued(String finding, int sequence, String serial, String leadUnit) {
    return new ItemIssued(
        itemId,
        problemId,
        sequence,
        UUID.randomUUID(),
        serial,
        UUID.fromString(finding),
        new UnitName(leadUnit, "某单位"),
        List.of(new UnitName(JOINT_UNIT, "区城管局")),
        DeadlineClass.GENERAL,
        Instant.now().plus(Duration.ofHours(48)),
        "GENERAL-1",
        Instant.now(),
        Actor.system("routing"),
        null,
        null);
  }

  private static void awaitSerial(String finding, String serial) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> team().get("/api/v1/findings/" + finding).path("orderSerial"), equalTo(serial));
  }

  @Test
  void a_finding_goes_round_the_loop_and_learns_its_problem() {
    String inspection = PlannedInspection.started();
    String id = report(inspection, 1);
    FindingReported told = assertInstanceOf(FindingReported.class, Facts.toldAbout(id, 1).get(0));
    assertEquals(inspection, told.inspectionId().toString());
    assertEquals(InspectionTier.AREA, told.tier());
    assertEquals(InspectionMethod.UNANNOUNCED, told.method());
    assertEquals("SANITATION", told.categoryCode());
    assertEquals(SUBDISTRICT, told.place().subdistrictCode());
    assertEquals("南山市场", told.place().address());
    assertEquals("摊位占道, 摊主电话 199****0123", told.description());
    team()
        .get("/api/v1/inspections/" + inspection)
        .then()
        .body("findings.id", contains(id))
        .body("findings[0].problemId", nullValue())
        .body("stops[0].visitedAt", notNullValue());
    Facts.tell(issued(id, 1, "创督〔2026〕104号", LEAD_UNIT));
    awaitSerial(id, "创督〔2026〕104号");
    team()
        .get("/api/v1/findings/" + id)
        .then()
        .body("problemId", equalTo(problemId.toString()))
        .body("itemId", equalTo(itemId.toString()))
        .body("leadUnit.code", equalTo(LEAD_UNIT));
    team().get("/api/v1/findings?problemId=" + problemId).then().body("items.id", contains(id));
  }

  @Test
  void the_newest_order_counts_and_an_older_fact_changes_nothing() {
    String id = report(PlannedInspection.started(), 1);
    Facts.tell(
        issued(id, 1, "创督〔2026〕1号", LEAD_UNIT),
        issued(id, 2, "创督〔2026〕2号", OTHER_UNIT),
        issued(id, 1, "创督〔2026〕1号", LEAD_UNIT));
    awaitSerial(id, "创督〔2026〕2号");
    unit(OTHER_UNIT).get("/api/v1/findings/" + id).then().statusCode(200);
    unit(LEAD_UNIT).get("/api/v1/findings/" + id).then().statusCode(404);
    LateItemFactNoted noted =
        assertInstanceOf(LateItemFactNoted.class, Facts.toldAbout(problemId.toString(), 1).get(0));
    assertEquals("dispatch.item-issued.v1", noted.fact());
    assertNull(noted.recheckId());
  }

  @Test
  void a_unit_sees_what_became_its_task_and_a_subdistrict_what_lies_in_it() {
    String inspection = PlannedInspection.started();
    String id = report(inspection, 1);
    unit(LEAD_UNIT)
        .get("/api/v1/findings/" + id)
        .then()
        .statusCode(404)
        .body("code", equalTo("finding-not-found"));
    unit(LEAD_UNIT).get("/api/v1/inspections/" + inspection).then().body("findings", empty());
    Facts.tell(issued(id, 1, "创督〔2026〕105号", LEAD_UNIT));
    awaitSerial(id, "创督〔2026〕105号");
    unit(LEAD_UNIT).get("/api/v1/findings/" + id).then().statusCode(200);
    unit(JOINT_UNIT)
        .get("/api/v1/findings?inspectionId=" + inspection)
        .then()
        .body("items.id", contains(id));
    unit(OTHER_UNIT).get("/api/v1/findings/" + id).then().statusCode(404);
    unit(LEAD_UNIT)
        .get("/api/v1/inspections/" + inspection)
        .then()
        .body("findings.id", contains(id));
    subdistrict(SUBDISTRICT).get("/api/v1/findings/" + id).then().statusCode(200);
    subdistrict(OTHER_SUBDISTRICT).get("/api/v1/findings/" + id).then().statusCode(404);
    as(Role.CHANNEL_CLERK).get("/api/v1/findings").then().statusCode(403);
  }

  @Test
  void an_order_for_a_finding_nobody_reported_is_a_dead_letter() {
    Facts.tell(issued(UUID.randomUUID().toString(), 1, "创督〔2026〕106号", LEAD_UNIT));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                as(Role.ADMIN)
                    .get("/operations/dead-letters")
                    .then()
                    .body("key", hasItem(problemId.toString())));
  }

  @Test
  void nothing_is_found_at_a_stop_left_out() {
    String inspection = PlannedInspection.started();
    team()
        .body("{\"reason\":\"道路施工\"}")
        .post("/api/v1/inspections/" + inspection + "/stops/2/skip")
        .then()
        .statusCode(200);
    team()
        .body("{\"stop\":2,\"title\":\"占道\",\"description\":\"占道经营\"}")
        .post("/api/v1/inspections/" + inspection + "/findings")
        .then()
        .statusCode(409)
        .body("code", equalTo("stop-settled"));
  }

  @Test
  void several_things_are_found_at_one_stop() {
    String inspection = PlannedInspection.started();
    String first = report(inspection, 3);
    String second = report(inspection, 3);
    team()
        .get(
            "/api/v1/findings?inspectionId=%s&subdistrictCode=%s"
                .formatted(inspection, OTHER_SUBDISTRICT))
        .then()
        .body("items.id", contains(second, first));
  }

  @Test
  void every_fault_of_a_finding_is_named_at_once() {
    String path = "/api/v1/inspections/" + PlannedInspection.started() + "/findings";
    team()
        .body(
            "{\"stop\":0,\"title\":\"\",\"description\":\"%s\",\"category\":\"X\"}"
                .formatted("长".repeat(4001)))
        .post(path)
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("stop", "title", "description", "category"));
    for (String category : List.of("OLD_KIND", "UNHEARD_OF")) {
      team()
          .body(
              "{\"stop\":1,\"title\":\"占道\",\"description\":\"占道经营\",\"categoryCode\":\"%s\"}"
                  .formatted(category))
          .post(path)
          .then()
          .statusCode(400)
          .body("errors.field", contains("categoryCode"))
          .body("errors.code", contains("unknown-category"));
    }
    team()
        .body("{\"stop\":4,\"title\":\"占道\",\"description\":\"占道经营\"}")
        .post(path)
        .then()
        .statusCode(404)
        .body("code", equalTo("stop-not-found"));
  }
}
