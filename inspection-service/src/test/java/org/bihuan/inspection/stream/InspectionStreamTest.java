package org.bihuan.inspection.stream;

import static org.awaitility.Awaitility.await;
import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_SUBDISTRICT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.inspector;
import static org.bihuan.inspection.Callers.team;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.stream.EventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Inspections and mock evaluations are told as they change, and to nobody who must not know yet.
 */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class InspectionStreamTest {

  private static final String INSPECTIONS = "/api/v1/inspections";
  private static final String EVALUATIONS = "/api/v1/mock-evaluations";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static boolean published;

  @TestHTTPResource URI root;

  private final List<EventStream> readers = new ArrayList<>();

  @BeforeEach
  void knowsTheDistrict() {
    if (!published) {
      PlannedInspection.publishReferenceData();
      published = true;
    }
  }

  @AfterEach
  void hang_up() {
    readers.forEach(EventStream::close);
  }

  private EventStream open(String list, Identity who) {
    EventStream reader = EventStream.open(root.resolve(list + "/stream"), who, null);
    readers.add(reader);
    assertEquals(200, reader.status());
    await().atMost(PATIENCE).until(() -> reader.beats() > 0);
    return reader;
  }

  private static List<String> kindsOf(EventStream reader, String id) {
    return reader.told().stream()
        .map(told -> JsonPath.from(told.data()))
        .filter(change -> id.equals(change.getString("id")))
        .map(change -> change.getString("kind"))
        .toList();
  }

  @Test
  void who_is_inspected_unannounced_hears_of_it_when_it_starts() {
    EventStream team = open(INSPECTIONS, Identity.of(Role.SPECIAL_TEAM));
    EventStream unit = open(INSPECTIONS, Identity.of(Role.UNIT_HANDLER).ofUnit(LEAD_UNIT));
    EventStream street =
        open(INSPECTIONS, Identity.of(Role.SUBDISTRICT).ofSubdistrict(SUBDISTRICT));
    EventStream both =
        open(
            INSPECTIONS,
            Identity.of(Role.SUBDISTRICT)
                .ofSubdistrict(SUBDISTRICT)
                .alsoAs(Role.ASSESSOR)
                .called("stranger"));
    String id = PlannedInspection.by(team(), "UNANNOUNCED");
    await().atMost(PATIENCE).until(() -> kindsOf(team, id), List.of("PLANNED")::equals);
    String path = INSPECTIONS + "/" + id;
    team()
        .body(
            "{\"plannedFor\":\"%s\",\"reason\":\"改期\"}"
                .formatted(Instant.now().plusSeconds(90_000)))
        .post(path + "/postponement")
        .then()
        .statusCode(200);
    await().atMost(PATIENCE).until(() -> kindsOf(team, id), List.of("PLANNED", "PLANNED")::equals);
    for (EventStream inspected : List.of(unit, street, both)) {
      assertEquals(List.of(), kindsOf(inspected, id));
    }
    team().post(path + "/start").then().statusCode(200);
    for (EventStream inspected : List.of(unit, street, both)) {
      await().atMost(PATIENCE).until(() -> kindsOf(inspected, id), List.of("STARTED")::equals);
    }
  }

  @Test
  void a_sub_district_hears_of_announced_inspections_in_its_area_alone() {
    EventStream here = open(INSPECTIONS, Identity.of(Role.SUBDISTRICT).ofSubdistrict(SUBDISTRICT));
    EventStream other =
        open(INSPECTIONS, Identity.of(Role.SUBDISTRICT).ofSubdistrict(OTHER_SUBDISTRICT));
    String id =
        team()
            .body(
                """
                {"tier":"AREA","method":"ANNOUNCED","plannedFor":"%s",
                 "stops":[{"subdistrictCode":"%s","place":"南山市场"}]}
                """
                    .formatted(Instant.now().plusSeconds(3600), SUBDISTRICT))
            .post(INSPECTIONS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    await().atMost(PATIENCE).until(() -> kindsOf(here, id), List.of("PLANNED")::equals);
    assertEquals(List.of(), kindsOf(other, id));
  }

  @Test
  void a_mock_evaluation_is_told_with_each_observation() {
    EventStream assessor = open(EVALUATIONS, Identity.of(Role.ASSESSOR));
    EventStream both =
        open(
            EVALUATIONS,
            Identity.of(Role.UNIT_HANDLER)
                .ofUnit(LEAD_UNIT)
                .alsoAs(Role.ASSESSOR)
                .called("stranger"));
    String id =
        team()
            .body(
                """
                {"name":"第一次模拟测评","plannedFor":"%s",
                 "points":[{"place":"南山市场","subdistrictCode":"%s","placeType":"MARKET"}]}
                """
                    .formatted(Instant.now(), SUBDISTRICT))
            .post(EVALUATIONS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    await().atMost(PATIENCE).until(() -> kindsOf(assessor, id), List.of("PLANNED")::equals);
    assertEquals(List.of(), kindsOf(both, id));
    team().post(EVALUATIONS + "/" + id + "/start").then().statusCode(200);
    await()
        .atMost(PATIENCE)
        .until(() -> kindsOf(assessor, id), List.of("PLANNED", "UNDER_WAY")::equals);
    inspector()
        .body("{\"point\":1,\"item\":1,\"outcome\":\"PASSED\"}")
        .post(EVALUATIONS + "/" + id + "/observations")
        .then()
        .statusCode(201);
    for (EventStream reader : List.of(assessor, both)) {
      await().atMost(PATIENCE).until(() -> kindsOf(reader, id).contains("OBSERVED"));
    }
  }

  @Test
  void who_may_not_read_them_is_refused() {
    for (String list : List.of(INSPECTIONS, EVALUATIONS)) {
      EventStream clerk =
          EventStream.open(root.resolve(list + "/stream"), Identity.of(Role.CHANNEL_CLERK), null);
      assertEquals(403, clerk.status());
      clerk.close();
    }
    EventStream unit =
        EventStream.open(
            root.resolve(EVALUATIONS + "/stream"),
            Identity.of(Role.UNIT_HANDLER).ofUnit(LEAD_UNIT),
            null);
    assertEquals(403, unit.status());
    unit.close();
  }
}
