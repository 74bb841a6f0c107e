package org.bihuan.inspection.evidence;

import static org.awaitility.Awaitility.await;
import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.inspector;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.Evidence;
import org.bihuan.contract.EvidenceRule;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.InspectionEvent.EvidenceWaived;
import org.bihuan.contract.InspectionEvent.RecheckPassed;
import org.bihuan.contract.ReferenceEvent.CategoryPublished;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.Facts;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.inspection.StoredAttachment;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class EvidenceApiTest {

  private static final String PASSED = "{\"outcome\":\"PASSED\"}";
  private static final String POINT =
      "\"longitude\":120.3561,\"latitude\":36.0835,\"crs\":\"GCJ02\"";

  @Inject DataSource dataSource;

  private final AcceptedReply reply = AcceptedReply.first();

  private static String path(String recheck) {
    return "/api/v1/rechecks/" + recheck;
  }

  private static Response waive(String recheck, String evidence) {
    return team()
        .body("{\"evidence\":[%s],\"reason\":\"现场断电, 联系 19900000123\"}".formatted(evidence))
        .post(path(recheck) + "/evidence-waiver");
  }

  /** A re-check of a category with these rules. */
  private String recheckOf(
      String category, EvidenceRule photo, EvidenceRule position, EvidenceRule quiet)
      throws SQLException {
    Facts.tell(
        new CategoryPublished(
            category, "示例类别", DeadlineClass.GENERAL, true, photo, position, quiet));
    await().atMost(Duration.ofSeconds(20)).until(() -> isKnown(category, photo, position, quiet));
    return reply.ofCategory(category).recheck();
  }

  private boolean isKnown(
      String category, EvidenceRule photo, EvidenceRule position, EvidenceRule quiet)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement asked =
            connection.prepareStatement(
                "select 1 from category where (code, photo_evidence, position_evidence,"
                    + " quiet_evidence) = (?, ?, ?, ?)")) {
      asked.setString(1, category);
      asked.setString(2, photo.name());
      asked.setString(3, position.name());
      asked.setString(4, quiet.name());
      try (ResultSet found = asked.executeQuery()) {
        return found.next();
      }
    }
  }

  private String strict() throws SQLException {
    return recheckOf(
        "SANITATION", EvidenceRule.REQUIRED, EvidenceRule.REQUIRED, EvidenceRule.REQUIRED);
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement run = connection.createStatement()) {
      run.executeUpdate(statement);
    }
  }

  @ParameterizedTest(name = "{0} {1}, photo {2}, position {3}")
  @CsvSource({
    "ADVISED,  ADVISED,  false, false, 200, PHOTO POSITION",
    "ADVISED,  ADVISED,  true,  true,  200,",
    "NONE,     NONE,     false, false, 200,",
    "REQUIRED, ADVISED,  false, true,  409, PHOTO",
    "REQUIRED, ADVISED,  true,  false, 200, POSITION",
    "REQUIRED, REQUIRED, false, false, 409, PHOTO POSITION",
    "REQUIRED, REQUIRED, true,  true,  200,",
    "NONE,     REQUIRED, true,  false, 409, POSITION",
  })
  void the_rules_of_the_category_decide_what_a_write_off_asks_for(
      EvidenceRule photo,
      EvidenceRule position,
      boolean photoGiven,
      boolean positionGiven,
      int status,
      String missing)
      throws SQLException {
    String id = recheckOf("KIND_" + photo + "_" + position, photo, position, EvidenceRule.NONE);
    String body =
        "{\"outcome\":\"PASSED\""
            + (photoGiven
                ? ",\"attachmentIds\":[\"" + StoredAttachment.by("inspector-1") + "\"]"
                : "")
            + (positionGiven ? "," + POINT : "")
            + "}";
    List<String> named = missing == null ? List.of() : List.of(missing.split(" "));
    inspector("inspector-1", OTHER_UNIT)
        .body(body)
        .post(path(id) + "/outcome")
        .then()
        .statusCode(status)
        .body(status == 200 ? "missingEvidence" : "missing", equalTo(named));
    team()
        .get("/api/v1/write-offs?itemId=" + reply.itemId())
        .then()
        .body("items.missingEvidence", equalTo(status == 200 ? List.of(named) : List.of()));
  }

  @Test
  void a_write_off_without_required_evidence_is_refused_in_both_languages() throws SQLException {
    String id = strict();
    team()
        .get(path(id))
        .then()
        .body("requiredEvidence", contains("PHOTO", "POSITION", "QUIET_TIME"))
        .body("missingEvidence", nullValue())
        .body("waivers", empty());
    inspector()
        .body(PASSED)
        .post(path(id) + "/outcome")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("evidence-missing"))
        .body("title", equalTo("缺少销账凭证"))
        .body("missing", contains("PHOTO", "POSITION", "QUIET_TIME"));
    inspector()
        .header("Accept-Language", "en")
        .body(PASSED)
        .post(path(id) + "/outcome")
        .then()
        .statusCode(409)
        .body("detail", containsString("PHOTO, POSITION, QUIET_TIME"));
    team().get(path(id)).then().body("status", equalTo("PLANNED")).body("outcome", nullValue());
  }

  @Test
  void other_outcomes_need_no_evidence() throws SQLException {
    String id = strict();
    inspector()
        .body("{\"outcome\":\"NOT_RECTIFIED\",\"note\":\"仍有垃圾\"}")
        .post(path(id) + "/outcome")
        .then()
        .statusCode(200)
        .body("missingEvidence", nullValue());
  }

  @Test
  void a_position_outside_the_district_is_no_evidence() throws SQLException {
    PlannedInspection.publishReferenceData();
    String id =
        recheckOf("KIND_POSITION", EvidenceRule.NONE, EvidenceRule.REQUIRED, EvidenceRule.NONE);
    inspector()
        .body("{\"outcome\":\"PASSED\"," + POINT.replace("120.3561", "116.39") + "}")
        .post(path(id) + "/outcome")
        .then()
        .statusCode(409)
        .body("missing", contains("POSITION"));
    inspector()
        .body("{\"outcome\":\"PASSED\"," + POINT + "}")
        .post(path(id) + "/outcome")
        .then()
        .statusCode(200)
        .body("missingEvidence", empty());
  }

  @Test
  void what_was_waived_before_may_be_missing_and_all_are_told_who_waived_it() throws SQLException {
    String id = strict();
    waive(id, "\"QUIET_TIME\",\"PHOTO\"")
        .then()
        .statusCode(200)
        .body("status", equalTo("PLANNED"))
        .body("waivers.evidence", contains("PHOTO", "QUIET_TIME"))
        .body("waivers[0].actor.role", equalTo("SPECIAL_TEAM"))
        .body("waivers[0].reason", not(containsString("19900000123")));
    inspector()
        .body(PASSED)
        .post(path(id) + "/outcome")
        .then()
        .statusCode(409)
        .body("missing", contains("POSITION"));
    waive(id, "\"POSITION\"").then().statusCode(200).body("waivers.size()", equalTo(3));
    inspector()
        .body(PASSED)
        .post(path(id) + "/outcome")
        .then()
        .statusCode(200)
        .body("missingEvidence", contains("PHOTO", "POSITION", "QUIET_TIME"));
    team()
        .get("/api/v1/write-offs?itemId=" + reply.itemId())
        .then()
        .body("items[0].waivers.evidence", contains("PHOTO", "POSITION", "QUIET_TIME"));
    List<InspectionEvent> told = Facts.toldAbout(reply.problemId().toString(), 5);
    EvidenceWaived waived = assertInstanceOf(EvidenceWaived.class, told.get(1));
    assertEquals(List.of(Evidence.PHOTO, Evidence.QUIET_TIME), waived.evidence());
    assertTrue(waived.reason().contains("199****0123"), waived.reason());
    RecheckPassed passed = assertInstanceOf(RecheckPassed.class, told.get(3));
    assertEquals(List.of(Evidence.values()), passed.missingEvidence());
    assertEquals("SPECIAL_TEAM", passed.waivers().get(0).actor().role());
    assertEquals(waived.occurredAt(), passed.waivers().get(0).at());
  }

  @Test
  void evidence_is_waived_once_and_only_if_it_is_asked_for() throws SQLException {
    String id =
        recheckOf("KIND_PHOTO", EvidenceRule.REQUIRED, EvidenceRule.ADVISED, EvidenceRule.NONE);
    waive(id, "\"PHOTO\",\"POSITION\"").then().statusCode(200);
    waive(id, "\"PHOTO\"")
        .then()
        .statusCode(409)
        .body("code", equalTo("evidence-waived-before"))
        .body("evidence", contains("PHOTO"));
    waive(id, "\"QUIET_TIME\"")
        .then()
        .statusCode(409)
        .body("code", equalTo("evidence-not-asked-for"))
        .body("evidence", contains("QUIET_TIME"));
  }

  @Test
  void a_waiver_after_the_outcome_comes_too_late() throws SQLException {
    String id = reply.recheck();
    inspector().body(PASSED).post(path(id) + "/outcome").then().statusCode(200);
    waive(id, "\"PHOTO\"")
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("requestedAction", equalTo("WAIVE_EVIDENCE"));
    SQLException refusal =
        assertThrows(
            SQLException.class,
            () ->
                sql(
                    "insert into evidence_waiver values ('%s', 'PHOTO', 'X', null, 'x', now(), 'x')"
                        .formatted(id)));
    assertTrue(refusal.getMessage().contains("before the outcome"), refusal.getMessage());
  }

  @Test
  void the_database_keeps_a_waiver_as_it_was_given() throws SQLException {
    String id = strict();
    waive(id, "\"PHOTO\"").then().statusCode(200);
    for (String change :
        List.of(
            "update evidence_waiver set reason = 'x' where recheck_id = '" + id + "'",
            "delete from evidence_waiver where recheck_id = '" + id + "'")) {
      SQLException refusal = assertThrows(SQLException.class, () -> sql(change));
      assertTrue(refusal.getMessage().contains("append-only"), refusal.getMessage());
    }
  }

  @Test
  void the_database_passes_nothing_that_lacks_required_evidence() throws SQLException {
    String id = strict();
    SQLException refusal =
        assertThrows(
            SQLException.class,
            () ->
                sql(
                    "update recheck set status = 'DONE', outcome = 'PASSED', done_at = now(),"
                        + " missing_evidence = '{PHOTO}' where id = '"
                        + id
                        + "'"));
    assertTrue(refusal.getMessage().contains("required evidence"), refusal.getMessage());
  }

  @Test
  void whoever_took_part_in_the_fixing_waives_nothing() {
    String id = reply.recheck();
    Identity involved = Identity.of(Role.SPECIAL_TEAM).ofUnit(LEAD_UNIT);
    as(involved)
        .body("{\"evidence\":[\"PHOTO\"],\"reason\":\"x\"}")
        .post(path(id) + "/evidence-waiver")
        .then()
        .statusCode(409)
        .body("code", equalTo("own-unit"));
    as(involved).get(path(id)).then().body("allowedActions", not(hasItem("WAIVE_EVIDENCE")));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void only_the_special_team_waives_evidence(Role role) {
    as(role)
        .body("{\"evidence\":[\"PHOTO\"],\"reason\":\"x\"}")
        .post(path(UUID.randomUUID().toString()) + "/evidence-waiver")
        .then()
        .statusCode(role == Role.SPECIAL_TEAM ? 404 : 403);
  }

  @Test
  void every_fault_of_a_waiver_is_named_at_once() {
    String waiver = path(reply.recheck()) + "/evidence-waiver";
    team()
        .body("{\"evidence\":[],\"reason\":\" \"}")
        .post(waiver)
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("evidence", "reason"));
    team()
        .body("{\"evidence\":[\"PHOTO\",\"PHOTO\"],\"reason\":\"x\"}")
        .post(waiver)
        .then()
        .statusCode(400)
        .body("errors.code", contains("duplicate"));
    team()
        .body("{\"evidence\":[\"SMELL\"],\"reason\":\"x\"}")
        .post(waiver)
        .then()
        .statusCode(400)
        .body("errors.code", contains("one-of"));
  }
}
