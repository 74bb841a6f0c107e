package org.bihuan.intake.location;

import static org.awaitility.Awaitility.await;
import static org.bihuan.intake.attachment.Uploads.uploaded;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.contract.Place;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.intake.subdistrict.area.Grid;
import org.bihuan.kit.geo.Crs;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a deployment has a map, and wants to know where everything is. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
@TestProfile(PlacingTest.WithMap.class)
class PlacingTest {

  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The sub-districts of the first two squares of the map, and a community within the first. */
  private static final String FIRST = "370203005";

  private static final String SECOND = "370203008";
  private static final String OF_FIRST = "370203005001";

  /** Behind the last square, within the box around the district. */
  private static final int NO_SQUARE = 24;

  /** The shipped reference data with a map drawn with a ruler. */
  public static class WithMap implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      Path own = Path.of("target/reference-with-map");
      try (Stream<Path> shipped = Files.list(Path.of("src/main/resources/reference"))) {
        Files.createDirectories(own);
        for (Path file : shipped.toList()) {
          Files.copy(file, own.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> codes =
            Pattern.compile("\\d{9}")
                .matcher(Files.readString(own.resolve("subdistricts.json")))
                .results()
                .map(MatchResult::group)
                .toList();
        Files.writeString(
            own.resolve("areas.geojson"),
            Grid.file(codes, Grid.feature(OF_FIRST, Grid.square(0, 0.005))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Map.of(
          "bihuan.reference.directory",
          own.toAbsolutePath().toString(),
          "bihuan.places.outside-district",
          "FLAG",
          "bihuan.places.subdistrict-required",
          "true");
    }
  }

  private static Response sent(String text, Map<String, Object> location) {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            Map.of(
                "channel",
                "HOTLINE_12319",
                "text",
                text + UUID.randomUUID(),
                "categoryCode",
                "STREET_LAMP",
                "location",
                location))
        .post(COMPLAINTS);
  }

  private static String photo(double longitude, double latitude, Duration ago) {
    long seed = ThreadLocalRandom.current().nextLong();
    return uploaded(
        Role.CHANNEL_CLERK, SamplePhoto.jpeg(seed, longitude, latitude, Instant.now().minus(ago)));
  }

  /** A photo of an hour ago in the middle of a square. */
  private static String photoIn(int square) {
    return photo(Grid.longitude(square), Grid.latitude(square), Duration.ofHours(1));
  }

  private static Response shown(String text, String... photos) {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            Map.of(
                "channel",
                "HOTLINE_12319",
                "text",
                text + UUID.randomUUID(),
                "categoryCode",
                "STREET_LAMP",
                "attachmentIds",
                List.of(photos)))
        .post(COMPLAINTS);
  }

  private static Map<String, Object> point(Crs crs, int square) {
    Crs.Point point = crs.fromWgs84(new Crs.Point(Grid.longitude(square), Grid.latitude(square)));
    return new HashMap<>(
        Map.of("crs", crs, "longitude", point.longitude(), "latitude", point.latitude()));
  }

  private static Response pointAndCode(int square, String code) {
    Map<String, Object> location = point(Crs.WGS84, square);
    location.put("subdistrictCode", code);
    return sent("路灯不亮", location);
  }

  private static Response problem(Response complaint) {
    return As.role(Role.SPECIAL_TEAM).get("/api/v1/problems/" + complaint.path("problemId"));
  }

  private static Response filed(Response complaint) {
    return As.role(Role.SPECIAL_TEAM)
        .body("{}")
        .post(COMPLAINTS + "/" + complaint.path("id") + "/filing");
  }

  private static Response corrected(Response complaint, String body) {
    return As.role(Role.SPECIAL_TEAM)
        .header("If-Match", complaint.header("ETag"))
        .body(body)
        .patch(COMPLAINTS + "/" + complaint.path("id"));
  }

  private static void assertWaits(Response complaint, String doubt) {
    complaint
        .then()
        .statusCode(201)
        .body("status", equalTo("RECEIVED"))
        .body("waitingFor", equalTo("PLACE"))
        .body("placeDoubt", doubt == null ? nullValue() : equalTo(doubt));
  }

  private static void assertFiled(Response complaint, String code, String community, String by) {
    complaint
        .then()
        .statusCode(201)
        .body("status", equalTo("FILED"))
        .body("location.subdistrictCode", equalTo(code))
        .body("location.communityCode", equalTo(community))
        .body("placedBy", equalTo(by))
        .body("placeDoubt", nullValue());
    problem(complaint)
        .then()
        .statusCode(200)
        .body("location.subdistrictCode", equalTo(code))
        .body("location.communityCode", equalTo(community))
        .body("placedBy", equalTo(by))
        .body("placeDoubt", nullValue());
  }

  @Test
  void a_page_can_draw_the_sub_districts_without_a_login() {
    RestAssured.get("/api/v1/public/areas")
        .then()
        .statusCode(200)
        .body("features.properties.code", hasItems(FIRST, SECOND))
        .body("features.properties.code", not(hasItem(OF_FIRST)))
        .body("features[0].type", equalTo("Feature"))
        .body("features[0].properties.name", notNullValue())
        .body("features[0].geometry.type", equalTo("MultiPolygon"))
        .body("features[0].geometry.coordinates[0][0][0]", contains(120.3f, 36.04f));
  }

  @Test
  void a_code_that_was_sent_places_a_complaint() {
    assertFiled(sent("路灯不亮", Map.of("subdistrictCode", SECOND)), SECOND, null, "CODE");
    assertFiled(sent("路灯不亮", Map.of("communityCode", OF_FIRST)), FIRST, OF_FIRST, "CODE");
  }

  @Test
  void a_point_adds_the_community_to_the_code_of_its_sub_district() {
    assertFiled(pointAndCode(0, FIRST), FIRST, OF_FIRST, "CODE");
  }

  @ParameterizedTest
  @EnumSource
  void a_point_without_a_code_lies_where_the_map_says_in_every_system(Crs crs) {
    assertFiled(sent("路灯不亮", point(crs, 0)), FIRST, OF_FIRST, "POINT");
    assertFiled(sent("路灯不亮", point(crs, 1)), SECOND, null, "POINT");
  }

  @Test
  void a_name_in_text_or_address_places_what_has_neither_code_nor_point() {
    assertFiled(sent("登州路街道路灯不亮", Map.of()), "370203011", null, "NAME");
    assertFiled(sent("路灯不亮", Map.of("address", "上清路社区门口")), SECOND, "370203008002", "NAME");
    assertFiled(sent("台东街道的人说路灯不亮", Map.of("address", "登州路街道示例路")), "370203011", null, "NAME");
  }

  @Test
  void lists_and_sheets_tell_what_placed_a_complaint() {
    Response complaint = sent("登州路街道路灯不亮", Map.of());
    String one = COMPLAINTS + "?problemId=" + complaint.path("problemId");
    As.role(Role.SPECIAL_TEAM).get(one).then().body("items.placedBy", contains("NAME"));
    As.role(Role.SPECIAL_TEAM)
        .accept("text/csv")
        .get(one)
        .then()
        .statusCode(200)
        .body(containsString("街道判定依据"))
        .body(containsString("地名"));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems?subdistrictCode=370203011&from=2026-01-01T00:00:00Z")
        .then()
        .body("items[0].placedBy", equalTo("NAME"));
  }

  @Test
  void a_point_elsewhere_than_its_code_waits_and_the_suggestion_shows_where_it_lies() {
    Response complaint = pointAndCode(1, FIRST);
    assertWaits(complaint, "POINT_ELSEWHERE");
    complaint
        .then()
        .body("location.subdistrictCode", equalTo(FIRST))
        .body("placedBy", equalTo("CODE"));
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "/" + complaint.path("id") + "/suggestion")
        .then()
        .statusCode(200)
        .body("place.subdistrictCode", equalTo(SECOND))
        .body("place.placedBy", equalTo("POINT"))
        .body("place.words", empty());
  }

