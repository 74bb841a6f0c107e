package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bihuan.contract.ReferenceEvent.SubdistrictPublished;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cadres posted to sub-districts, one by one and by lists. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class PostingTest {

  private static final String POSTINGS = "/api/v1/postings";
  private static final String HEADINGS = "序号,姓名,人员编号,职务,办公电话,单位,下沉街道,开始日期,截止日期\n";

  @Inject District district;
  @Inject DataSource database;

  @BeforeEach
  void the_sub_districts_are_known() {
    district.tell(new SubdistrictPublished("370203021", "台东街道"));
    district.tell(new SubdistrictPublished("370203022", "镇江路街道"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> as(TEAM).get("/api/v1/subdistricts").jsonPath().getList("items.name"),
            hasItems("台东街道", "镇江路街道"));
  }

  private static Response post(String name, String unit, String place, String from) {
    return as(ADMIN)
        .body(
            """
            {"cadreName": "%s", "unitCode": "%s", "subdistrictCode": "%s", "validFrom": "%s",
             "post": "科员", "officePhone": "0532-00000000"}
            """
                .formatted(name, unit, place, from))
        .post(POSTINGS);
  }

  private static Response end(String id, String on) {
    return as(ADMIN)
        .body("{\"on\": \"%s\", \"reason\": \"轮换\"}".formatted(on))
        .post(POSTINGS + "/" + id + "/ending");
  }

  private static Response imported(String csv, String query) {
    return as(ADMIN)
        .contentType(Sheet.CSV)
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post(POSTINGS + "/import" + query);
  }

  @Test
  void a_cadre_is_in_one_place_at_a_time_and_moves_on_the_day_the_former_posting_ends() {
    String first =
        post("甲干部", "区医保局", "370203021", "2026-01-01")
            .then()
            .statusCode(201)
            .body("unit.code", equalTo("MEDICAL_INSURANCE_BUREAU"))
            .body("unit.name", equalTo("区医疗保障局"))
            .extract()
            .path("id");
    post("甲干部", "区医疗保障局", "镇江路街道", "2026-06-01")
        .then()
        .statusCode(409)
        .body("code", equalTo("posting-overlaps"))
        .body("postingId", equalTo(first));
    end(first, "2026-06-01").then().statusCode(200).body("endReason", equalTo("轮换"));
    post("甲干部", "区医疗保障局", "镇江路街道", "2026-06-01").then().statusCode(201);
    as(TEAM).get(POSTINGS + "?q=甲干部").then().body("items.subdistrictCode", contains("370203022"));
    as(TEAM)
        .get(POSTINGS + "?q=甲干部&on=2026-05-31")
        .then()
        .body("items.subdistrictCode", contains("370203021"));
    as(TEAM)
        .get(POSTINGS + "?q=甲干部&everyDay=true&count=exact&unitCode=区医保局")
        .then()
        .body("total", equalTo(2));
  }

  @Test
  void namesakes_of_one_unit_are_told_apart_by_a_number() {
    String body =
        """
        {"cadreName": "乙干部", "cadreNumber": "%s", "unitCode": "区司法局", "subdistrictCode": "370203021",
         "validFrom": "2026-01-01"}
        """;
    as(ADMIN).body(body.formatted("1")).post(POSTINGS).then().statusCode(201);
    String second = as(ADMIN).body(body.formatted("2")).post(POSTINGS).path("id");
    as(ADMIN).body(body.formatted("1")).post(POSTINGS).then().statusCode(409);
    String tag = as(ADMIN).get(POSTINGS + "/" + second).header("ETag");
    as(ADMIN)
        .header("If-Match", tag)
        .body("{\"cadreName\": \"乙干部\", \"cadreNumber\": \"1\"}")
        .put(POSTINGS + "/" + second)
        .then()
        .statusCode(409)
        .body("code", equalTo("posting-overlaps"));
    as(ADMIN)
        .header("If-Match", tag)
        .body("{\"cadreName\": \"乙干部二\", \"cadreNumber\": \"2\", \"post\": \"副科长\"}")
        .put(POSTINGS + "/" + second)
        .then()
        .statusCode(200)
        .body("post", equalTo("副科长"));
  }

  @Test
  void a_wrong_posting_is_refused_with_the_reason() {
    post("丙", "没有的单位", "370203021", "2026-01-01")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-unit"));
    post("丙", "运营商二", "370203021", "2026-01-01")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("external-posts-nobody"));
    post("丙", "区司法局", "370203999", "2026-01-01")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-subdistrict"));
    as(TEAM)
        .get(POSTINGS + "/01935c0a-0000-7000-8000-000000000001")
        .then()
        .statusCode(404)
        .body("code", equalTo("posting-not-found"));
  }

  @Test
  void names_are_read_by_those_who_need_them_alone() {
    String id = post("丁干部", "区退役军人事务局", "370203021", "2026-01-01").path("id");
    for (Role role :
        new Role[] {Role.SPECIAL_TEAM, Role.TOP_LEADER, Role.LINE_LEADER, Role.ADMIN}) {
      as(Identity.of(role)).get(POSTINGS + "/" + id).then().statusCode(200);
    }
    as(handlerOf("VETERANS_BUREAU")).get(POSTINGS + "/" + id).then().statusCode(200);
    as(handlerOf("JUSTICE_BUREAU")).get(POSTINGS + "/" + id).then().statusCode(404);
    as(handlerOf("JUSTICE_BUREAU")).get(POSTINGS + "?q=丁干部").then().body("items", empty());
    Identity street = Identity.of(Role.SUBDISTRICT);
    as(street.ofSubdistrict("370203021")).get(POSTINGS + "/" + id).then().statusCode(200);
    as(street.ofSubdistrict("370203022")).get(POSTINGS + "/" + id).then().statusCode(404);
    as(Identity.of(Role.UNIT_HANDLER).withoutUsualClaims())
        .get(POSTINGS)
        .then()
        .statusCode(403)
        .body("code", equalTo("claim-missing"));
    for (Role role : new Role[] {Role.CHANNEL_CLERK, Role.INSPECTOR, Role.ASSESSOR}) {
      as(Identity.of(role)).get(POSTINGS + "/" + id).then().statusCode(403);
    }
    as(TEAM).body("{}").post(POSTINGS).then().statusCode(403);
  }

  @Test
  void the_database_itself_deletes_no_posting_and_keeps_spans_apart() throws SQLException {
    String id = post("戊干部", "区委统战部", "370203021", "2026-01-01").path("id");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertRefused(statement, "delete from posting where id = '" + id + "'");
      assertRefused(
          statement,
          "insert into posting select gen_random_uuid(), cadre_name, cadre_number, post, office_phone,"
              + " unit_code, unit_name, '370203022', valid_from + 10, null, null, recorded_by,"
              + " recorded_at, null, null, 0 from posting where id = '"
              + id
              + "'");
    }
  }

  private static void assertRefused(Statement statement, String sql) {
    org.junit.jupiter.api.Assertions.assertThrows(
        SQLException.class, () -> statement.executeUpdate(sql));
  }

  @Test
  void a_list_of_995_cadres_is_imported_once_however_often_it_is_sent() {
    String[] units = {"区科技局", "区总工会", "区妇联", "区残联", "区科协"};
    String csv =
        HEADINGS
            + IntStream.rangeClosed(1, 995)
                .mapToObj(
                    n ->
                        "%d,干部%d,%d,科员,1990000%04d,%s,%s,2026/3/1,"
                            .formatted(n, n, n, n, units[n % 5], n % 2 == 0 ? "台东街道" : "370203022"))
                .collect(Collectors.joining("\n"));
    imported(csv, "?dryRun=true")
        .then()
        .statusCode(200)
        .body("stored", equalTo(false))
        .body("created", equalTo(995))
        .body("faults", empty());
    as(TEAM).get(POSTINGS + "?count=exact&unitCode=区科技局").then().body("total", equalTo(0));
    imported(csv, "")
        .then()
        .statusCode(200)
        .body("stored", equalTo(true))
        .body("rows", equalTo(995))
        .body("created", equalTo(995));
    as(ADMIN)
        .contentType(Sheet.CSV)
        .body(csv.getBytes(Charset.forName("GB18030")))
        .post(POSTINGS + "/import")
        .then()
        .statusCode(200)
        .body("created", equalTo(0))
        .body("changed", equalTo(0))
        .body("unchanged", equalTo(995));
    as(TEAM).get(POSTINGS + "?count=exact&unitCode=区科技局").then().body("total", equalTo(199));
    as(TEAM)
        .get("/api/v1/frontline-groups?on=2026-03-01")
        .then()
        .body("items.find { it.code == 'GROUP_370203022' }.postedCadres >= 498", equalTo(true));
  }

  @Test
  void a_list_says_both_halves_of_a_move_in_any_order() {
    String rest = "己干部,,科员,,区工商联,";
    imported(HEADINGS + "1," + rest + "台东街道,2026-03-01,\n", "").then().body("created", equalTo(1));
    String moved =
        HEADINGS
            + "1,"
            + rest
            + "镇江路街道,2026-07-01,\n2,"
            + rest.replace("科员", "副科长")
            + "台东街道,2026-03-01,2026-07-01\n";
    imported(moved, "")
        .then()
        .statusCode(200)
        .body("created", equalTo(1))
        .body("ended", equalTo(1));
    imported(moved, "").then().body("unchanged", equalTo(2));
    imported(HEADINGS + "1," + rest + "台东街道,2026-03-01,\n", "")
        .then()
        .body("ended", equalTo(0))
        .body("changed", equalTo(1));
    as(TEAM).get(POSTINGS + "?q=己干部").then().body("items.subdistrictCode", contains("370203022"));
  }

  @Test
  void nothing_of_a_list_with_a_wrong_row_is_stored_and_every_fault_is_named() {
    String csv =
        HEADINGS
            + "1,庚一,,科员,,区文联,台东街道,2026-03-01,\n"
            + "2,,,科员,手机,没有的单位,台东街道,2026-03-01,\n"
            + "3,庚三,,科员,,区文联,没有的街道,2026-13-01,\n"
            + "4,庚四,,科员,,没有的单位,没有的街道,2026-03-01,\n"
            + "5,庚一,,科员,,区文联,台东街道,2026-03-01,\n"
            + "6,庚一,,科员,,区文联,镇江路街道,2026-04-01,\n"
            + "7,庚七,,科员,,区文联,台东街道,2026-04-01,2026-03-01\n";
    imported(csv, "")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body(
            "errors.field",
            containsInAnyOrder(
                "rows[3].姓名",
                "rows[3].办公电话",
                "rows[4].开始日期",
                "rows[5].单位",
                "rows[5].下沉街道",
                "rows[6].姓名",
                "rows[7].开始日期",
                "rows[8].截止日期"))
        .body("errors.find { it.field == 'rows[3].办公电话' }.code", equalTo("office-phone"))
        .body("errors.find { it.field == 'rows[6].姓名' }.code", equalTo("row-repeated"))
        .body("errors.find { it.field == 'rows[7].开始日期' }.code", equalTo("posted-already"));
    as(TEAM).get(POSTINGS + "?count=exact&unitCode=区文联").then().body("total", equalTo(0));
    Response tried =
        as(ADMIN, "zh-CN")
            .contentType(Sheet.CSV)
            .body(csv.getBytes(StandardCharsets.UTF_8))
            .post(POSTINGS + "/import?dryRun=true");
    tried.then().statusCode(200).body("rows", equalTo(7)).body("faults", hasSize(8));
    assertEquals("该行与前面一行重复", tried.path("faults.find { it.row == 6 }.message"));
  }

  @Test
  void an_exported_list_can_be_sent_back_in_either_language_and_changes_nothing() {
    String id = post("癸干部", "区商务局", "370203021", "2026-01-01").path("id");
    end(id, "2026-06-01").then().statusCode(200);
    for (String language : new String[] {"zh-CN", "en"}) {
      byte[] list =
          as(ADMIN, language)
              .accept(Sheet.CSV)
              .get(POSTINGS + "?everyDay=true&q=癸干部")
              .asByteArray();
      as(ADMIN)
          .contentType(Sheet.CSV)
          .body(list)
          .post(POSTINGS + "/import")
          .then()
          .statusCode(200)
          .body("rows", equalTo(1))
          .body("unchanged", equalTo(1));
    }
  }

  @Test
  void the_template_is_a_workbook_that_can_be_imported_as_it_is() {
    Response template = as(ADMIN).accept(Sheet.XLSX).get(POSTINGS + "/import-template");
    template.then().statusCode(200).contentType(Sheet.XLSX);
    as(ADMIN)
        .contentType(Sheet.XLSX)
        .body(template.asByteArray())
        .post(POSTINGS + "/import")
        .then()
        .statusCode(200)
        .body("rows", equalTo(0));
    as(ADMIN)
        .contentType(Sheet.XLSX)
        .body(new byte[] {1, 2, 3})
        .post(POSTINGS + "/import")
        .then()
        .statusCode(422)
        .body("code", equalTo("sheet-unreadable"));
    as(ADMIN).body("{}").post(POSTINGS + "/import").then().statusCode(415);
    as(TEAM).contentType(Sheet.CSV).body("a").post(POSTINGS + "/import").then().statusCode(403);
  }

  @Test
  void a_key_that_was_used_to_try_a_list_out_does_not_stand_for_its_import() {
    String csv = HEADINGS + "1,壬干部,,科员,,区红十字会,台东街道,2026-03-01,\n";
    for (String query : new String[] {"?dryRun=true", ""}) {
      as(ADMIN)
          .header("Idempotency-Key", "try-out-1")
          .contentType(Sheet.CSV)
          .body(csv.getBytes(StandardCharsets.UTF_8))
          .post(POSTINGS + "/import" + query)
          .then()
          .statusCode(query.isEmpty() ? 422 : 200);
    }
  }

  @Test
  void a_repeated_import_with_a_key_is_answered_again() {
    String csv = HEADINGS + "1,辛干部,,科员,,区红十字会,台东街道,2026-03-01,\n";
    for (int i = 0; i < 2; i++) {
      Response answer =
          as(ADMIN)
              .header("Idempotency-Key", "import-1")
              .contentType(Sheet.CSV)
              .body(csv.getBytes(StandardCharsets.UTF_8))
              .post(POSTINGS + "/import");
      answer.then().statusCode(200).body("created", equalTo(1));
      assertTrue(i == 0 || "true".equals(answer.header("Idempotency-Replayed")));
    }
  }
}
