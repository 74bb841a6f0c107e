package org.bihuan.intake.attachment;

import static io.restassured.RestAssured.given;
import static org.bihuan.intake.attachment.Uploads.ATTACHMENTS;
import static org.bihuan.intake.attachment.Uploads.uploaded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.filestore.FileStore;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What nobody needs goes away, and nothing else does. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class AttachmentSweepTest {

  @Inject AttachmentSweep sweep;
  @Inject EntityManager database;
  @Inject FileStore files;

  @ConfigProperty(name = "bihuan.attachments.directory")
  Path directory;

  private static String sha256(String id) {
    return As.role(Role.INSPECTOR).get(ATTACHMENTS + "/" + id).path("sha256");
  }

  /** As if it had been uploaded so much earlier. */
  private void age(String id, Duration by) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeQuery(
                        "update attachment set stored_at = stored_at - cast(:by as interval),"
                            + " usable_until = usable_until - cast(:by as interval) where id = :id")
                    .setParameter("by", by.toSeconds() + " seconds")
                    .setParameter("id", UUID.fromString(id))
                    .executeUpdate());
  }

  private boolean isKept(String sha256) {
    return files.beginningWith(sha256.substring(0, 2)).stream()
        .anyMatch(kept -> kept.sha256().equals(sha256));
  }

  @Test
  void an_upload_that_was_never_used_goes_with_its_file() {
    String unused = uploaded(Role.INSPECTOR, SamplePhoto.jpeg(101));
    String young = uploaded(Role.INSPECTOR, SamplePhoto.jpeg(102));
    String sha256 = sha256(unused);
    age(unused, Duration.ofHours(73));
    age(young, Duration.ofHours(71));
    sweep.forgetUnused();
    assertEquals(404, As.role(Role.INSPECTOR).get(ATTACHMENTS + "/" + unused).statusCode());
    assertFalse(isKept(sha256));
    assertTrue(isKept(sha256(young)));
  }

  @Test
  void a_file_stays_as_long_as_one_of_its_attachments_does() {
    String unused = uploaded(Role.INSPECTOR, SamplePhoto.jpeg(103));
    String same = uploaded(Role.INSPECTOR, SamplePhoto.jpeg(103));
    age(unused, Duration.ofHours(73));
    sweep.forgetUnused();
    assertEquals(404, As.role(Role.INSPECTOR).get(ATTACHMENTS + "/" + unused).statusCode());
    String url = As.role(Role.INSPECTOR).get(ATTACHMENTS + "/" + same).path("url");
    given().get(url).then().statusCode(200);
  }

  @Test
  void one_that_can_no_longer_be_used_is_refused() {
    String late = uploaded(Role.CHANNEL_CLERK, SamplePhoto.jpeg(104));
    age(late, Duration.ofHours(25));
    List<String> codes =
        As.role(Role.CHANNEL_CLERK)
            .body(
                "{\"channel\": \"HOTLINE_12319\", \"text\": \"漏雨\", \"attachmentIds\": [\"%s\"]}"
                    .formatted(late))
            .post("/api/v1/complaints")
            .then()
            .statusCode(400)
            .extract()
            .path("errors.code");
    assertEquals(List.of("attachment-expired"), codes);
  }

  @Test
  void a_file_that_a_crash_left_without_a_row_goes_and_the_others_stay() throws Exception {
    String left = "ab" + "0".repeat(62);
    files.put(left, new byte[] {1});
    String half = left + "123.part";
    Files.createFile(directory.resolve("ab").resolve(half));
    sweep.sweep("ab");
    assertTrue(isKept(left), "it may still get its row");
    Instant before = Instant.now().minus(Duration.ofMinutes(61));
    for (String name : List.of(left, half)) {
      Files.setLastModifiedTime(directory.resolve("ab").resolve(name), FileTime.from(before));
    }
    sweep.sweep("ab");
    assertFalse(isKept(left) || isKept(half));

    String used = sha256(uploaded(Role.INSPECTOR, SamplePhoto.jpeg(105)));
    String prefix = used.substring(0, 2);
    Files.setLastModifiedTime(directory.resolve(prefix).resolve(used), FileTime.from(before));
    sweep.sweep(prefix);
    assertTrue(isKept(used));
  }

  @Test
  void what_is_shown_instead_of_a_photo_stays_and_what_was_shown_before_that_goes()
      throws Exception {
    String photo = uploaded(Role.CHANNEL_CLERK, SamplePhoto.png(106, 64, 48));
    As.role(Role.CHANNEL_CLERK)
        .body(
            "{\"channel\": \"HOTLINE_12319\", \"text\": \"漏雨\", \"attachmentIds\": [\"%s\"]}"
                .formatted(photo))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201);
    String first = blurred(photo, 16);
    String second = blurred(photo, 40);
    for (String file : List.of(first, second)) {
      Files.setLastModifiedTime(
          directory.resolve(file.substring(0, 2)).resolve(file),
          FileTime.from(Instant.now().minus(Duration.ofMinutes(61))));
      sweep.sweep(file.substring(0, 2));
    }
    assertFalse(isKept(first));
    assertTrue(isKept(second));
    assertTrue(isKept(As.role(Role.SPECIAL_TEAM).get(ATTACHMENTS + "/" + photo).path("sha256")));
  }

  /** Hash of what is shown of the photo then, by the tag of its file. */
  private static String blurred(String photo, int width) {
    As.role(Role.SPECIAL_TEAM)
        .body("{\"areas\": [{\"x\": 0, \"y\": 0, \"width\": %d, \"height\": 40}]}".formatted(width))
        .post(ATTACHMENTS + "/" + photo + "/blurring")
        .then()
        .statusCode(200);
    String url = As.role(Role.SPECIAL_TEAM).get(ATTACHMENTS + "/" + photo).path("url");
    return given().get(url).then().statusCode(200).extract().header("ETag").replace("\"", "");
  }
}
