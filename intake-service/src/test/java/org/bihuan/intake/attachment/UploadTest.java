package org.bihuan.intake.attachment;

import static io.restassured.RestAssured.given;
import static org.bihuan.intake.attachment.Uploads.ATTACHMENTS;
import static org.bihuan.intake.attachment.Uploads.as;
import static org.bihuan.intake.attachment.Uploads.upload;
import static org.bihuan.intake.attachment.Uploads.uploaded;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken and what becomes of it, and what is refused. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class UploadTest {

  /** The smallest WebP there is, once with and once without loss. */
  private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

  private static final String WEBP_WITHOUT_LOSS =
      "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

  private static byte[] fetched(String url) {
    return given().get(url).then().statusCode(200).extract().asByteArray();
  }

  private static Response read(Role role, String id) {
    return As.role(role).get(ATTACHMENTS + "/" + id);
  }

  @Test
  void a_photo_is_kept_without_its_notes_and_the_notes_as_data() throws Exception {
    Response created = upload(Role.UNIT_HANDLER, SamplePhoto.jpeg(1));
    created
        .then()
        .statusCode(201)
        .body("status", equalTo("PENDING"))
        .body("type", equalTo("image/jpeg"))
        .body("width", equalTo(64))
        .body("height", equalTo(48))
        .body("url", nullValue());
    assertEquals(
        OffsetDateTime.parse(SamplePhoto.TAKEN_AT).toInstant(),
        Instant.parse(created.path("takenAt")));
    assertEquals(SamplePhoto.LONGITUDE, created.jsonPath().getDouble("position.longitude"), 1e-6);
    assertEquals(SamplePhoto.LATITUDE, created.jsonPath().getDouble("position.latitude"), 1e-6);
    byte[] kept = fetched(read(Role.UNIT_HANDLER, created.path("id")).path("url"));
    assertEquals(created.<Integer>path("bytes"), kept.length);
    assertEquals(
        created.path("sha256"),
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(kept)));
    String text = new String(kept, StandardCharsets.ISO_8859_1);
    assertFalse(text.contains("Exif") || text.contains("2026:11:24"));
  }

  @Test
  void a_photo_taken_sideways_is_kept_upright() throws Exception {
    String id = uploaded(Role.INSPECTOR, SamplePhoto.jpeg(2, 1600, 1200, 6));
    Response attachment = read(Role.INSPECTOR, id);
    attachment.then().body("width", equalTo(1200)).body("height", equalTo(1600));
    BufferedImage sent = image(SamplePhoto.jpeg(2, 1600, 1200, 1));
    BufferedImage kept = image(fetched(attachment.path("url")));
    // What was at the left below is at the left above after a quarter turn to the right.
    assertNear(sent.getRGB(8, 1192), kept.getRGB(8, 8));
    BufferedImage thumbnail = image(fetched(attachment.path("thumbnailUrl")));
    assertEquals(240, thumbnail.getWidth());
    assertEquals(320, thumbnail.getHeight());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void every_way_to_hold_a_camera_gives_an_upright_photo(int orientation) throws Exception {
    Response attachment =
        read(Role.INSPECTOR, uploaded(Role.INSPECTOR, SamplePhoto.jpeg(3, 64, 48, orientation)));
    BufferedImage sent = image(SamplePhoto.jpeg(3, 64, 48, 1));
    BufferedImage kept = image(fetched(attachment.path("url")));
    int[] corner =
        switch (orientation) {
          case 1, 5 -> new int[] {4, 4};
          case 2, 8 -> new int[] {59, 4};
          case 3, 7 -> new int[] {59, 43};
          default -> new int[] {4, 43};
        };
    assertNear(sent.getRGB(corner[0], corner[1]), kept.getRGB(4, 4));
  }

  private static void assertNear(int expected, int seen) {
    for (int shift = 0; shift < 24; shift += 8) {
      assertEquals(expected >> shift & 0xFF, seen >> shift & 0xFF, 24);
    }
  }

  private static BufferedImage image(byte[] bytes) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  @Test
  void a_png_stays_one_and_a_small_photo_is_its_own_thumbnail() throws Exception {
    Response attachment =
        read(Role.INSPECTOR, uploaded(Role.INSPECTOR, SamplePhoto.png(4, 32, 32)));
    attachment.then().body("type", equalTo("image/png")).body("takenAt", nullValue());
    assertEquals(32, image(fetched(attachment.path("thumbnailUrl"))).getWidth());
  }

  @ParameterizedTest
  @ValueSource(strings = {WEBP, WEBP_WITHOUT_LOSS})
  void a_webp_is_made_a_photo_that_everything_reads(String webp) throws Exception {
    Response attachment =
        read(Role.INSPECTOR, uploaded(Role.INSPECTOR, Base64.getDecoder().decode(webp)));
    String type = attachment.path("type");
    assertTrue(List.of("image/jpeg", "image/png").contains(type), type);
    assertEquals(1, image(fetched(attachment.path("url"))).getWidth());
  }

  @Test
  void a_paper_is_kept_without_the_name_of_its_author() throws Exception {
    Response attachment = read(Role.UNIT_LEADER, uploaded(Role.UNIT_LEADER, HostileFiles.paper()));
    attachment
        .then()
        .body("type", equalTo("application/pdf"))
        .body("width", nullValue())
        .body("thumbnailUrl", nullValue());
    Response kept = given().get(attachment.<String>path("url"));
    kept.then()
        .statusCode(200)
        .contentType("application/pdf")
        .header("Content-Disposition", containsString("attachment; filename="));
    try (PDDocument paper = Loader.loadPDF(kept.asByteArray())) {
      assertEquals(1, paper.getNumberOfPages());
      assertEquals(null, paper.getDocumentInformation().getAuthor());
    }
  }

  @Test
  void a_file_is_what_its_content_says_and_not_what_it_is_called() {
    as(Role.INSPECTOR)
        .multiPart("file", "photo.pdf", SamplePhoto.jpeg(5), "text/html")
        .post(ATTACHMENTS)
        .then()
        .statusCode(201)
        .body("type", equalTo("image/jpeg"));
  }

  static Stream<Arguments> hostileFiles() throws Exception {
    byte[] photo = SamplePhoto.jpeg(6, 640, 480, 1);
    return Stream.of(
        Arguments.of(
            "a page", HostileFiles.text("<html><script>alert(1)</script>"), 415, "attachment-type"),
        Arguments.of(
            "SVG",
            HostileFiles.text("<svg xmlns='http://www.w3.org/2000/svg'/>"),
            415,
            "attachment-type"),
        Arguments.of("GIF", HostileFiles.text("GIF89a......"), 415, "attachment-type"),
        Arguments.of("an archive", HostileFiles.archive(), 415, "attachment-type"),
        Arguments.of("a program", HostileFiles.text("\u007fELF"), 415, "attachment-type"),
        Arguments.of(
            "photo and archive",
            HostileFiles.behindPhoto(HostileFiles.archive()),
            422,
            "attachment-ambiguous"),
        Arguments.of(
            "photo and page",
            HostileFiles.behindPhoto(HostileFiles.text("<ScRiPt>")),
            422,
            "attachment-ambiguous"),
        Arguments.of(
            "photo of pixels without number",
            HostileFiles.promising(60_000, 60_000),
            422,
            "attachment-pixels"),
        Arguments.of(
            "photo of a pixel too many",
            HostileFiles.promising(10_000, 5_001),
            422,
            "attachment-pixels"),
        Arguments.of(
            "photo with nothing behind its head",
            HostileFiles.promising(5_000, 5_000),
            422,
            "attachment-unreadable"),
        Arguments.of(
            "photo cut off",
            Arrays.copyOf(photo, photo.length * 2 / 3),
            422,
            "attachment-unreadable"),
        Arguments.of(
            "photo cut off in its notes", Arrays.copyOf(photo, 40), 422, "attachment-unreadable"),
        Arguments.of(
            "the beginning of a photo", Arrays.copyOf(photo, 3), 422, "attachment-unreadable"),
        Arguments.of(
            "the beginning of a paper",
            HostileFiles.text("%PDF-1.7\n"),
            422,
            "attachment-unreadable"),
        Arguments.of(
            "paper with a script", HostileFiles.paperThatRunsScript(), 422, "attachment-active"),
        Arguments.of(
            "paper with a password",
            HostileFiles.encryptedPaper("secret"),
            422,
            "attachment-encrypted"),
        Arguments.of(
            "paper without one, encrypted",
            HostileFiles.encryptedPaper(""),
            422,
            "attachment-encrypted"),
        Arguments.of(
            "paper that unpacks without end",
            HostileFiles.paperBomb(),
            422,
            "attachment-unreadable"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileFiles")
  void a_hostile_file_is_refused(String what, byte[] file, int status, String code) {
    upload(Role.INSPECTOR, file)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
  }

  @Test
  void a_file_of_over_20_mb_is_refused_and_a_body_of_over_21_mb_as_well() {
    upload(Role.INSPECTOR, new byte[20 * 1024 * 1024 + 1])
        .then()
        .statusCode(413)
        .body("code", equalTo("attachment-too-large"));
    upload(Role.INSPECTOR, new byte[22 * 1024 * 1024])
        .then()
        .statusCode(413)
        .body("code", equalTo("too-large"));
  }

  @Test
  void there_is_exactly_one_part_and_it_is_a_file() {
    as(Role.INSPECTOR)
        .multiPart("photo", "photo.jpg", SamplePhoto.jpeg(1), "image/jpeg")
        .post(ATTACHMENTS)
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("photo")))
        .body("errors.code", equalTo(List.of("unknown-field")));
    as(Role.INSPECTOR)
        .multiPart("file", "a.jpg", SamplePhoto.jpeg(1), "image/jpeg")
        .multiPart("file", "b.jpg", SamplePhoto.jpeg(2), "image/jpeg")
        .post(ATTACHMENTS)
        .then()
        .statusCode(400)
        .body("errors.code", equalTo(List.of("one-file")));
    as(Role.INSPECTOR)
        .multiPart("file", "text and no file")
        .post(ATTACHMENTS)
        .then()
        .statusCode(400)
        .body("errors.code", equalTo(List.of("file-name-missing")));
    as(Role.INSPECTOR)
        .multiPart("file", "a.jpg", new byte[0], "image/jpeg")
        .post(ATTACHMENTS)
        .then()
        .statusCode(400)
        .body("errors.code", equalTo(List.of("file-empty")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "C:\\\\photos\\\\a.jpg", "/a.jpg"})
  void a_name_with_a_path_is_refused(String name) {
    raw(name).then().statusCode(400).body("errors.code", equalTo(List.of("file-name-path")));
  }

  @Test
  void a_name_of_more_than_255_characters_is_refused() {
    raw("a".repeat(256))
        .then()
        .statusCode(400)
        .body("errors.code", equalTo(List.of("file-name-too-long")));
  }

  private static Response raw(String name) {
    return as(Role.INSPECTOR)
        .contentType("multipart/form-data; boundary=cut")
        .body(
            "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: image/jpeg\r\n\r\nx\r\n--cut--\r\n"
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8))
        .post(ATTACHMENTS);
  }

  @Test
  void what_is_no_multipart_is_refused() {
    As.role(Role.INSPECTOR)
        .body("{}")
        .post(ATTACHMENTS)
        .then()
        .statusCode(415)
        .body("code", equalTo("unsupported-media-type"));
    as(Role.INSPECTOR)
        .contentType("multipart/form-data; boundary=cut")
        .body(HostileFiles.text("no part at all"))
        .post(ATTACHMENTS)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    as(Role.INSPECTOR)
        .contentType("multipart/form-data")
        .body(HostileFiles.text("no boundary"))
        .post(ATTACHMENTS)
        .then()
        .statusCode(400)
        .body("code", equalTo("multipart-unreadable"));
  }

  @Test
  void a_repeated_upload_is_the_same_attachment_whatever_its_boundary() {
    String key = UUID.randomUUID().toString();
    String first = keyed(key, 8).then().statusCode(201).extract().path("id");
    keyed(key, 8)
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .header("Location", endsWith(first))
        .body("id", equalTo(first));
    keyed(key, 9).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
  }

  private static Response keyed(String key, int seed) {
    return as(Role.INSPECTOR)
        .header("Idempotency-Key", key)
        .multiPart("file", "a.jpg", SamplePhoto.jpeg(seed), "image/jpeg")
        .post(ATTACHMENTS);
  }
}
