package org.bihuan.dispatch.attachment;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.IntakeEvent.AttachmentStored;
import org.bihuan.dispatch.District;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/** Replies take along photos that were uploaded for them, each once. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class AttachmentUseTest {

  private static final String HANDLER = "unit-handler-" + ENFORCEMENT;

  @Inject District district;
  @Inject Attachments attachments;
  @Inject AttachmentCaptions captions;

  private static AttachmentStored stored(UUID id, String subject, Instant usableUntil) {
    return new AttachmentStored(
        id,
        "image/jpeg",
        1000,
        "5".repeat(64),
        null,
        null,
        usableUntil,
        Instant.now(),
        new Actor("UNIT_HANDLER", ENFORCEMENT, subject));
  }

  private UUID storedBy(String subject, Instant usableUntil) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    district.tell(stored(id, subject, usableUntil));
    await().atMost(Duration.ofSeconds(60)).until(() -> isKnown(id));
    return id;
  }

  private boolean isKnown(UUID id) {
    return QuarkusTransaction.requiringNew()
        .call(() -> attachments.findByIdOptional(id).isPresent());
  }

  private UUID storedBy(String subject) {
    return storedBy(subject, Instant.now().plus(Duration.ofHours(24)));
  }

  private static Response interim(String item, UUID... photos) {
    return as(handlerOf(ENFORCEMENT))
        .body(
            "{\"kind\":\"INTERIM\",\"measures\":\"已派人\",\"attachmentIds\":[%s]}"
                .formatted(
                    Arrays.stream(photos)
                        .map(id -> '"' + id.toString() + '"')
                        .collect(Collectors.joining(","))))
        .post("/api/v1/order-items/" + item + "/replies");
  }

  @Test
  void each_attachment_that_cannot_be_used_is_named() {
    String item = district.acknowledged();
    UUID used = storedBy(HANDLER);
    interim(item, used)
        .then()
        .statusCode(201)
        .body("attachmentIds", equalTo(List.of(used.toString())));
    interim(
            item,
            UUID.randomUUID(),
            storedBy("somebody-else"),
            used,
            storedBy(HANDLER, Instant.now().minusSeconds(1)))
        .then()
        .statusCode(400)
        .body(
            "errors.code",
            equalTo(
                List.of(
                    "unknown-attachment",
                    "attachment-not-yours",
                    "attachment-used",
                    "attachment-expired")));
    UUID free = storedBy(HANDLER);
    interim(item, free, free)
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("attachmentIds[1]")))
        .body("errors.code", equalTo(List.of("duplicate")));
  }

  @Test
  void an_upload_that_is_told_again_stays_used() {
    UUID photo = storedBy(HANDLER);
    interim(district.acknowledged(), photo).then().statusCode(201);
    AttachmentStored again = stored(photo, HANDLER, Instant.now().plus(Duration.ofHours(24)));
    QuarkusTransaction.requiringNew().run(() -> captions.follow(again));
    interim(district.acknowledged(), photo)
        .then()
        .statusCode(400)
        .body("errors.code", equalTo(List.of("attachment-used")));
  }

  @Test
  void what_was_just_uploaded_and_is_not_known_yet_is_worth_trying_again() {
    interim(district.acknowledged(), UuidCreator.getTimeOrderedEpoch())
        .then()
        .statusCode(409)
        .body("code", equalTo("attachment-not-ready"));
  }

  @Test
  void of_many_replies_with_one_attachment_exactly_one_gets_it() throws Exception {
    UUID photo = storedBy(HANDLER);
    List<String> items = IntStream.range(0, 4).mapToObj(any -> district.acknowledged()).toList();
    ExecutorService units = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> answers =
          items.stream()
              .map(item -> units.submit(() -> interim(item, photo).statusCode()))
              .toList();
      int taken = 0;
      for (Future<Integer> answer : answers) {
        int status = answer.get();
        taken += status == 201 ? 1 : 0;
        assertEquals(status == 201 ? 201 : 400, status);
      }
      assertEquals(1, taken);
    } finally {
      units.shutdownNow();
    }
  }
}
