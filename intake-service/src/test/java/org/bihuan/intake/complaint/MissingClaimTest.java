package org.bihuan.intake.complaint;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A role that a claim bounds is worth nothing without it, and no more than it with it. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class MissingClaimTest {

  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final Identity CLERK = Identity.of(Role.CHANNEL_CLERK);
  private static final Identity BARE_CLERK = CLERK.withoutUsualClaims();

  private static String complaintOf(String channel) {
    return """
        {"channel": "%s", "text": "楼顶漏雨", "categoryCode": "ROOF_LEAK",
         "location": {"address": "示例路 12 号", "subdistrictCode": "370203021"},
         "reporter": {"name": "欧阳示例", "phone": "19900000123"}}
        """
        .formatted(channel);
  }

  private static String registered() {
    return As.as(CLERK)
        .body(complaintOf("HOTLINE_12319"))
        .post(COMPLAINTS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void a_clerk_without_a_channel_sees_no_complaint_and_no_reporter() {
    String id = registered();
    for (String path : List.of("", "?count=exact", "/" + id, "/" + UUID.randomUUID())) {
      As.as(BARE_CLERK)
          .get(COMPLAINTS + path)
          .then()
          .statusCode(403)
          .body("code", equalTo("claim-missing"))
          .body("detail", containsString("channel"));
    }
    As.as(BARE_CLERK)
        .body("{\"reason\": \"回访\"}")
        .post(COMPLAINTS + "/" + id + "/reporter-disclosures")
        .then()
        .statusCode(403)
        .body("code", equalTo("claim-missing"));
    As.as(BARE_CLERK).post(COMPLAINTS + "/" + id + "/withdrawal").then().statusCode(403);
  }

  @Test
  void a_clerk_without_a_channel_sends_only_what_anybody_may_send() {
    As.as(BARE_CLERK)
        .body(complaintOf("HOTLINE_12319"))
        .post(COMPLAINTS)
        .then()
        .statusCode(403)
        .body("code", equalTo("claim-missing"));
    As.as(BARE_CLERK).body(complaintOf("WEB_FORM")).post(COMPLAINTS).then().statusCode(201);
  }

  @Test
  void a_clerk_of_another_channel_cannot_tell_a_complaint_from_none() {
    String id = registered();
    Identity other = CLERK.ofChannels(List.of("DISTRICT_HOTLINE"));
    As.as(other).get(COMPLAINTS + "/" + id).then().statusCode(404);
    As.as(other)
        .body("{\"reason\": \"回访\"}")
        .post(COMPLAINTS + "/" + id + "/reporter-disclosures")
        .then()
        .statusCode(404);
    As.as(other)
        .get(COMPLAINTS + "?limit=200&channel=HOTLINE_12319&count=exact")
        .then()
        .statusCode(200)
        .body("total", equalTo(0));
    As.as(other)
        .body(complaintOf("HOTLINE_12319"))
        .post(COMPLAINTS)
        .then()
        .statusCode(403)
        .body("code", equalTo("channel-not-yours"));
  }

  @Test
  void a_clerk_of_several_channels_works_for_each_of_them() {
    String id = registered();
    Identity both = CLERK.ofChannels(List.of("DISTRICT_HOTLINE", "HOTLINE_12319"));
    As.as(both).get(COMPLAINTS + "/" + id).then().statusCode(200);
    As.as(both).get(COMPLAINTS + "?limit=200").then().body("items.id", hasItem(id));
    As.as(both).body(complaintOf("DISTRICT_HOTLINE")).post(COMPLAINTS).then().statusCode(201);
    As.as(both).body(complaintOf("HOTLINE_12345")).post(COMPLAINTS).then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "hotline_12319", "HOTLINE_12319 ", "ＨＯＴＬＩＮＥ＿１２３１９"})
  void a_channel_that_is_no_code_is_none(String variant) {
    As.as(CLERK.ofChannels(List.of(variant)))
        .get(COMPLAINTS)
        .then()
        .statusCode(403)
        .body("code", equalTo("claim-missing"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"CHANNEL_CLERK", "UNIT_HANDLER", "UNIT_LEADER", "SUBDISTRICT"})
  void no_problem_is_shown_without_the_claim(Role role) {
    String complaint = registered();
    String problem = As.role(Role.SPECIAL_TEAM).get(COMPLAINTS + "/" + complaint).path("problemId");
    for (String path : List.of("", "?count=exact", "/" + problem, "/" + problem + "/timeline")) {
      As.as(Identity.of(role).withoutUsualClaims())
          .get("/api/v1/problems" + path)
          .then()
          .statusCode(403)
          .body("code", equalTo("claim-missing"));
    }
  }

  @Test
  void a_claim_bounds_no_role_but_its_own() {
    String id = registered();
    As.as(Identity.of(Role.SPECIAL_TEAM).ofChannels(List.of("DISTRICT_HOTLINE")))
        .get(COMPLAINTS + "/" + id)
        .then()
        .statusCode(200);
  }

  @Test
  void a_subdistrict_that_nobody_named_reports_nothing() {
    As.as(Identity.of(Role.SUBDISTRICT).withoutUsualClaims())
        .body(complaintOf("SUBDISTRICT_STATION"))
        .post(COMPLAINTS)
        .then()
        .statusCode(403)
        .body("code", equalTo("claim-missing"));
  }
}
