package org.bihuan.intake.registration;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.attachment.Uploads;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a complaint can be. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class PointTest {

  private static ValidatableResponse registerAt(String crs, double longitude, double latitude) {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            Map.of(
                "channel",
                "HOTLINE_12319",
                "text",
                "示例路路灯不亮",
                "location",
                Map.of("longitude", longitude, "latitude", latitude, "crs", crs)))
        .post("/api/v1/complaints")
        .then();
  }

  @ParameterizedTest
  @CsvSource({
    "GCJ02, 36.0835, 120.3561, point-swapped",
    "WGS84, 0, 0, point-zero",
    "WGS84, 116.39, 39.91, point-outside-district",
    "GCJ02, 120.60, 36.10, point-outside-district"
  })
  void a_point_that_cannot_be_in_the_district_is_refused(
      String crs, double longitude, double latitude, String code) {
    registerAt(crs, longitude, latitude)
        .statusCode(400)
        .body("errors.field", contains("location"))
        .body("errors.code", contains(code));
  }

  @ParameterizedTest
  @CsvSource({"WGS84, 120.3510, 36.0831", "GCJ02, 120.3561, 36.0835", "BD09, 120.3626, 36.0895"})
  void a_point_of_the_district_is_taken_in_every_system(
      String crs, double longitude, double latitude) {
    registerAt(crs, longitude, latitude).statusCode(201);
  }

  private static ValidatableResponse registered(String text) {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            Map.of(
                "channel",
                "HOTLINE_12319",
                "text",
                text + UUID.randomUUID(),
                "categoryCode",
                "STREET_LAMP"))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201);
  }

  @Test
  void without_a_place_it_files_itself_unless_the_deployment_requires_one() {
    registered("示例路路灯不亮")
        .body("status", equalTo("FILED"))
        .body("placedBy", nullValue())
        .body("placeDoubt", nullValue());
  }

  @Test
  void a_name_places_it_without_a_map_and_two_names_wait_for_the_desk() {
    registered("登州路街道示例路路灯不亮")
        .body("status", equalTo("FILED"))
        .body("location.subdistrictCode", equalTo("370203011"))
        .body("placedBy", equalTo("NAME"));
    registered("登州路街道与台东街道交界处路灯不亮")
        .body("status", equalTo("RECEIVED"))
        .body("waitingFor", equalTo("PLACE"))
        .body("placeDoubt", equalTo("SEVERAL_NAMES"));
  }

  private static void assertSeen(
      Identity identity, ValidatableResponse complaint, String photo, boolean seen) {
    String id = complaint.extract().path("id");
    int status = seen ? 200 : 404;
    As.as(identity).get("/api/v1/complaints/" + id).then().statusCode(status);
    As.as(identity).get(Uploads.ATTACHMENTS + "/" + photo).then().statusCode(status);
    As.as(identity)
        .get("/api/v1/complaints?sourceRef=" + complaint.extract().path("sourceRef"))
        .then()
        .statusCode(200)
        .body("items.id", equalTo(seen ? List.of(id) : List.of()));
  }

  @Test
  void a_name_shows_a_sub_district_nothing_until_it_has_become_a_problem() throws Exception {
    String photo = Uploads.uploaded(Role.CHANNEL_CLERK, SamplePhoto.jpeg(3));
    ValidatableResponse complaint =
        As.role(Role.CHANNEL_CLERK)
            .body(
                Map.of(
                    "channel",
                    "HOTLINE_12319",
                    "sourceRef",
                    UUID.randomUUID().toString(),
                    "text",
                    "举报台东街道办事处工作人员 " + UUID.randomUUID(),
                    "categoryCode",
                    "OTHER",
                    "attachmentIds",
                    List.of(photo)))
            .post("/api/v1/complaints")
            .then()
            .statusCode(201)
            .body("status", equalTo("RECEIVED"))
            .body("location.subdistrictCode", equalTo("370203021"))
            .body("placedBy", equalTo("NAME"));
    Identity subdistrict = Identity.of(Role.SUBDISTRICT).ofSubdistrict("370203021");
    assertSeen(subdistrict, complaint, photo, false);
    assertSeen(Identity.of(Role.TOP_LEADER), complaint, photo, true);
    As.role(Role.SPECIAL_TEAM)
        .body("{\"categoryCode\": \"SANITATION\"}")
        .post("/api/v1/complaints/" + complaint.extract().path("id") + "/filing")
        .then()
        .statusCode(200);
    assertSeen(subdistrict, complaint, photo, true);
  }
}
