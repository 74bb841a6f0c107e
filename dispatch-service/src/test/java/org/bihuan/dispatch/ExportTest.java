package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.bihuan.dispatch.ItemActs.post;
import static org.bihuan.dispatch.ItemActs.suspend;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as sheets: the same rows as in JSON, in words for people, and nothing that acts. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class ExportTest {

  private static final String MARK = "\uFEFF";
  private static final Instant FILED = Instant.parse("2026-11-20T16:05:00Z");

  @Inject District district;
  @Inject SharedItem shared;
  @Inject Clock clock;

  private static Response export(Identity identity, String language, String type, String list) {
    return as(identity, language).accept(type).get("/api/v1/" + list);
  }

  private static List<CSVRecord> csv(Identity identity, String language, String list) {
    Response answer = export(identity, language, Sheet.CSV, list);
    answer.then().statusCode(200).contentType(Sheet.CSV + ";charset=UTF-8");
    String text = new String(answer.asByteArray(), StandardCharsets.UTF_8);
    assertTrue(text.startsWith(MARK), "without the mark Excel does not know UTF-8");
    try {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .get()
          .parse(new StringReader(text.substring(1)))
          .getRecords();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String itemOf(String title, String text) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    return district
        .itemOf(
            new ProblemFiled(
                id,
                "W-" + id,
                UuidCreator.getTimeOrderedEpoch(),
                null,
                title,
                text,
                SourceKind.CITIZEN,
                "STREET_OCCUPATION",
                DeadlineClass.GENERAL,
                new Place("示例路 1 号", "370203021", null, 120.35, 36.08),
                FILED,
                FILED,
                new Actor("SPECIAL_TEAM", null, "neighbour")))
        .getString("items[0].problemId");
  }

  @Test
  void a_list_as_csv_says_in_chinese_what_it_says_as_json() {
    String problemId = itemOf("占道经营", "示例路路口有流动摊贩占道");
    Map<String, Object> item =
        as(TEAM).get("/api/v1/order-items?problemId=" + problemId).jsonPath().getMap("items[0]");
    List<CSVRecord> rows = csv(TEAM, "zh-CN", "order-items?problemId=" + problemId);
    assertEquals(1, rows.size());
    CSVRecord row = rows.get(0);
    assertEquals(item.get("orderSerial"), row.get("督办单文号"));
    assertEquals("占道经营", row.get("标题"));
    assertEquals("已下发", row.get("状态"));
    assertEquals("行政执法局", row.get("责任单位"));
    assertEquals("群众诉求", row.get("来源"));
    assertEquals("绿灯", row.get("亮灯"));
    assertEquals("否", row.get("是否超期"));
    assertEquals("120.35", row.get("经度"));
    assertEquals(item.get("id"), row.get("系统编号"));
    assertEquals(
        shanghai((String) item.get("dueAt")),
        row.get("整改期限"),
        "moments as the district reads them");
    assertTrue(row.get("剩余时间").matches("\\d+小时\\d+分"), row.get("剩余时间"));
  }

  private static String shanghai(String moment) {
    return Instant.parse(moment)
        .plusSeconds(8 * 3600)
        .toString()
        .replace('T', ' ')
        .substring(0, 16);
  }

  @Test
  void english_headings_for_who_reads_english() {
    String problemId = itemOf("占道经营", "示例路路口有流动摊贩占道");
    CSVRecord row = csv(TEAM, "en", "order-items?problemId=" + problemId).get(0);
    assertEquals("ISSUED", row.get("Status"));
    assertEquals("行政执法局", row.get("Lead unit"));
    assertEquals(ENFORCEMENT, row.get("Lead unit code"));
    assertEquals("no", row.get("Overdue"));
  }

  @Test
  void what_stands_still_says_why_and_which_units_still_owe_something() {
    String id = shared.acknowledged();
    post(TEAM, id, "/complexity", "{\"reason\": \"涉及多家单位\"}").then().statusCode(200);
    suspend(id, clock, 5).then().statusCode(200);
    JsonPath item = district.item(id);
    CSVRecord row =
        csv(TEAM, "zh-CN", "order-items?problemId=" + item.getString("problemId")).get(0);
    assertEquals("挂账", row.get("状态"));
    assertEquals("待资金到位", row.get("挂账原因"));
    assertEquals(item.getString("suspension.reviewOn"), row.get("挂账复核日期"));
    assertEquals(shanghai(item.getString("suspension.since")), row.get("挂账时间"));
    assertEquals("否", row.get("挂账复核是否超期"));
    assertEquals("专班调度", row.get("疑难等级"));
    assertEquals("涉及多家单位", row.get("疑难原因"));
    assertEquals("SPECIAL_TEAM", row.get("疑难认定人角色"));
    String open = String.join("、", item.getList("openTasks.name", String.class));
    assertEquals(open, row.get("配合任务未完成单位"));
    assertEquals(open, row.get("配合单位"));
  }

  @Test
  void a_workbook_has_the_same_cells_and_numbers_are_numbers() throws IOException {
    String problemId = itemOf("=1+1", "示例路路口有流动摊贩占道");
    CSVRecord expected = csv(TEAM, "zh-CN", "order-items?problemId=" + problemId).get(0);
    Response answer = export(TEAM, "zh-CN", Sheet.XLSX, "order-items?problemId=" + problemId);
    answer
        .then()
        .statusCode(200)
        .contentType(Sheet.XLSX)
        .header(
            "Content-Disposition",
            matchesPattern(
                "attachment; filename=\"order-items-\\d{8}-\\d{4}\\.xlsx\"; "
                    + "filename\\*=UTF-8''%E7%9D%A3%E5%8A%9E%E4%BA%8B%E9%A1%B9-\\d{8}-\\d{4}\\.xlsx"));
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertEquals("督办事项", workbook.getFirstSheet().getName());
      assertEquals(2, rows.size());
      for (int i = 0; i < rows.get(0).getCellCount(); i++) {
        String heading = rows.get(0).getCellText(i);
        String cell = rows.get(1).getOptionalCell(i).map(value -> value.getRawValue()).orElse("");
        if (heading.equals("标题")) {
          assertEquals("=1+1", cell);
          assertEquals(CellType.STRING, rows.get(1).getCell(i).getType(), "text, not a formula");
        } else if (heading.equals("经度")) {
          assertEquals(CellType.NUMBER, rows.get(1).getCell(i).getType());
        } else if (!heading.equals("剩余时间")) {
          assertEquals(expected.get(heading), cell, heading);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+8",
        "-1+1",
        "@SUM(A1)",
        "＝1+1",
        "＠SUM(A1)",
        "=cmd|' /C calc'!A0",
        "=\"x\",\"y\"\r\n=1"
      })
  void a_text_that_looks_like_a_formula_begins_with_an_apostrophe(String text) {
    String problemId = itemOf(text, text);
    CSVRecord row = csv(TEAM, "zh-CN", "order-items?problemId=" + problemId).get(0);
    assertEquals("'" + text, row.get("标题"));
    assertEquals("'" + text, row.get("问题描述"));
  }

  @Test
  void what_is_masked_in_json_is_masked_in_a_sheet() {
    String problemId = itemOf("占道经营", "示例路路口有流动摊贩占道");
    as(TEAM)
        .body(
            Map.of(
                "kind",
                "SPECIAL",
                "leadUnitCode",
                ENFORCEMENT,
                "items",
                List.of(
                    Map.of(
                        "problemId", problemId,
                        "deadlineClass", "GENERAL",
                        "demand", "请联系 19900001234"))))
        .post("/api/v1/orders")
        .then()
        .statusCode(201);
    String list = "order-items?problemId=" + problemId;
    assertEquals("请联系 19900001234", csv(TEAM, "zh-CN", list).get(0).get("整改要求"));
    assertEquals("请联系 199****1234", csv(handlerOf(ENFORCEMENT), "zh-CN", list).get(0).get("整改要求"));
    assertEquals(List.of(), csv(handlerOf("EDUCATION_BUREAU"), "zh-CN", list));
  }

  @Test
  void an_export_has_all_rows_and_takes_no_part_of_them() {
    export(TEAM, "en", Sheet.CSV, "order-items?limit=10&cursor=x&count=exact&colour=red")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "limit not-with-export",
                "cursor not-with-export",
                "count not-with-export",
                "colour unknown-parameter"));
  }

  @Test
  void who_accepts_what_cannot_be_read_gets_no_sheet() {
    for (String accept : List.of("/", "text", ",", " ", "text/csv, ;")) {
      as(TEAM)
          .header("Accept", accept)
          .get("/api/v1/units?limit=1")
          .then()
          .statusCode(oneOf(200, 406))
          .contentType(not(containsString("csv")));
    }
  }

  @Test
  void who_accepts_json_as_well_gets_json() {
    for (String accept :
        List.of(
            "*/*",
            "application/json",
            "application/*, text/csv;q=0.5",
            "application/json, text/csv")) {
      as(TEAM)
          .accept(accept)
          .get("/api/v1/units?limit=1")
          .then()
          .statusCode(200)
          .contentType("application/json");
    }
    as(TEAM)
        .accept("text/csv, application/json;q=0.9")
        .get("/api/v1/units")
        .then()
        .statusCode(200)
        .contentType(Sheet.CSV);
    as(TEAM).accept("text/html").get("/api/v1/units").then().statusCode(406);
  }

  @Test
  void the_rights_are_those_of_the_list() {
    export(Identity.of(Role.CHANNEL_CLERK), "en", Sheet.CSV, "order-items")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("forbidden"));
  }

  private String campaign() {
    district.know("SANITATION");
    return as(TEAM)
        .body(
            """
            {"code": "EXPORTED", "name": "导出示例行动", "categories": ["SANITATION"],
             "from": "2026-11-01", "to": "2026-12-31", "target": 1}
            """)
        .post("/api/v1/campaigns")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void every_list_has_words_for_all_its_columns_in_both_languages() {
    Map<String, Map<String, Object>> paths =
        as(ADMIN)
            .accept("application/json")
            .get("/q/openapi?format=json")
            .jsonPath()
            .getMap("paths");
    List<String> lists =
        paths.keySet().stream()
            .filter(path -> String.valueOf(paths.get(path).get("get")).contains(Sheet.CSV))
            .toList();
    assertEquals(18, lists.size(), lists.toString());
    String campaign = campaign();
    for (String path : lists) {
      String list = path.replace("{id}", campaign);
      Identity everyone = TEAM.alsoAs(Role.ADMIN, Role.ASSESSOR, Role.DISCIPLINE);
      for (String language : List.of("zh-CN", "en")) {
        Response answer =
            as(everyone, language)
                .accept(Sheet.CSV)
                .get(list)
                .then()
                .statusCode(200)
                .extract()
                .response();
        String headings =
            new String(answer.asByteArray(), StandardCharsets.UTF_8).lines().findFirst().get();
        assertEquals(
            language.equals("en"),
            headings.codePoints().noneMatch(Character::isIdeographic),
            list + " " + headings);
        assertFalse(headings.contains(",,"), list + " " + headings);
      }
      as(everyone)
          .accept(Sheet.CSV)
          .get(list)
          .then()
          .header("Content-Disposition", containsString(".csv"));
    }
  }
}
