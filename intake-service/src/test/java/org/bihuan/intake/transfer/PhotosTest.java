package org.bihuan.intake.transfer;

import static org.awaitility.Awaitility.await;
import static org.bihuan.intake.attachment.Uploads.uploaded;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import net.coobird.thumbnailator.Thumbnails;
import org.bihuan.contract.Actor;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemReplied;
import org.bihuan.contract.InspectionEvent.RecheckPassed;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Photos of a problem before and after, and pictures that were shown before. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class PhotosTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String UNIT = "U_PHOTOS";
  private static final String OTHER_UNIT = "U_OTHER_PHOTOS";
  private static final String SHA = "0".repeat(64);
  private static final Actor INSPECTOR = new Actor("INSPECTOR", null, "inspector-1");

  private final byte[] picture = SamplePhoto.png(ThreadLocalRandom.current().nextLong(), 128, 96);
  private UpstreamEvents others;

  @BeforeEach
  void connect() {
    others = new UpstreamEvents();
  }

  @AfterEach
  void disconnect() {
    others.close();
  }

  private static String problem(String unit, UpstreamEvents others, String... photos)
      throws Exception {
    String ids = String.join(",", List.of(photos).stream().map(id -> '"' + id + '"').toList());
    Response complaint =
        As.role(Role.CHANNEL_CLERK)
            .body(
                """
                {"channel": "HOTLINE_12319", "text": "楼顶漏雨", "categoryCode": "ROOF_LEAK",
                 "attachmentIds": [%s]}
                """
                    .formatted(ids))
            .post("/api/v1/complaints");
    String problem = complaint.then().statusCode(201).extract().path("problemId");
    others.tell(
        new ItemIssued(
            UUID.randomUUID(),
            UUID.fromString(problem),
            1,
            UUID.randomUUID(),
            "创督〔2026〕1号",
            null,
            new UnitName(unit, "房管所"),
            List.of(),
            DeadlineClass.FACILITY,
            Instant.now().plus(Duration.ofHours(72)),
            "FACILITY-1",
            Instant.now(),
            INSPECTOR,
            null,
            null));
    return problem;
  }

  private void reply(String problem, String photo) throws Exception {
    reply(problem, photo, List.of());
  }

  private void reply(String problem, String photo, List<UUID> before) throws Exception {
    others.tell(
        new ItemReplied(
            UUID.randomUUID(),
            UUID.fromString(problem),
            2,
            UUID.randomUUID(),
            ReplyKind.FINAL,
            0,
            true,
            Instant.now(),
            new Actor("UNIT_HANDLER", UNIT, "handler"),
            List.of(new AttachedFile(UUID.fromString(photo), SHA)),
            before));
  }

  private static Response photos(Identity reader, String problem) {
    return As.as(reader).get("/api/v1/problems/" + problem + "/photos");
  }

  private static void awaitAfter(String problem, int count) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                photos(Identity.of(Role.SPECIAL_TEAM), problem)
                    .then()
                    .statusCode(200)
                    .body("after", hasSize(count)));
  }

  /** The same picture as somebody sends it who has it from a chat. */
  private byte[] smaller() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Thumbnails.of(new ByteArrayInputStream(picture))
        .scale(0.75)
        .outputFormat("jpg")
        .outputQuality(0.7)
        .toOutputStream(bytes);
    return bytes.toByteArray();
  }

  @Test
  void photos_stand_side_by_side_with_links_that_open() throws Exception {
    String before = uploaded(Role.CHANNEL_CLERK, SamplePhoto.jpeg(11));
    String problem = problem(UNIT, others, before);
    String after = uploaded(Role.UNIT_HANDLER, picture);
    reply(problem, after);
    awaitAfter(problem, 1);
    Response shown = photos(Identity.of(Role.UNIT_HANDLER).ofUnit(UNIT), problem);
    shown
        .then()
        .body("before.id", contains(before))
        .body("before[0].ownerKind", equalTo("COMPLAINT"))
        .body("before[0].position", nullValue())
        .body("before[0].doubts", empty())
        .body("after.id", contains(after))
        .body("after[0].ownerKind", equalTo("REPLY"))
        .body("after[0].doubts", empty())
        .body("after[0].sameAs", nullValue());
    As.nobody().get(shown.<String>path("after[0].thumbnailUrl")).then().statusCode(200);
  }

  @Test
  void a_photo_taken_before_the_problem_was_filed_is_doubted() throws Exception {
    String problem = problem(UNIT, others);
    reply(
        problem,
        uploaded(Role.UNIT_HANDLER, SamplePhoto.jpeg(ThreadLocalRandom.current().nextLong())));
    awaitAfter(problem, 1);
    photos(Identity.of(Role.SPECIAL_TEAM), problem)
        .then()
        .body("after[0].takenAt", equalTo("2026-11-24T00:15:00Z"))
        .body("after[0].doubts", contains("TAKEN_TOO_EARLY"));
  }

  @Test
  void a_picture_shown_for_another_problem_is_known_again_and_told() throws Exception {
    String first = problem(UNIT, others);
    String earlier = uploaded(Role.UNIT_HANDLER, picture);
    reply(first, earlier);
    awaitAfter(first, 1);
    String second = problem(OTHER_UNIT, others);
    String later = uploaded(Role.UNIT_HANDLER, smaller());
    reply(second, later);
    awaitAfter(second, 1);
    photos(Identity.of(Role.SPECIAL_TEAM), second)
        .then()
        .body("after[0].doubts", contains("SHOWN_BEFORE"))
        .body("after[0].sameAs.id", equalTo(earlier))
        .body("after[0].sameAs.problemId", equalTo(first));
    photos(Identity.of(Role.UNIT_HANDLER).ofUnit(OTHER_UNIT), second)
        .then()
        .body("after[0].doubts", contains("SHOWN_BEFORE"))
        .body("after[0].sameAs", nullValue());
    photos(Identity.of(Role.SPECIAL_TEAM), first).then().body("after[0].doubts", empty());
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger?kind=intake.picture-reused.v1&problemId=" + second)
        .then()
        .body("items", hasSize(1))
        .body("items[0].actor.subject", equalTo("picture-comparison"));
  }

  @Test
  void what_the_complaint_shows_may_be_shown_again_as_the_state_before_and_not_as_work_done()
      throws Exception {
    String problem = problem(UNIT, others, uploaded(Role.CHANNEL_CLERK, picture));
    String before = uploaded(Role.UNIT_HANDLER, smaller());
    reply(problem, before, List.of(UUID.fromString(before)));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                photos(Identity.of(Role.SPECIAL_TEAM), problem)
                    .then()
                    .body("before", hasSize(2))
                    .body("before[1].doubts", empty())
                    .body("after", empty()));
    reply(problem, uploaded(Role.UNIT_HANDLER, smaller()));
    awaitAfter(problem, 1);
    photos(Identity.of(Role.SPECIAL_TEAM), problem)
        .then()
        .body("after[0].doubts", contains("SHOWN_BEFORE"));
  }

  @Test
  void of_two_uploads_that_are_used_the_other_way_round_the_later_use_is_known() throws Exception {
    String first = uploaded(Role.UNIT_HANDLER, picture);
    String second = uploaded(Role.UNIT_HANDLER, smaller());
    String one = problem(UNIT, others);
    reply(one, second);
    awaitAfter(one, 1);
    String other = problem(UNIT, others);
    reply(other, first);
    awaitAfter(other, 1);
    photos(Identity.of(Role.SPECIAL_TEAM), other)
        .then()
        .body("after[0].sameAs.id", equalTo(second));
    photos(Identity.of(Role.SPECIAL_TEAM), one).then().body("after[0].doubts", empty());
  }

  @Test
  void the_photo_of_the_reply_is_none_of_the_recheck() throws Exception {
    String problem = problem(UNIT, others);
    reply(problem, uploaded(Role.UNIT_HANDLER, picture));
    awaitAfter(problem, 1);
    String own = uploaded(Role.INSPECTOR, smaller());
    others.tell(
        new RecheckPassed(
            UUID.randomUUID(),
            UUID.fromString(problem),
            UUID.randomUUID(),
            0,
            Instant.now(),
            INSPECTOR,
            List.of(new AttachedFile(UUID.fromString(own), SHA)),
            List.of(),
            List.of(),
            null));
    awaitAfter(problem, 2);
    photos(Identity.of(Role.SPECIAL_TEAM), problem)
        .then()
        .body("after[1].ownerKind", equalTo("RECHECK"))
        .body("after[1].doubts", contains("SHOWN_BEFORE"));
  }

  @Test
  void who_does_not_see_the_problem_does_not_see_its_photos() throws Exception {
    String problem = problem(UNIT, others);
    photos(Identity.of(Role.UNIT_HANDLER).ofUnit(OTHER_UNIT), problem)
        .then()
        .statusCode(404)
        .body("code", equalTo("problem-not-found"));
    photos(Identity.of(Role.SPECIAL_TEAM), UUID.randomUUID().toString()).then().statusCode(404);
  }
}