  @Test
  void a_point_elsewhere_than_every_name_waits() {
    Map<String, Object> location = point(Crs.WGS84, 1);
    assertWaits(sent("登州路街道路灯不亮", location), "POINT_ELSEWHERE");
    assertFiled(sent("登州路街道往延安路街道的路灯不亮", location), SECOND, null, "POINT");
  }

  @Test
  void who_files_it_by_hand_lets_its_place_stand() {
    Response filed = filed(pointAndCode(1, FIRST));
    filed
        .then()
        .statusCode(200)
        .body("status", equalTo("FILED"))
        .body("waitingFor", nullValue())
        .body("placedBy", equalTo("CODE"))
        .body("placeDoubt", nullValue());
    problem(filed)
        .then()
        .body("location.subdistrictCode", equalTo(FIRST))
        .body("placeDoubt", nullValue());
  }

  @Test
  void who_confirms_the_sub_district_keeps_the_community() {
    Response complaint = pointAndCode(0, FIRST);
    Response confirmed = corrected(complaint, "{\"subdistrictCode\": \"" + FIRST + "\"}");
    confirmed
        .then()
        .statusCode(200)
        .body("location.subdistrictCode", equalTo(FIRST))
        .body("location.communityCode", equalTo(OF_FIRST));
    corrected(confirmed, "{\"subdistrictCode\": \"" + SECOND + "\"}")
        .then()
        .statusCode(200)
        .body("location.communityCode", nullValue());
  }

