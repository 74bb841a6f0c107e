package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/** Leaders by lists. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class LeaderImportTest {

  private static final String LEADERS = "/api/v1/leaders";
  private static final String HEADINGS = "代码,姓名,职务,领导班子,任职日期,离任日期,离任原因\n";

  private static Response imported(String csv, String query) {
    return as(ADMIN)
        .contentType(Sheet.CSV)
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post(LEADERS + "/import" + query);
  }

  private static Response imported(String csv) {
    return imported(csv, "");
  }

  private static String lineDutyOf(String leader, String line, String from) {
    return as(ADMIN)
        .body(
            """
            {"kind": "LINE", "leaderCode": "%s", "lineCode": "%s", "validFrom": "%s"}
            """
                .formatted(leader, line, from))
        .post("/api/v1/duties")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void a_list_is_imported_once_however_often_it_is_sent() {
    String csv =
        HEADINGS
            + "LISTED_1,名单一,副区长,区政府,2024/1/1,,\nLISTED_2,名单二,副主任,PEOPLES_CONGRESS,2024-02-01,2025-02-01,退休\n";
    imported(csv, "?dryRun=true").then().statusCode(200).body("created", equalTo(2));
    as(TEAM).get(LEADERS + "/LISTED_1").then().statusCode(404);
    imported(csv).then().statusCode(200).body("stored", equalTo(true)).body("created", equalTo(2));
    imported(csv).then().body("unchanged", equalTo(2)).body("faults", empty());
    as(TEAM)
        .get(LEADERS + "/LISTED_2")
        .then()
        .body("bodyCode", equalTo("PEOPLES_CONGRESS"))
        .body("validTo", equalTo("2025-02-01"));
  }

  @Test
  void who_leaves_by_a_list_keeps_history_and_running_duties_end() {
    imported(HEADINGS + "LEAVES_1,离任甲,副区长,区政府,2024-01-01,,\n").then().statusCode(200);
    String duty = lineDutyOf("LEAVES_1", "SCENIC_CULTURE", "2024-01-01");
    String coming = lineDutyOf("LEAVES_1", "CIVILISATION", "2030-01-01");
    String leaving = HEADINGS + "LEAVES_1,离任甲,副区长,区政府,2024-01-01,2026-03-01,调离\n";
    imported(leaving, "?dryRun=true").then().body("ended", equalTo(1));
    as(TEAM).get(LEADERS + "/LEAVES_1").then().body("validTo", nullValue());
    as(TEAM).get("/api/v1/duties/" + duty).then().body("validTo", nullValue());
    imported(leaving).then().statusCode(200).body("ended", equalTo(1)).body("changed", equalTo(0));
    as(TEAM)
        .get(LEADERS + "/LEAVES_1")
        .then()
        .body("validTo", equalTo("2026-03-01"))
        .body("endReason", equalTo("调离"));
    as(TEAM).get("/api/v1/duties/" + duty).then().body("validTo", equalTo("2026-03-01"));
    as(TEAM).get("/api/v1/duties/" + coming).then().body("validTo", equalTo("2030-01-01"));
    as(TEAM).get(LEADERS + "?q=离任甲&on=2026-02-28").then().body("items", hasSize(1));
    as(TEAM).get(LEADERS + "?q=离任甲").then().body("items", empty());
    imported(leaving).then().body("unchanged", equalTo(1));
    imported(HEADINGS + "LEAVES_1,离任甲,副区长,区政府,2024-01-01,,\n").then().body("unchanged", equalTo(1));
    as(TEAM).get(LEADERS + "/LEAVES_1").then().body("validTo", equalTo("2026-03-01"));
  }

  @Test
  void a_new_post_is_borne_by_running_duties() {
    imported(HEADINGS + "RISES_1,升任甲,副区长,区政府,2024-01-01,,\n").then().statusCode(200);
    String duty = lineDutyOf("RISES_1", "COMMERCE_SERVICE", "2024-01-01");
    imported(HEADINGS + "RISES_1,升任甲,常务副区长,区政府,2024-01-01,,\n").then().body("changed", equalTo(1));
    as(TEAM).get("/api/v1/duties/" + duty).then().body("leader.post", equalTo("常务副区长"));
  }

  @Test
  void an_exported_list_can_be_sent_back_in_either_language_and_changes_nothing() {
    imported(HEADINGS + "ROUND_1,往返甲,副区长,区政府,2024-01-01,2025-01-01,退休\n").then().statusCode(200);
    for (String language : new String[] {"zh-CN", "en"}) {
      byte[] list =
          as(ADMIN, language).accept(Sheet.CSV).get(LEADERS + "?everyDay=true").asByteArray();
      Response again = as(ADMIN).contentType(Sheet.CSV).body(list).post(LEADERS + "/import");
      again.then().statusCode(200).body("created", equalTo(0)).body("changed", equalTo(0));
      assertEquals(again.<Integer>path("rows"), again.<Integer>path("unchanged"));
    }
  }

  @Test
  void nothing_of_a_list_with_a_wrong_row_is_stored_and_every_fault_is_named() {
    imported(HEADINGS + "KNOWN_1,已知甲,副区长,区政府,2024-01-01,,\n").then().statusCode(200);
    String csv =
        HEADINGS
            + "WRONG_1,错一,副区长,区政府,2024-01-01,,\n"
            + "WRONG_1,错二,副区长,区政府,2024-01-01,,\n"
            + "wrong,错三,副区长,区政府,2024-01-01,,\n"
            + "WRONG_4,错四,副区长,没有的班子,2024-01-01,,\n"
            + "WRONG_5,错五,副区长,区政府,2024-01-01,2023-01-01,\n"
            + "WRONG_6,错六,副区长,区政府,2024-01-01,2024-01-01,\n"
            + "WRONG_7,,,,,,\n"
            + "KNOWN_1,已知甲,副区长,区政府,2025-01-01,,\n"
            + "WRONG_9,错九,副区长,区政府,2024-13-01,,%s\n".formatted("长".repeat(201));
    imported(csv)
        .then()
        .statusCode(400)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "rows[3].代码 row-repeated",
                "rows[4].代码 sheet-code",
                "rows[5].领导班子 unknown-body",
                "rows[6].离任日期 not-after-first-day",
                "rows[7].离任日期 not-after-first-day",
                "rows[8].姓名 required",
                "rows[8].职务 required",
                "rows[8].领导班子 required",
                "rows[8].任职日期 required",
                "rows[9].任职日期 leader-in-office-since",
                "rows[10].任职日期 day",
                "rows[10].离任原因 size"));
    as(TEAM).get(LEADERS + "/WRONG_1").then().statusCode(404);
    Response tried =
        as(ADMIN, "zh-CN")
            .contentType(Sheet.CSV)
            .body(csv.getBytes(StandardCharsets.UTF_8))
            .post(LEADERS + "/import?dryRun=true");
    assertEquals(
        "该代码的领导自 2024-01-01 起任职；代码不另给他人，任职日期不能改",
        tried.path("faults.find { it.row == 9 }.message"));
  }

  @Test
  void one_recorded_by_mistake_never_held() {
    imported(HEADINGS + "MISTAKE_1,误录甲,副区长,区政府,2024-01-01,,\n").then().statusCode(200);
    imported(HEADINGS + "MISTAKE_1,误录甲,副区长,区政府,2024-01-01,2024-01-01,误录\n")
        .then()
        .body("ended", equalTo(1));
    as(TEAM).get(LEADERS + "?q=误录甲&on=2024-01-01").then().body("items", empty());
  }

  @Test
  void the_template_can_be_imported_as_it_is_and_lists_are_the_administrators() {
    Response template = as(ADMIN).accept(Sheet.XLSX).get(LEADERS + "/import-template");
    template.then().statusCode(200).contentType(Sheet.XLSX);
    as(ADMIN)
        .contentType(Sheet.XLSX)
        .body(template.asByteArray())
        .post(LEADERS + "/import")
        .then()
        .statusCode(200)
        .body("rows", equalTo(0));
    as(ADMIN)
        .contentType(Sheet.CSV)
        .body(new byte[0])
        .post(LEADERS + "/import")
        .then()
        .statusCode(400)
        .body("code", equalTo("sheet-required"));
    as(TEAM).contentType(Sheet.CSV).body("a").post(LEADERS + "/import").then().statusCode(403);
    as(TEAM).accept(Sheet.XLSX).get(LEADERS + "/import-template").then().statusCode(403);
  }
}
