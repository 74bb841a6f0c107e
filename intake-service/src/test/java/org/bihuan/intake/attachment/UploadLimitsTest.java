package org.bihuan.intake.attachment;

import static io.restassured.RestAssured.given;
import static org.bihuan.intake.attachment.Uploads.ATTACHMENTS;
import static org.bihuan.intake.attachment.Uploads.upload;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.Test;

/** What happens when more is uploaded than there is room for. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
@TestProfile(UploadLimitsTest.LittleRoom.class)
class UploadLimitsTest {

  private static final int PER_MINUTE = 3;
  private static final int SENDERS = 6;

  /** One file at once, none that waits, and three requests a minute without a login. */
  public static final class LittleRoom implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "bihuan.attachments.rewriting.processes", "1",
          "bihuan.attachments.rewriting.waiting", "0",
          "bihuan.without-login.per-minute", String.valueOf(PER_MINUTE));
    }
  }

  private static Response anonymously(byte[] file) {
    return given().multiPart("file", "photo.jpg", file, "image/jpeg").post(ATTACHMENTS);
  }

  @Test
  void without_a_login_one_address_sends_only_so_often_and_what_was_refused_counts() {
    for (int time = 0; time < PER_MINUTE; time++) {
      anonymously(HostileFiles.text("GIF89a......")).then().statusCode(415);
    }
    anonymously(SamplePhoto.jpeg(1))
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .body("code", equalTo("too-many-attachments"));
    given()
        .contentType("application/json")
        .body("{\"channel\": \"WEB_FORM\", \"text\": \"楼顶漏雨\"}")
        .post("/api/v1/complaints")
        .then()
        .statusCode(429)
        .body("code", equalTo("too-many-complaints"));
    given()
        .contentType("application/json")
        .body("{\"text\": \"楼顶漏雨\"}")
        .post("/api/v1/public/similar")
        .then()
        .statusCode(429)
        .body("code", equalTo("too-many-complaints"));
    given()
        .post("/api/v1/public/complaints/T2KMBSDTM8L2WYJ9BNST/erasure")
        .then()
        .statusCode(429)
        .body("code", equalTo("too-many-erasures"));
    upload(Role.INSPECTOR, SamplePhoto.jpeg(1)).then().statusCode(201);
  }

  @Test
  void a_file_for_which_there_is_no_room_is_refused_and_can_be_sent_again() throws Exception {
    byte[] photo = SamplePhoto.jpeg(2, 1600, 1200, 1);
    CyclicBarrier together = new CyclicBarrier(SENDERS);
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Future<Response>> answers =
          IntStream.range(0, SENDERS)
              .mapToObj(
                  any ->
                      senders.submit(
                          () -> {
                            together.await();
                            return upload(Role.INSPECTOR, photo);
                          }))
              .toList();
      int taken = 0;
      for (Future<Response> answer : answers) {
        if (answer.get().statusCode() == 201) {
          taken++;
        } else {
          answer
              .get()
              .then()
              .statusCode(503)
              .contentType("application/problem+json")
              .header("Retry-After", notNullValue())
              .body("code", equalTo("attachments-overloaded"));
        }
      }
      assertTrue(taken > 0 && taken < SENDERS, taken + " were taken");
      assertEquals(201, upload(Role.INSPECTOR, photo).statusCode());
    } finally {
      senders.shutdownNow();
    }
  }
}
