package org.bihuan.intake.publicform;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.bihuan.intake.IntakeStack;
import org.junit.jupiter.api.Test;

/** What a page can draw where the deployment has no map. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class PublicAreasTest {

  private static final String AREAS = "/api/v1/public/areas";

  @Test
  void it_may_be_kept_for_five_minutes() {
    assertEquals(
        List.of("public, max-age=300"),
        RestAssured.get(AREAS).headers().getValues("Cache-Control"));
  }

  @Test
  void without_areas_there_is_the_box_around_the_district_alone() {
    RestAssured.given()
        .get(AREAS)
        .then()
        .statusCode(200)
        .body("type", equalTo("FeatureCollection"))
        .body("features", empty())
        .body("bbox", contains(120.29f, 36.03f, 120.48f, 36.21f));
  }

  @Test
  void who_has_it_already_is_told_so() {
    String tag = RestAssured.get(AREAS).header("ETag");
    RestAssured.given().header("If-None-Match", tag).get(AREAS).then().statusCode(304);
  }
}
