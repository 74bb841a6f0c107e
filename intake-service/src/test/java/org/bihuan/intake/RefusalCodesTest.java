package org.bihuan.intake;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes by which clients tell one refusal from another. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class RefusalCodesTest {

  private static final String NOWHERE = "01935c0a-0000-7000-8000-000000000001";
  private static final String HASH =
      "00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff";
  private static final String COMPLAINTS = "/api/v1/complaints";

  @ParameterizedTest
  @CsvSource({
    "GET,    ADMIN,        /api/v1/channels/NOWHERE/keys,              channel-not-found",
    "DELETE, ADMIN,        /api/v1/channels/HOTLINE_12319/keys/{id},   channel-key-not-found",
    "GET,    SPECIAL_TEAM, /api/v1/complaints/{id},                    complaint-not-found",
    "GET,    SPECIAL_TEAM, /api/v1/public/complaints/T2KMBSDTM8L2WYJ9BNST, tracking-code-unknown",
    "POST,   ADMIN,        /operations/dead-letters/{id}/replay,       dead-letter-not-found",
    "DELETE, ADMIN,        /operations/dead-letters/{id},              dead-letter-not-found",
  })
  void what_is_not_there_is_named_by_its_kind(String verb, Role role, String path, String code) {
    As.role(role)
        .request(verb, path.replace("{id}", NOWHERE))
        .then()
        .statusCode(404)
        .body("code", equalTo(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HOTLINE_12319 | "communityCode": "370203005999" | | location.communityCode | unknown-community
          HOTLINE_12319 | "communityCode": "370203005001", "subdistrictCode": "370203021" | | location.communityCode | community-elsewhere
          HOTLINE_12319 | "subdistrictCode": "370203021" | "sourceKind": "MEDIA_EXPOSURE", | sourceKind | source-not-of-channel
          SPECIAL_TEAM_DESK | "subdistrictCode": "370203021" | "sourceKind": "INSPECTION_FINDING", | sourceKind | source-of-system
          """)
  void what_is_wrong_with_a_complaint_is_named_by_field_and_code(
      String channel, String place, String more, String field, String code) {
    As.role(Role.SPECIAL_TEAM)
        .body(
            """
            {"channel": "%s", %s "text": "楼顶漏雨", "location": {"address": "示例路", %s}}
            """
                .formatted(channel, more == null ? "" : more, place))
        .post(COMPLAINTS)
        .then()
        .statusCode(400)
        .body("errors.find { it.field == '" + field + "' }.code", equalTo(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                   | empty-correction
          {"communityCode": "370203005999"}                                    | unknown-community
          {"communityCode": "370203005001", "subdistrictCode": "370203021"}    | community-elsewhere
          """)
  void what_is_wrong_with_a_correction_is_named_by_its_code(String correction, String code) {
    String id =
        As.role(Role.SPECIAL_TEAM)
            .body(
                """
                {"channel": "HOTLINE_12319", "text": "路灯不亮", "categoryCode": "OTHER",
                 "location": {"address": "示例路 3 号", "subdistrictCode": "370203021"}}
                """)
            .post(COMPLAINTS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    As.role(Role.SPECIAL_TEAM)
        .header("If-Match", "*")
        .body(correction)
        .patch(COMPLAINTS + "/" + id)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo(code));
  }

  @ParameterizedTest
  @CsvSource({"sequence=1, hash", "hash=" + HASH + ", sequence"})
  void a_head_that_somebody_kept_is_given_with_both_halves(String half, String missing) {
    As.role(Role.ADMIN)
        .get("/api/v1/ledger/verification?" + half)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo(missing))
        .body("errors[0].code", equalTo("kept-head-incomplete"));
  }
}
