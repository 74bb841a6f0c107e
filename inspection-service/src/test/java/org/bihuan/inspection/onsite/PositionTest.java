package org.bihuan.inspection.onsite;

import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.inspector;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A position that proves no presence is kept, and marked. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class PositionTest {

  @BeforeEach
  void reference_data_has_arrived() {
    PlannedInspection.publishReferenceData();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "120.3561, 36.0835, none",
        "36.0835, 120.3561, SWAPPED",
        "0.0, 0.0, ZERO",
        "116.39, 39.91, OUTSIDE_DISTRICT"
      })
  void a_position_says_why_it_is_in_doubt(double longitude, double latitude, String doubt) {
    String id = AcceptedReply.first().recheck();
    inspector()
        .body(
            """
            {"outcome": "PASSED", "longitude": %s, "latitude": %s, "crs": "GCJ02"}
            """
                .formatted(longitude, latitude))
        .post("/api/v1/rechecks/" + id + "/outcome")
        .then()
        .statusCode(200)
        .body("position.sentLongitude", equalTo((float) longitude))
        .body("position.doubt", doubt == null ? nullValue() : equalTo(doubt));
    team()
        .body(
            """
            {"tier": "AREA", "method": "DESK", "plannedFor": "%s", "inspectors": [],
             "stops": [{"subdistrictCode": "%s", "place": "南山市场",
                        "longitude": %s, "latitude": %s, "crs": "GCJ02"}]}
            """
                .formatted(Instant.now().plusSeconds(3600), SUBDISTRICT, longitude, latitude))
        .post("/api/v1/inspections")
        .then()
        .statusCode(201)
        .body("stops[0].position.doubt", doubt == null ? nullValue() : equalTo(doubt));
  }
}
