package org.bihuan.intake.attachment;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.bihuan.intake.attachment.Uploads.ATTACHMENTS;
import static org.bihuan.intake.attachment.Uploads.uploaded;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.CampaignEvent.PointSurveyed;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemReplied;
import org.bihuan.contract.DispatchEvent.ItemTaskReplied;
import org.bihuan.contract.InspectionEvent.PointObserved;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.UnitName;
import org.bihuan.contract.UnitRole;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.Test;

/** Who may use an attachment, once, and who may see it then. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class AttachmentUseTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final String UNIT = "U_ATTACHMENTS";
  private static final Actor HANDLER = new Actor("UNIT_HANDLER", UNIT, "handler");

  private static String complaint(boolean confidential, List<String> attachmentIds) {
    return """
        {"channel": "HOTLINE_12319", "text": "楼顶漏雨", "categoryCode": "ROOF_LEAK",
         "location": {"subdistrictCode": "370203021"},
         "reporter": {"name": "李某", "phone": "19900000123", "confidential": %s},
         "attachmentIds": [%s]}
        """
        .formatted(
            confidential,
            String.join(",", attachmentIds.stream().map(id -> '"' + id + '"').toList()));
  }

  private static Response send(boolean confidential, String... attachmentIds) {
    return As.role(Role.CHANNEL_CLERK)
        .body(complaint(confidential, List.of(attachmentIds)))
        .post(COMPLAINTS);
  }

  private static Response read(Identity identity, String id) {
    return As.as(identity).get(ATTACHMENTS + "/" + id);
  }

  private static Response read(Role role, String id) {
    return read(Identity.of(role), id);
  }

  @Test
  void an_unused_attachment_is_seen_by_whoever_uploaded_it_and_by_nobody_else() {
    String id = uploaded(Role.CHANNEL_CLERK, SamplePhoto.jpeg(1));
    read(Role.CHANNEL_CLERK, id).then().statusCode(200).header("ETag", notNullValue());
    read(Role.ADMIN, id).then().statusCode(404).body("code", equalTo("attachment-not-found"));
    As.nobody().get(ATTACHMENTS + "/" + id).then().statusCode(401);
  }

  @Test
  void a_complaint_takes_its_attachments_along() {
    String id = uploaded(Role.CHANNEL_CLERK, SamplePhoto.jpeg(2));
    Response complaint = send(false, id);
    complaint.then().statusCode(201).body("attachmentIds", equalTo(List.of(id)));
    read(Role.SPECIAL_TEAM, id)
        .then()
        .statusCode(200)
        .body("status", equalTo("LINKED"))
        .body("ownerKind", equalTo("COMPLAINT"))
        .body("ownerId", equalTo(complaint.path("id")));
    String problem = complaint.path("problemId");
    String sha256 = read(Role.SPECIAL_TEAM, id).path("sha256");
    As.role(Role.INSPECTOR)
        .get("/api/v1/problems/" + problem)
        .then()
        .body("attachments.id", equalTo(List.of(id)));
    As.role(Role.INSPECTOR)
        .get("/api/v1/problems/" + problem + "/certificate")
        .then()
        .body("links.find { it.link == 'COMPLAINT' }.attachments[0].id", equalTo(id))
        .body("links.find { it.link == 'COMPLAINT' }.attachments[0].sha256", equalTo(sha256))
        .body("links.find { it.link == 'COMPLAINT' }.attachments[0].takenAt", notNullValue())
        .body("links.find { it.link == 'FILING' }.attachments", equalTo(List.of()));
  }

  @Test
  void one_that_is_unknown_or_somebody_elses_or_named_twice_is_refused() {
    String others = uploaded(Role.UNIT_HANDLER, SamplePhoto.jpeg(3));
    String own = uploaded(Role.CHANNEL_CLERK, SamplePhoto.jpeg(3));
    send(false, UUID.randomUUID().toString(), others, own, own)
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            equalTo(List.of("attachmentIds[0]", "attachmentIds[1]", "attachmentIds[3]")))
        .body(
            "errors.code",
            equalTo(List.of("unknown-attachment", "attachment-not-yours", "duplicate")));
  }

  @Test
  void one_that_is_used_is_refused_and_the_same_request_again_is_answered_as_before() {
    String id = uploaded(Role.CHANNEL_CLERK, SamplePhoto.jpeg(4));
    String key = UUID.randomUUID().toString();
    for (int time = 0; time < 2; time++) {
      As.role(Role.CHANNEL_CLERK)
          .header("Idempotency-Key", key)
          .body(complaint(false, List.of(id)))
          .post(COMPLAINTS)
          .then()
          .statusCode(201)
          .body("attachmentIds", equalTo(List.of(id)));
    }
    send(false, id).then().statusCode(400).body("errors.code", equalTo(List.of("attachment-used")));
  }

  @Test
  void of_many_complaints_with_one_attachment_exactly_one_gets_it() throws Exception {
    String id = uploaded(Role.CHANNEL_CLERK, SamplePhoto.jpeg(5));
    ExecutorService senders = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> answers =
          IntStream.range(0, 16)
              .mapToObj(any -> senders.submit(() -> send(false, id).statusCode()))
              .toList();
      int taken = 0;
      for (Future<Integer> answer : answers) {
        int status = answer.get();
        taken += status == 201 ? 1 : 0;
        assertEquals(status == 201 ? 201 : 400, status);
      }
      assertEquals(1, taken);
    } finally {
      senders.shutdownNow();
    }
  }

  @Test
  void what_was_uploaded_without_a_login_is_used_without_one() {
    String id =
        given()
            .multiPart("file", "a.jpg", SamplePhoto.jpeg(6), "image/jpeg")
            .post(ATTACHMENTS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    send(false, id)
        .then()
        .statusCode(400)
        .body("errors.code", equalTo(List.of("attachment-not-yours")));
    As.nobody()
        .body(
            "{\"channel\": \"DANGQUN_MINIPROGRAM\", \"text\": \"漏雨\", \"attachmentIds\": [\"%s\"]}"
                .formatted(id))
        .post(COMPLAINTS)
        .then()
        .statusCode(201);
    read(Role.SPECIAL_TEAM, id).then().statusCode(200);
  }

  @Test
  void a_unit_sees_photos_of_its_problem_but_not_those_of_a_confidential_complaint()
      throws Exception {
    String open = uploaded(Role.CHANNEL_CLERK, SamplePhoto.jpeg(7));
    String confidential = uploaded(Role.CHANNEL_CLERK, SamplePhoto.jpeg(8));
    String openProblem = send(false, open).then().statusCode(201).extract().path("problemId");
    String confidentialProblem =
        send(true, confidential).then().statusCode(201).extract().path("problemId");
    Identity handler = Identity.of(Role.UNIT_HANDLER).ofUnit(UNIT);
    read(handler, open).then().statusCode(404);
    try (UpstreamEvents others = new UpstreamEvents()) {
      others.tell(issued(openProblem));
      others.tell(issued(confidentialProblem));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                As.as(handler)
                    .get("/api/v1/problems/" + confidentialProblem)
                    .then()
                    .statusCode(200)
                    .body("attachments", equalTo(List.of())));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> read(handler, open).then().statusCode(200).body("position", equalTo(null)));
    read(Role.INSPECTOR, open).then().statusCode(200).body("position", equalTo(null));
    read(Role.TOP_LEADER, open).then().statusCode(200).body("position", equalTo(null));
    read(Role.CHANNEL_CLERK, open).then().body("position", notNullValue());
    read(Role.SPECIAL_TEAM, open).then().body("position", notNullValue());
    As.as(handler)
        .get("/api/v1/problems/" + openProblem + "/certificate")
        .then()
        .body("links.find { it.link == 'COMPLAINT' }.attachments[0].position", equalTo(null))
        .body("links.find { it.link == 'COMPLAINT' }.attachments[0].takenAt", notNullValue());
    read(handler, confidential).then().statusCode(404);
    read(Role.INSPECTOR, confidential).then().statusCode(404);
    read(Role.TOP_LEADER, confidential).then().statusCode(404);
    read(Role.SPECIAL_TEAM, confidential).then().statusCode(200);
    As.as(handler)
        .get("/api/v1/problems/" + confidentialProblem + "/certificate")
        .then()
        .body("links.find { it.link == 'COMPLAINT' }.attachments[0].position", equalTo(null))
        .body("links.find { it.link == 'COMPLAINT' }.attachments[0].takenAt", equalTo(null));
  }

  @Test
  void a_reply_told_by_dispatch_takes_its_attachments_along_and_the_first_use_counts()
      throws Exception {
    String id = uploaded(Role.UNIT_HANDLER, SamplePhoto.jpeg(9));
    String sha256 = read(Role.UNIT_HANDLER, id).path("sha256");
    String problem = send(false).path("problemId");
    String other = send(false).path("problemId");
    UUID reply = UUID.randomUUID();
    try (UpstreamEvents others = new UpstreamEvents()) {
      others.tell(replied(problem, reply, id, sha256));
      awaitReply(problem, id, sha256);
      others.tell(replied(other, UUID.randomUUID(), id, sha256));
      awaitReply(other, id, sha256);
    }
    read(Role.SPECIAL_TEAM, id)
        .then()
        .body("ownerKind", equalTo("REPLY"))
        .body("ownerId", equalTo(reply.toString()));
  }

  @Test
  void the_photos_of_a_joint_unit_are_the_problems_and_its_reply_is_on_the_ledger()
      throws Exception {
    String id = uploaded(Role.UNIT_HANDLER, SamplePhoto.jpeg(11));
    String sha256 = read(Role.UNIT_HANDLER, id).path("sha256");
    String problem = send(false).path("problemId");
    try (UpstreamEvents others = new UpstreamEvents()) {
      others.tell(taskReplied(problem, id, sha256));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                As.role(Role.SPECIAL_TEAM)
                    .get("/api/v1/problems/" + problem)
                    .then()
                    .body("status", equalTo("OPEN"))
                    .body("attachments.id", equalTo(List.of(id))));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + problem + "/timeline")
        .then()
        .body("kind", hasItem("dispatch.item-task-replied.v1"));
  }

  @Test
  void the_photos_of_a_survey_are_kept_and_read_by_all_but_those_who_take_complaints()
      throws Exception {
    String id = uploaded(Role.UNIT_HANDLER, SamplePhoto.jpeg(12));
    String sha256 = read(Role.UNIT_HANDLER, id).path("sha256");
    read(Role.INSPECTOR, id).then().statusCode(404);
    UUID survey = UUID.randomUUID();
    PointSurveyed surveyed =
        new PointSurveyed(
            survey,
            UUID.randomUUID(),
            UUID.randomUUID(),
            Instant.now(),
            HANDLER,
            List.of(new AttachedFile(UUID.fromString(id), sha256)));
    try (UpstreamEvents others = new UpstreamEvents()) {
      others.tell(surveyed);
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                read(Role.INSPECTOR, id)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("LINKED"))
                    .body("ownerKind", equalTo("SURVEY"))
                    .body("ownerId", equalTo(survey.toString())));
    read(Role.CHANNEL_CLERK, id).then().statusCode(404);
  }

  @Test
  void the_photos_of_an_observation_are_kept_and_read_by_those_who_see_the_whole_district()
      throws Exception {
    String id = uploaded(Role.INSPECTOR, SamplePhoto.jpeg(13));
    String sha256 = read(Role.INSPECTOR, id).path("sha256");
    UUID observation = UUID.randomUUID();
    PointObserved observed =
        new PointObserved(
            observation,
            UUID.randomUUID(),
            UUID.randomUUID(),
            Instant.now(),
            HANDLER,
            List.of(new AttachedFile(UUID.fromString(id), sha256)));
    try (UpstreamEvents others = new UpstreamEvents()) {
      others.tell(observed);
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                read(Role.ASSESSOR, id)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("LINKED"))
                    .body("ownerKind", equalTo("OBSERVATION"))
                    .body("ownerId", equalTo(observation.toString())));
    read(Role.SUBDISTRICT, id).then().statusCode(404);
    read(Role.UNIT_HANDLER, id).then().statusCode(404);
  }

  private static ItemTaskReplied taskReplied(String problem, String id, String sha256) {
    return new ItemTaskReplied(
        UUID.randomUUID(),
        UUID.fromString(problem),
        1,
        UUID.randomUUID(),
        new UnitName(UNIT, "示例单位"),
        UnitRole.JOINT,
        0,
        true,
        Instant.now(),
        HANDLER,
        List.of(new AttachedFile(UUID.fromString(id), sha256)),
        List.of());
  }

  private static void awaitReply(String problem, String id, String sha256) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                As.role(Role.SPECIAL_TEAM)
                    .get("/api/v1/problems/" + problem + "/certificate")
                    .then()
                    .body("links.find { it.link == 'REPLY' }.attachments[0].id", equalTo(id))
                    .body(
                        "links.find { it.link == 'REPLY' }.attachments[0].sha256",
                        equalTo(sha256)));
  }

  private static ItemIssued issued(String problem) {
    Instant now = Instant.now();
    return new ItemIssued(
        UUID.randomUUID(),
        UUID.fromString(problem),
        1,
        UUID.randomUUID(),
        "创督〔2026〕1号",
        null,
        new UnitName(UNIT, "示例单位"),
        List.of(),
        DeadlineClass.FACILITY,
        now.plusSeconds(3600),
        "FACILITY-1",
        now,
        HANDLER,
        null,
        null);
  }

  private static ItemReplied replied(String problem, UUID reply, String id, String sha256) {
    return new ItemReplied(
        UUID.randomUUID(),
        UUID.fromString(problem),
        1,
        reply,
        ReplyKind.FINAL,
        0,
        true,
        Instant.now(),
        HANDLER,
        List.of(new AttachedFile(UUID.fromString(id), sha256)),
        List.of());
  }
}
