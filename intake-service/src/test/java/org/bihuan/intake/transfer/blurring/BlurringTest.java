package org.bihuan.intake.transfer.blurring;

import static org.bihuan.intake.attachment.Uploads.ATTACHMENTS;
import static org.bihuan.intake.attachment.Uploads.uploaded;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.resident.SessionDesk;
import org.bihuan.intake.rewriting.BlurredArea;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.Test;

/** Faces and plates are blurred for everybody, for good, and the original is kept. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class BlurringTest {

  @Inject DataSource dataSource;
  @Inject SessionDesk sessions;

  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  /** Pixels of one black or white cell, of which the picture is full. */
  private static final int CELL = 4;

  private static final BlurredArea PLATE = new BlurredArea(100, 60, 160, 128);
  private static final BlurredArea FACE = new BlurredArea(400, 300, 96, 80);

  private static final byte[] PAPER =
      """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
      trailer<</Root 1 0 R>>
      %%EOF
      """
          .getBytes(StandardCharsets.US_ASCII);

  /** Nothing but black and white, so that any grey comes from blurring. */
  private static byte[] cells() throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Random random = new Random(20261130);
    for (int y = 0; y < HEIGHT; y += CELL) {
      for (int x = 0; x < WIDTH; x += CELL) {
        int[] colours = new int[CELL * CELL];
        Arrays.fill(colours, random.nextBoolean() ? 0xFFFFFF : 0);
        image.setRGB(x, y, CELL, CELL, colours, 0, CELL);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static String photo() throws IOException {
    return photo(cells());
  }

  /** A photo of a complaint of the hotline. */
  private static String photo(byte[] file) {
    String id = uploaded(Role.CHANNEL_CLERK, file);
    As.role(Role.CHANNEL_CLERK)
        .body(
            """
            {"channel": "HOTLINE_12319", "text": "占道停车", "attachmentIds": ["%s"]}
            """
                .formatted(id))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201);
    return id;
  }

  private static String body(BlurredArea... areas) {
    List<String> all =
        List.of(areas).stream()
            .map(
                area ->
                    "{\"x\": %d, \"y\": %d, \"width\": %d, \"height\": %d}"
                        .formatted(area.x(), area.y(), area.width(), area.height()))
            .toList();
    return "{\"areas\": [" + String.join(",", all) + "]}";
  }

  private static Response blur(Identity by, String id, String body) {
    return As.as(by).body(body).post(ATTACHMENTS + "/" + id + "/blurring");
  }

  private static Response blur(Role by, String id, String body) {
    return blur(Identity.of(by), id, body);
  }

  private static Response read(String id) {
    Response read = As.role(Role.SPECIAL_TEAM).get(ATTACHMENTS + "/" + id);
    assertEquals(200, read.statusCode());
    return read;
  }

  private static Response disclose(Role by, String id, String reason) {
    return As.role(by)
        .body("{\"reason\": \"%s\"}".formatted(reason))
        .post(ATTACHMENTS + "/" + id + "/original-disclosures");
  }

  private static BufferedImage fetched(String url) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes(url)));
  }

  private static byte[] bytes(String url) {
    return As.nobody().get(url).then().statusCode(200).extract().asByteArray();
  }

  private static int grey(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xFF;
  }

  private static boolean isIn(BlurredArea area, int x, int y) {
    return x >= area.x()
        && x < area.x() + area.width()
        && y >= area.y()
        && y < area.y() + area.height();
  }

  private static void assertGone(BufferedImage image, BlurredArea area) {
    for (int y = area.y(); y < area.y() + area.height(); y++) {
      for (int x = area.x(); x < area.x() + area.width(); x++) {
        int grey = grey(image, x, y);
        assertTrue(grey > 40 && grey < 215, "something shows at " + x + ", " + y + ": " + grey);
      }
    }
  }

  private static void assertSameOutside(
      BlurredArea area, BufferedImage before, BufferedImage after) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (!isIn(area, x, y)) {
          assertEquals(before.getRGB(x, y), after.getRGB(x, y), "at " + x + ", " + y);
        }
      }
    }
  }

  @Test
  void a_blurred_area_is_gone_from_photo_and_thumbnail_and_the_rest_is_as_before()
      throws IOException {
    String id = photo();
    Response before = read(id);
    before.then().body("blurred", equalTo(false)).body("blurredAt", nullValue());
    BufferedImage original = fetched(before.path("url"));
    BufferedImage oldThumbnail = fetched(before.path("thumbnailUrl"));
    blur(Role.CHANNEL_CLERK, id, body(PLATE))
        .then()
        .statusCode(200)
        .body("blurred", equalTo(true))
        .body("url", nullValue());
    BufferedImage shown = fetched(read(id).path("url"));
    assertGone(shown, PLATE);
    assertSameOutside(PLATE, original, shown);
    BufferedImage thumbnail = fetched(read(id).path("thumbnailUrl"));
    assertGone(thumbnail, new BlurredArea(58, 38, 64, 48));
    assertEquals(oldThumbnail.getWidth(), thumbnail.getWidth());
    for (int y = 120; y < thumbnail.getHeight(); y++) {
      for (int x = 160; x < thumbnail.getWidth(); x++) {
        assertEquals(grey(oldThumbnail, x, y), grey(thumbnail, x, y), 8, "at " + x + ", " + y);
      }
    }
  }

  @Test
  void a_jpeg_stays_one_and_looks_nearly_as_before_outside_the_area() throws IOException {
    String id = photo(SamplePhoto.jpeg(77, 320, 240, 6));
    BufferedImage before = fetched(read(id).path("url"));
    assertEquals(240, before.getWidth(), "turned upright, and areas are of that");
    blur(Role.SPECIAL_TEAM, id, body(new BlurredArea(0, 0, 96, 96))).then().statusCode(200);
    Response read = read(id);
    read.then()
        .body("type", equalTo("image/jpeg"))
        .body("takenAt", equalTo("2026-11-24T00:15:00Z"));
    BufferedImage after = fetched(read.path("url"));
    assertEquals(320, after.getHeight());
    assertEquals(grey(before, 200, 200), grey(after, 200, 200), 8);
    assertEquals(grey(before, 120, 300), grey(after, 120, 300), 8);
  }

  @Test
  void a_link_from_before_leads_to_the_blurred_photo_and_the_hash_stays_that_of_the_original()
      throws IOException {
    String id = photo();
    Response before = read(id);
    byte[] original = bytes(before.path("url"));
    blur(Role.SPECIAL_TEAM, id, body(PLATE)).then().statusCode(200);
    assertGone(fetched(before.path("url")), PLATE);
    read(id).then().body("sha256", equalTo(before.path("sha256")));
    As.role(Role.SPECIAL_TEAM)
        .get(
            "/api/v1/ledger?kind=intake.photo-blurred.v1&complaintId="
                + before.<String>path("ownerId"))
        .then()
        .body("items", hasSize(1))
        .body("items[0].actor.role", equalTo("SPECIAL_TEAM"));
    String link =
        disclose(Role.SPECIAL_TEAM, id, "核对车牌").then().statusCode(200).extract().path("url");
    assertArrayEquals(original, bytes(link));
    As.nobody()
        .get(link.replace("UNBLURRED", "SHOWN"))
        .then()
        .statusCode(403)
        .body("code", equalTo("attachment-link-invalid"));
    As.nobody()
        .get(before.<String>path("url").replace("SHOWN", "UNBLURRED"))
        .then()
        .statusCode(403)
        .body("code", equalTo("attachment-link-invalid"));
    As.role(Role.SPECIAL_TEAM)
        .get(
            "/api/v1/ledger?kind=intake.original-disclosed.v1&complaintId="
                + before.<String>path("ownerId"))
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void what_was_hidden_stays_so_when_a_clerk_blurs_again_and_the_special_team_puts_it_right()
      throws IOException {
    String id = photo();
    BufferedImage original = fetched(read(id).path("url"));
    blur(Role.SPECIAL_TEAM, id, body(PLATE)).then().statusCode(200);
    for (int i = 0; i < 2; i++) {
      blur(Role.CHANNEL_CLERK, id, body(FACE)).then().statusCode(200);
      BufferedImage both = fetched(read(id).path("url"));
      assertGone(both, PLATE);
      assertGone(both, FACE);
    }
    blur(Role.SPECIAL_TEAM, id, body(FACE)).then().statusCode(200);
    BufferedImage replaced = fetched(read(id).path("url"));
    assertGone(replaced, FACE);
    assertSameOutside(FACE, original, replaced);
  }

  @Test
  void of_two_who_blur_at_once_the_slower_is_refused_and_shows_nothing_again() throws Exception {
    String id = photo();
    ExecutorService clerks = Executors.newFixedThreadPool(2);
    try {
      List<Future<Response>> answers =
          clerks.invokeAll(
              List.of(
                  () -> blur(Role.CHANNEL_CLERK, id, body(PLATE)),
                  () -> blur(Role.CHANNEL_CLERK, id, body(FACE))));
      List<BlurredArea> areas = List.of(PLATE, FACE);
      BufferedImage shown = fetched(read(id).path("url"));
      for (int i = 0; i < areas.size(); i++) {
        Response answer = answers.get(i).get();
        if (answer.statusCode() == 200) {
          assertGone(shown, areas.get(i));
        } else {
          answer.then().statusCode(409).body("code", equalTo("photo-changed"));
        }
      }
    } finally {
      clerks.shutdown();
    }
  }

  @Test
  void the_same_request_again_is_answered_as_before() throws IOException {
    String id = photo();
    String key = UUID.randomUUID().toString();
    String at = null;
    for (int i = 0; i < 2; i++) {
      Response answer =
          As.role(Role.CHANNEL_CLERK)
              .header("Idempotency-Key", key)
              .body(body(PLATE))
              .post(ATTACHMENTS + "/" + id + "/blurring");
      answer.then().statusCode(200);
      assertEquals(at == null ? answer.path("blurredAt") : at, answer.path("blurredAt"));
      at = answer.path("blurredAt");
    }
  }

  @Test
  void only_who_handles_the_complaint_blurs_and_only_the_special_team_sees_the_original()
      throws IOException {
    String id = photo();
    blur(Identity.of(Role.CHANNEL_CLERK).ofChannels(List.of("DISTRICT_HOTLINE")), id, body(PLATE))
        .then()
        .statusCode(404)
        .body("code", equalTo("attachment-not-found"));
    blur(Role.TOP_LEADER, id, body(PLATE)).then().statusCode(403);
    As.nobody().body(body(PLATE)).post(ATTACHMENTS + "/" + id + "/blurring").then().statusCode(401);
    disclose(Role.SPECIAL_TEAM, id, "核对")
        .then()
        .statusCode(409)
        .body("code", equalTo("attachment-not-blurred"));
    blur(Role.CHANNEL_CLERK, id, body(PLATE)).then().statusCode(200);
    disclose(Role.CHANNEL_CLERK, id, "核对").then().statusCode(403);
    disclose(Role.SPECIAL_TEAM, id, " ")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("reason"));
  }

  @Test
  void what_is_no_photo_of_a_complaint_is_not_blurred() {
    String paper = photo(PAPER);
    blur(Role.SPECIAL_TEAM, paper, body(new BlurredArea(0, 0, 1, 1)))
        .then()
        .statusCode(409)
        .body("code", equalTo("attachment-no-photo"));
    String unused = uploaded(Role.SPECIAL_TEAM, SamplePhoto.jpeg(78));
    blur(Role.SPECIAL_TEAM, unused, body(new BlurredArea(0, 0, 1, 1)))
        .then()
        .statusCode(409)
        .body("code", equalTo("attachment-of-no-complaint"));
    blur(Role.SPECIAL_TEAM, UUID.randomUUID().toString(), body(PLATE)).then().statusCode(404);
  }

  @Test
  void areas_are_one_to_fifty_and_lie_in_the_photo_and_all_faults_are_told_at_once() {
    String id = photo(SamplePhoto.jpeg(79));
    blur(Role.SPECIAL_TEAM, id, "{\"areas\": []}")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("areas"));
    blur(Role.SPECIAL_TEAM, id, "{}").then().statusCode(400).body("errors.field", hasItem("areas"));
    blur(Role.SPECIAL_TEAM, id, body(Collections.nCopies(51, FACE).toArray(BlurredArea[]::new)))
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("areas"));
    blur(Role.SPECIAL_TEAM, id, body(new BlurredArea(-1, 0, 9, 9), new BlurredArea(0, 0, 0, 9)))
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("areas[0].x", "areas[1].width"));
    blur(
            Role.SPECIAL_TEAM,
            id,
            body(
                new BlurredArea(0, 0, 65, 9),
                new BlurredArea(0, 0, 64, 48),
                new BlurredArea(60, 40, 1, 9)))
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("areas[0]", "areas[2]"))
        .body("errors.code", hasItem("area-outside"));
    read(id).then().body("blurred", equalTo(false));
  }

  @Test
  void an_area_is_large_enough_to_hide_what_it_shows_or_the_whole_side_of_the_photo() {
    String id = photo(SamplePhoto.jpeg(80));
    blur(
            Role.CHANNEL_CLERK,
            id,
            body(
                new BlurredArea(0, 0, 1, 1),
                new BlurredArea(0, 0, 15, 16),
                new BlurredArea(0, 0, 16, 15)))
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("areas[0]", "areas[1]", "areas[2]"))
        .body("errors.code", hasItem("area-too-small"));
    blur(Role.CHANNEL_CLERK, id, body(new BlurredArea(0, 0, 16, 16))).then().statusCode(200);
    assertTrue(new BlurredArea(0, 0, 9, 16).isLargeEnough(9, 40));
    assertTrue(new BlurredArea(0, 0, 16, 9).isLargeEnough(40, 9));
  }

  @Test
  void an_erasure_takes_position_account_and_the_words_about_the_original() throws Exception {
    String token = sessions.open("local-" + UUID.randomUUID()).token();
    String id =
        RestAssured.given()
            .header("X-Session-Token", token)
            .multiPart("file", "photo.jpg", SamplePhoto.jpeg(81), "image/jpeg")
            .post(ATTACHMENTS)
            .then()
            .statusCode(201)
            .body("position", notNullValue())
            .extract()
            .path("id");
    Response sent =
        As.resident(token)
            .body(
                """
                {"channel": "DANGQUN_MINIPROGRAM", "text": "楼道堆物", "attachmentIds": ["%s"],
                 "reporter": {"name": "李某某", "phone": "19900009981"}}
                """
                    .formatted(id))
            .post("/api/v1/complaints");
    sent.then().statusCode(201);
    blur(Role.SPECIAL_TEAM, id, body(new BlurredArea(0, 0, 16, 16))).then().statusCode(200);
    disclose(Role.SPECIAL_TEAM, id, "李某某来电核对").then().statusCode(200);
    As.resident(token)
        .post("/api/v1/public/my-complaints/" + sent.path("id") + "/withdrawal")
        .then()
        .statusCode(200)
        .body("photos", hasSize(0));
    assertEquals("true", kept("a.stored_by_subject like 'resident:%'", id));
    As.nobody()
        .post("/api/v1/public/complaints/" + sent.path("trackingCode") + "/erasure")
        .then()
        .statusCode(200);
    read(id).then().body("position", nullValue()).body("blurred", equalTo(true));
    assertEquals("anonymous", kept("a.stored_by_subject", id));
    assertEquals("李*来电核对", kept("d.reason", id));
  }

  private String kept(String what, String id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select cast(%s as text) from attachment a join original_disclosure d on d.attachment_id = a.id where a.id = cast(? as uuid)"
                    .formatted(what))) {
      statement.setString(1, id);
      try (ResultSet row = statement.executeQuery()) {
        assertTrue(row.next());
        return row.getString(1);
      }
    }
  }

  @Test
  void there_is_an_end_to_the_areas_that_clerks_add_and_the_special_team_begins_anew()
      throws IOException {
    String id = photo();
    for (int row = 0; row < 4; row++) {
      blur(Role.CHANNEL_CLERK, id, body(fifty(row))).then().statusCode(200);
    }
    blur(Role.CHANNEL_CLERK, id, body(fifty(3))).then().statusCode(200);
    blur(Role.CHANNEL_CLERK, id, body(PLATE))
        .then()
        .statusCode(409)
        .body("code", equalTo("too-many-areas"))
        .body("detail", containsString("200"));
    blur(Role.SPECIAL_TEAM, id, body(PLATE)).then().statusCode(200);
    blur(Role.CHANNEL_CLERK, id, body(FACE)).then().statusCode(200);
  }

  private static BlurredArea[] fifty(int row) {
    return IntStream.range(0, 50)
        .mapToObj(column -> new BlurredArea(12 * column, 16 * row, 16, 16))
        .toArray(BlurredArea[]::new);
  }
}
