package org.bihuan.inspection.attachment;

import static org.bihuan.inspection.Callers.inspector;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.InspectionEvent.RecheckFailed;
import org.bihuan.contract.IntakeEvent.AttachmentStored;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.Facts;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.inspection.StoredAttachment;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/** Outcomes and findings take along photos that were uploaded for them, each once. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class AttachmentUseTest {

  private static final String INSPECTOR = "inspector-1";

  @Inject Attachments attachments;

  private static Response failed(AcceptedReply reply, UUID... photos) {
    return inspector(INSPECTOR, "BIG_DATA_BUREAU")
        .body(
            "{\"outcome\":\"NOT_RECTIFIED\",\"note\":\"地砖仍有缺失\",\"attachmentIds\":[%s]}"
                .formatted(
                    Arrays.stream(photos)
                        .map(id -> '"' + id.toString() + '"')
                        .collect(Collectors.joining(","))))
        .post("/api/v1/rechecks/" + reply.recheck() + "/outcome");
  }

  @Test
  void each_attachment_that_cannot_be_used_is_named() {
    UUID used = StoredAttachment.by(INSPECTOR);
    failed(AcceptedReply.first(), used).then().statusCode(200);
    failed(
            AcceptedReply.first(),
            UUID.randomUUID(),
            StoredAttachment.by("somebody-else"),
            used,
            StoredAttachment.by(INSPECTOR, Instant.now().minusSeconds(1)))
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            equalTo(
                List.of(
                    "attachmentIds[0]",
                    "attachmentIds[1]",
                    "attachmentIds[2]",
                    "attachmentIds[3]")))
        .body(
            "errors.code",
            equalTo(
                List.of(
                    "unknown-attachment",
                    "attachment-not-yours",
                    "attachment-used",
                    "attachment-expired")));
  }

  @Test
  void an_upload_that_is_told_again_stays_used() {
    UUID photo = StoredAttachment.by(INSPECTOR);
    failed(AcceptedReply.first(), photo).then().statusCode(200);
    AttachmentStored again =
        StoredAttachment.fact(photo, INSPECTOR, Instant.now().plusSeconds(86_400));
    QuarkusTransaction.requiringNew().run(() -> attachments.follow(again));
    failed(AcceptedReply.first(), photo)
        .then()
        .statusCode(400)
        .body("errors.code", equalTo(List.of("attachment-used")));
  }

  @Test
  void what_was_just_uploaded_and_is_not_known_yet_is_worth_trying_again() {
    failed(AcceptedReply.first(), UuidCreator.getTimeOrderedEpoch())
        .then()
        .statusCode(409)
        .body("code", equalTo("attachment-not-ready"));
  }

  @Test
  void a_refused_outcome_leaves_its_photos_free() {
    UUID photo = StoredAttachment.by(INSPECTOR);
    failed(AcceptedReply.first(), photo, UUID.randomUUID()).then().statusCode(400);
    AcceptedReply reply = AcceptedReply.first();
    failed(reply, photo).then().statusCode(200);
    RecheckFailed told =
        assertInstanceOf(
            RecheckFailed.class, Facts.toldAbout(reply.problemId().toString(), 2).get(1));
    assertEquals(List.of(StoredAttachment.told(photo)), told.attachments());
  }

  @Test
  void a_finding_takes_its_photos_along() {
    PlannedInspection.publishReferenceData();
    UUID photo = StoredAttachment.by("special-team");
    String id =
        team()
            .body(
                "{\"stop\":1,\"title\":\"占道经营\",\"description\":\"摊位占道\",\"attachmentIds\":[\"%s\"]}"
                    .formatted(photo))
            .post("/api/v1/inspections/" + PlannedInspection.started() + "/findings")
            .then()
            .statusCode(201)
            .body("attachmentIds", equalTo(List.of(photo.toString())))
            .extract()
            .path("id");
    FindingReported told = assertInstanceOf(FindingReported.class, Facts.toldAbout(id, 1).get(0));
    assertEquals(List.of(StoredAttachment.told(photo)), told.attachments());
  }
}
