package org.bihuan.intake.registration;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** Where the deployment lets a rule do so, what is surely another body's is handed over at once. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
@TestProfile(HandoverByRuleTest.ByRule.class)
class HandoverByRuleTest {

  public static class ByRule implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("bihuan.handover.above", "0.5", "bihuan.handover.reply", "100%由%s办理，满意率 95%");
    }
  }

  @Test
  void the_reporter_reads_who_has_it_and_the_ledger_knows_the_rule() {
    Response complaint =
        As.role(Role.CHANNEL_CLERK)
            .body(
                Map.of(
                    "channel",
                    "HOTLINE_12319",
                    "subject",
                    "生育津贴什么时候能到账",
                    "text",
                    "我在医院生了小孩，公司交了医保，生育津贴申报了半年还没有发放，请问医保局什么时候发放？"))
            .post("/api/v1/complaints");
    complaint
        .then()
        .statusCode(201)
        .body("status", equalTo("HANDED_OVER"))
        .body("handover.bodyCode", equalTo("MEDICAL_INSURANCE"));
    As.nobody()
        .get("/api/v1/public/complaints/" + complaint.path("trackingCode"))
        .then()
        .body("note", equalTo("100%由医疗保障部门办理，满意率 95%"));
    As.role(Role.SPECIAL_TEAM)
        .get(
            "/api/v1/ledger?kind=intake.complaint-handed-over.v1&complaintId="
                + complaint.path("id"))
        .then()
        .body("items[0].actor.subject", equalTo("automatic-handover"));
  }
}
