package org.bihuan.intake.complaint;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** A district that files nothing by rule and has retired a channel. */
@QuarkusTest
@TestProfile(FilingByHandTest.NothingByRule.class)
@QuarkusTestResource(IntakeStack.class)
class FilingByHandTest {

  private static final String COMPLAINTS = "/api/v1/complaints";

  /**
   * The shipped reference data with two words changed, loaded from a folder as a deployment would.
   */
  public static class NothingByRule implements QuarkusTestProfile {

    private static final String RETIRED =
        """
        "english_name": "Letters and visits",
          "public": false,
          "top_down": false,
        """
            + "  ";

    @Override
    public Map<String, String> getConfigOverrides() {
      Path shipped = Path.of("src/main/resources/reference");
      Path own = Path.of("target/reference-by-hand");
      try {
        Files.createDirectories(own);
        for (String file :
            List.of(
                "categories",
                "category-groups",
                "channels",
                "districts",
                "other-bodies",
                "subdistricts",
                "communities")) {
          String text = Files.readString(shipped.resolve(file + ".json"));
          Files.writeString(
              own.resolve(file + ".json"),
              text.replace("\"automatic_filing\": true", "\"automatic_filing\": false")
                  .replace(RETIRED + "\"active\": true", RETIRED + "\"active\": false"));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Map.of("bihuan.reference.directory", own.toAbsolutePath().toString());
    }
  }

  @Inject EntityManager database;

  @Test
  void the_key_of_a_retired_channel_lets_nobody_in_and_can_still_be_revoked() {
    String channel = "/api/v1/channels/LETTER_VISIT";
    UUID id = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeQuery(
                        "insert into channel_key (id, channel_code, holder, key_hash, created_at)"
                            + " values (?1, 'LETTER_VISIT', '信访平台', sha256('secret-of-letters'),"
                            + " now())")
                    .setParameter(1, id)
                    .executeUpdate());
    As.nobody().header("X-Api-Key", "secret-of-letters").get(COMPLAINTS).then().statusCode(401);
    As.role(Role.ADMIN)
        .body("{\"holder\": \"信访平台\"}")
        .post(channel + "/keys")
        .then()
        .statusCode(404);
    As.role(Role.ADMIN).get(channel + "/keys").then().body("id", hasItem(id.toString()));
    As.role(Role.ADMIN).delete(channel + "/keys/" + id).then().statusCode(204);
  }

  private static Response waiting() {
    Response complaint =
        As.role(Role.CHANNEL_CLERK)
            .body("{\"channel\": \"HOTLINE_12319\", \"text\": \"楼顶漏雨, 请回复\"}")
            .post(COMPLAINTS);
    complaint
        .then()
        .statusCode(201)
        .body("status", equalTo("RECEIVED"))
        .body("problemId", nullValue());
    return complaint;
  }

  private static Response act(Response complaint, String action, String body) {
    return As.role(Role.SPECIAL_TEAM)
        .body(body)
        .post(COMPLAINTS + "/" + complaint.path("id") + "/" + action);
  }

  @Test
  void a_waiting_complaint_offers_each_role_what_it_may_do() {
    Response complaint = waiting();
    complaint.then().body("allowedActions", contains("WITHDRAW"));
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "/" + complaint.path("id"))
        .then()
        .body(
            "allowedActions",
            contains("FILE", "MERGE", "CORRECT", "HAND_OVER", "REJECT", "WITHDRAW"));
  }

  @Test
  void the_special_team_files_it_with_another_category_limit_and_title() {
    Response complaint = waiting();
    Response filed =
        act(
            complaint,
            "filing",
            "{\"categoryCode\": \"SANITATION\", \"deadlineClass\": \"EMERGENCY\", \"title\":"
                + " \"污水横流\"}");
    filed
        .then()
        .statusCode(200)
        .body("status", equalTo("FILED"))
        .body("categoryCode", equalTo("SANITATION"));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + filed.path("problemId"))
        .then()
        .body("deadlineClass", equalTo("EMERGENCY"))
        .body("title", equalTo("污水横流"));
    act(complaint, "filing", "{}")
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"));
  }

  @Test
  void a_version_read_before_an_action_is_stale_after_it() {
    Response complaint = waiting();
    String before = complaint.header("ETag");
    String after = act(complaint, "filing", "{}").header("ETag");
    As.role(Role.SPECIAL_TEAM)
        .header("If-Match", before)
        .body("{\"reason\": \"x\"}")
        .post(COMPLAINTS + "/" + complaint.path("id") + "/rejection")
        .then()
        .statusCode(412);
    As.role(Role.SPECIAL_TEAM)
        .header("If-Match", after)
        .body("{\"reason\": \"x\"}")
        .post(COMPLAINTS + "/" + complaint.path("id") + "/rejection")
        .then()
        .statusCode(409);
  }

  @Test
  void the_same_leaking_roof_from_three_channels_is_one_problem_with_three_complaints() {
    String problem = act(waiting(), "filing", "{}").path("problemId");
    for (int i = 0; i < 2; i++) {
      act(waiting(), "merge", "{\"problemId\": \"" + problem + "\"}")
          .then()
          .statusCode(200)
          .body("status", equalTo("MERGED"))
          .body("problemId", equalTo(problem));
    }
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + problem)
        .then()
        .body("complaints.count", equalTo(3))
        .body("complaints.items.size()", equalTo(3));
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "?count=exact&problemId=" + problem)
        .then()
        .body("total", equalTo(3));
  }

  @Test
  void it_cannot_be_merged_into_nothing() {
    act(waiting(), "merge", "{\"problemId\": \"" + UUID.randomUUID() + "\"}")
        .then()
        .statusCode(422)
        .body("code", equalTo("problem-to-merge-not-found"));
    act(waiting(), "merge", "{}").then().statusCode(400).body("errors.field", hasItem("problemId"));
  }

  @Test
  void a_rejection_says_why_and_the_reporter_reads_it() {
    Response complaint = waiting();
    act(complaint, "rejection", "{}").then().statusCode(400);
    act(complaint, "rejection", "{\"reason\": \"不属于受理范围\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("REJECTED"));
    As.nobody()
        .get("/api/v1/public/complaints/" + complaint.path("trackingCode"))
        .then()
        .body("status", equalTo("REJECTED"))
        .body("note", equalTo("不属于受理范围"));
  }

  @Test
  void a_clerk_takes_it_back_and_does_nothing_else() {
    Response complaint = waiting();
    String path = COMPLAINTS + "/" + complaint.path("id");
    As.role(Role.CHANNEL_CLERK).body("{}").post(path + "/filing").then().statusCode(403);
    As.role(Role.CHANNEL_CLERK)
        .post(path + "/withdrawal")
        .then()
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"));
    As.nobody()
        .get("/api/v1/public/complaints/" + complaint.path("trackingCode"))
        .then()
        .body("status", equalTo("WITHDRAWN"));
  }

  @Test
  void what_waits_can_be_listed() {
    String id = waiting().path("id");
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "?status=RECEIVED&limit=200")
        .then()
        .body("items.id", hasItem(id))
        .body("items[0].receivedAt", notNullValue());
  }
}
