package org.bihuan.intake;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.bihuan.contract.ReferenceEvent.UnitPublished;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How lists are narrowed, and what is wrong with a question. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class FilterTest {

  @Test
  void all_faults_of_a_question_are_named_at_once() {
    As.role(Role.SPECIAL_TEAM)
        .get(
            "/api/v1/complaints?statu=FILED&status=LOST&channel=PIGEON&categoryCode=NOTHING"
                + "&subdistrictCode=370203999&sourceRef=&problemId=7&from=now&sort=text&cursor=x")
        .then()
        .statusCode(400)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "statu unknown-parameter",
                "status one-of",
                "channel unknown-channel",
                "categoryCode unknown-category",
                "subdistrictCode unknown-subdistrict",
                "sourceRef empty",
                "problemId type",
                "from instant",
                "sort one-of",
                "cursor cursor"));
  }

  @ParameterizedTest
  @CsvSource({"complaints, q", "problems, unitCode", "ledger, kind", "ledger, from"})
  void a_parameter_without_a_value_is_refused(String list, String parameter) {
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/" + list + "?" + parameter + "=")
        .then()
        .statusCode(400)
        .body("errors.field", contains(parameter))
        .body("errors.code", contains("empty"));
  }

  @Test
  void a_kind_of_entry_that_there_is_not_is_refused() {
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger?kind=intake.problem-lost.v1")
        .then()
        .statusCode(400)
        .body("errors.code", contains("unknown-kind"));
  }

  @Test
  void a_unit_is_known_under_every_name_once_dispatch_has_told_it() throws Exception {
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems?unitCode=NOBODY")
        .then()
        .statusCode(400)
        .body("errors.code", contains("unknown-unit"));
    try (UpstreamEvents dispatch = new UpstreamEvents()) {
      dispatch.tell(new UnitPublished("TOLD_UNIT", "已告知单位", List.of("又名单位"), null, false, null));
    }
    for (String name : List.of("TOLD_UNIT", "已告知单位", "又名单位")) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  As.role(Role.SPECIAL_TEAM)
                          .queryParam("unitCode", name)
                          .get("/api/v1/problems")
                          .statusCode()
                      == 200);
    }
  }
}
