package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes by which clients tell one refused piece of reference data from another. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class ReferenceRefusalTest {

  @Inject District district;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      textBlock =
          """
          leaders | {"code": "LEADER_X", "name": "甲", "post": "副区长", "bodyCode": "没有的班子", "validFrom": "2026-01-01"} | bodyCode | unknown-body
          leaders | {"code": "LEADER_X", "name": "甲", "post": "副区长", "bodyCode": "区政府", "validFrom": "2026-01-02", "validTo": "2026-01-02"} | validTo | not-after-first-day
          duties | {"kind": "CO_HEAD", "bodyCode": "区委", "validFrom": "2026-01-01"} | bodyCode | not-of-this-kind
          duties | {"kind": "AREA", "leaderCode": "L", "bodyCode": "区委", "subdistrictCode": "370203021", "validFrom": "2026-01-01"} | bodyCode | one-holder
          duties | {"kind": "FRONTLINE_GROUP", "leaderCode": "L", "groupCode": "没有的组", "validFrom": "2026-01-01"} | groupCode | unknown-group
          routing-rules | {"categoryCode": "TEST_CATEGORY", "leadUnitCode": "区城管局", "validFrom": "2040-01-02T00:00:00Z", "validTo": "2040-01-01T00:00:00Z"} | validTo | not-after-start
          sla-policies | {"deadlineClass": "GENERAL", "limit": "PT48H", "warnAt": 0.75, "reworkShare": 0.5, "validFrom": "2026-01-01T00:00:00Z"} | validFrom | not-in-future
          """)
  void what_is_wrong_is_named_by_field_and_code(
      String list, String body, String field, String code) {
    district.know("TEST_CATEGORY");
    as(ADMIN)
        .body(body)
        .post("/api/v1/" + list)
        .then()
        .statusCode(400)
        .body("errors.find { it.field == '" + field + "' }.code", equalTo(code));
  }

  @ParameterizedTest
  @CsvSource({
    "leaders/NOBODY, leader-not-found",
    "duties/01935c0a-0000-7000-8000-000000000001, duty-not-found",
    "postings/01935c0a-0000-7000-8000-000000000001, posting-not-found",
    "units/NOWHERE, unit-not-found",
    "meetings/01935c0a-0000-7000-8000-000000000001, meeting-not-found",
    "calendars/2061, calendar-not-found"
  })
  void what_is_not_there_is_named_by_its_kind(String path, String code) {
    as(TEAM).get("/api/v1/" + path).then().statusCode(404).body("code", equalTo(code));
  }

  @Test
  void a_change_of_what_is_not_there_is_refused_in_the_same_words() {
    as(ADMIN)
        .body("{\"on\": \"2026-01-01\", \"reason\": \"分工调整\"}")
        .post("/api/v1/leaders/NOBODY/ending")
        .then()
        .statusCode(404)
        .body("code", equalTo("leader-not-found"));
  }
}