  @Test
  void several_names_place_nothing_until_the_desk_says_which() {
    Response complaint = sent("登州路街道与台东街道交界处路灯不亮", Map.of());
    assertWaits(complaint, "SEVERAL_NAMES");
    complaint.then().body("location.subdistrictCode", nullValue()).body("placedBy", nullValue());
    Response renamed = corrected(complaint, "{\"address\": \"示例路 12 号\"}");
    renamed.then().statusCode(200).body("placeDoubt", equalTo("SEVERAL_NAMES"));
    Response placed = corrected(renamed, "{\"subdistrictCode\": \"370203011\"}");
    placed
        .then()
        .statusCode(200)
        .body("location.subdistrictCode", equalTo("370203011"))
        .body("placedBy", equalTo("CODE"))
        .body("placeDoubt", nullValue())
        .body("waitingFor", equalTo("PLACE"));
    problem(filed(placed))
        .then()
        .body("location.subdistrictCode", equalTo("370203011"))
        .body("placedBy", equalTo("CODE"));
  }

  @Test
  void without_any_sub_district_it_waits_where_one_is_required() {
    assertWaits(sent("路灯不亮", Map.of("address", "示例路 12 号")), null);
  }

  @ParameterizedTest
  @CsvSource({"116.39, 39.91", "120.60, 36.10"})
  void a_point_outside_the_district_is_kept_and_waits(double longitude, double latitude) {
    Response complaint =
        sent("路灯不亮", Map.of("crs", "WGS84", "longitude", longitude, "latitude", latitude));
    assertWaits(complaint, "OUTSIDE_DISTRICT");
    complaint.then().body("location.latitude", equalTo((float) latitude));
  }

  @Test
  void where_all_sub_districts_have_an_area_what_lies_in_none_is_outside() {
    assertWaits(pointAndCode(NO_SQUARE, FIRST), "OUTSIDE_DISTRICT");
  }

  @ParameterizedTest
  @CsvSource({
    "36.0831, 120.3510, point-swapped",
    "0, 0, point-zero",
    "120.3510, 90.5, point-outside-district",
    "120.3510, -100, point-outside-district"
  })
  void a_point_that_nobody_meant_is_refused_all_the_same(
      double longitude, double latitude, String code) {
    sent("路灯不亮", Map.of("crs", "WGS84", "longitude", longitude, "latitude", latitude))
        .then()
        .statusCode(400)
        .body("errors.code", contains(code));
  }

  @Test
  void a_finding_is_filed_with_its_doubt_and_a_correction_settles_it() throws Exception {
    UUID finding = UUID.randomUUID();
    try (UpstreamEvents others = new UpstreamEvents()) {
      others.tell(
          new FindingReported(
              finding,
              UUID.randomUUID(),
              InspectionTier.AREA,
              InspectionMethod.UNANNOUNCED,
              "路灯不亮",
              "路灯不亮",
              "STREET_LAMP",
              new Place("示例路", FIRST, null, Grid.longitude(1), Grid.latitude(1)),
              Instant.parse("2026-11-29T02:00:00Z"),
              Actor.system("test"),
              List.of(),
              null));
    }
    String found = "/api/v1/problems?findingId=" + finding;
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                As.role(Role.SPECIAL_TEAM)
                    .get(found)
                    .then()
                    .body("items[0].location.subdistrictCode", equalTo(FIRST))
                    .body("items[0].placedBy", equalTo("CODE"))
                    .body("items[0].placeDoubt", equalTo("POINT_ELSEWHERE")));
    String complaintId =
        As.role(Role.SPECIAL_TEAM).get(found).path("items[0].complaints.items[0].id");
    Response complaint = As.role(Role.SPECIAL_TEAM).get(COMPLAINTS + "/" + complaintId);
    corrected(complaint, "{\"categoryCode\": \"ROOF_LEAK\"}")
        .then()
        .statusCode(200)
        .body("placeDoubt", equalTo("POINT_ELSEWHERE"));
    Response again = As.role(Role.SPECIAL_TEAM).get(COMPLAINTS + "/" + complaintId);
    corrected(again, "{\"subdistrictCode\": \"" + SECOND + "\"}").then().statusCode(200);
    As.role(Role.SPECIAL_TEAM)
        .get(found)
        .then()
        .body("items[0].location.subdistrictCode", equalTo(SECOND))
        .body("items[0].placedBy", equalTo("CODE"))
        .body("items[0].placeDoubt", nullValue());
  }

  @Test
  void a_look_for_near_duplicates_keeps_points_outside_too() {
    As.nobody()
        .contentType(ContentType.JSON)
        .body(
            "{\"text\": \"路灯不亮\", \"location\": {\"crs\": \"WGS84\", \"longitude\": 116.39,"
                + " \"latitude\": 39.91}}")
        .post("/api/v1/public/similar")
        .then()
        .statusCode(200);
  }

  @Test
  void what_has_neither_code_nor_point_is_where_its_photos_were_taken() {
    Response complaint = shown("路灯不亮", photoIn(0), photoIn(0));
    assertFiled(complaint, FIRST, OF_FIRST, "PHOTO");
    complaint.then().body("location.longitude", nullValue());
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "/" + complaint.path("id") + "/suggestion")
        .then()
        .statusCode(200)
        .body("place.subdistrictCode", equalTo(FIRST))
        .body("place.placedBy", equalTo("PHOTO"))
        .body("place.takenAt", notNullValue());
  }

  @Test
  void photos_taken_elsewhere_than_every_name_wait() {
    assertWaits(shown("登州路街道路灯不亮", photoIn(1)), "PHOTO_ELSEWHERE");
    assertFiled(shown("登州路街道往延安路街道的路灯不亮", photoIn(1)), SECOND, null, "PHOTO");
  }

  @Test
  void photos_far_from_each_other_place_nothing_and_a_name_does() {
    String[] apart = {
      photo(Grid.longitude(0), Grid.latitude(0), Duration.ZERO),
      photo(Grid.longitude(0), Grid.latitude(0) + 0.004, Duration.ZERO)
    };
    assertWaits(shown("路灯不亮", apart), "PHOTOS_APART");
    String[] others = {photoIn(0), photoIn(1)};
    assertFiled(shown("登州路街道路灯不亮", others), "370203011", null, "NAME");
  }

  @Test
  void a_photo_taken_long_before_places_nothing() {
    String old = photo(Grid.longitude(0), Grid.latitude(0), Duration.ofDays(8));
    Response complaint = shown("路灯不亮", old);
    assertWaits(complaint, "PHOTOS_OLD");
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "/" + complaint.path("id") + "/suggestion")
        .then()
        .body("place", nullValue());
    String outside = photo(116.39, 39.91, Duration.ZERO);
    assertWaits(shown("路灯不亮", outside), null);
  }
}
