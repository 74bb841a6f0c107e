package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/** Units by lists. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class UnitRegisterTest {

  @Inject District district;

  private static final String UNITS = "/api/v1/units";
  private static final String HEADINGS = "序号,代码,名称,单位性质,别名,上级单位,电话,是否启用\n";

  private static Response imported(String csv, String query) {
    return as(ADMIN)
        .contentType(Sheet.CSV)
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post(UNITS + "/import" + query);
  }

  private static Response imported(String csv) {
    return imported(csv, "");
  }

  /** Codes, names and aliases begin with {@code prefix}; the units above stand last. */
  private static String sixtyUnits(String prefix) {
    return HEADINGS
        + IntStream.rangeClosed(1, 60)
            .mapToObj(
                n ->
                    n <= 40
                        ? "%d,%s_%d,%s所%d,下级单位,%s简称%d、%s别称%d,%s局%d,0532-00000000,是"
                            .formatted(
                                n, prefix, n, prefix, n, prefix, n, prefix, n, prefix, 41 + n % 20)
                        : "%d,%s_%d,%s局%d,区直单位,,,,".formatted(n, prefix, n, prefix, n))
            .collect(Collectors.joining("\n"));
  }

  @Test
  void a_list_of_60_units_with_sub_units_before_their_units_is_imported_once_however_often_sent() {
    String csv = sixtyUnits("SIXTY");
    imported(csv, "?dryRun=true")
        .then()
        .statusCode(200)
        .body("stored", equalTo(false))
        .body("rows", equalTo(60))
        .body("created", equalTo(60))
        .body("faults", empty());
    as(TEAM).get(UNITS + "/SIXTY_1").then().statusCode(404);
    imported(csv).then().statusCode(200).body("stored", equalTo(true)).body("created", equalTo(60));
    as(TEAM)
        .get(UNITS + "/SIXTY简称20")
        .then()
        .statusCode(200)
        .body("code", equalTo("SIXTY_20"))
        .body("aliases", containsInAnyOrder("SIXTY简称20", "SIXTY别称20"))
        .body("parentCode", equalTo("SIXTY_41"))
        .body("kind", equalTo("SUB_UNIT"))
        .body("active", equalTo(true));
    imported(csv).then().body("created", equalTo(0)).body("unchanged", equalTo(60));
    assertEquals(
        "SIXTY_41",
        district.awaitTold("reference.units", "SIXTY_20", 1).get(0).json().getString("parentCode"));
  }

  @Test
  void an_exported_list_can_be_sent_back_in_either_language_and_changes_nothing() {
    imported(HEADINGS + "1,ROUND_TRIP,往返单位,区直单位,往返一、往返二,,0532-1,\n").then().statusCode(200);
    for (String language : new String[] {"zh-CN", "en"}) {
      byte[] list = as(ADMIN, language).accept(Sheet.CSV).get(UNITS).asByteArray();
      Response again = as(ADMIN).contentType(Sheet.CSV).body(list).post(UNITS + "/import");
      again.then().statusCode(200).body("created", equalTo(0)).body("changed", equalTo(0));
      assertEquals(again.<Integer>path("rows"), again.<Integer>path("unchanged"));
    }
  }

  @Test
  void a_known_unit_becomes_what_its_row_says_and_who_is_not_on_the_list_stays() {
    imported(
            HEADINGS
                + "1,REGISTER_A,名册甲局,区直单位,甲局简称,,0532-1,\n"
                + "2,REGISTER_B,名册乙所,下级单位,,名册甲局,,\n"
                + "3,REGISTER_C,名册丙局,区直单位,,,,\n")
        .then()
        .statusCode(200);
    imported("代码,名称,单位性质,上级单位\n" + "REGISTER_A,名册甲委,区直单位,\n" + "REGISTER_B,名册乙所,下级单位,REGISTER_C\n")
        .then()
        .statusCode(200)
        .body("changed", equalTo(2));
    as(TEAM)
        .get(UNITS + "/REGISTER_A")
        .then()
        .body("name", equalTo("名册甲委"))
        .body("aliases", contains("甲局简称"))
        .body("phone", equalTo("0532-1"));
    as(TEAM).get(UNITS + "/REGISTER_B").then().body("parentCode", equalTo("REGISTER_C"));
    imported(HEADINGS + "1,REGISTER_A,名册甲委,区直单位,,,,\n").then().body("changed", equalTo(1));
    as(TEAM)
        .get(UNITS + "/REGISTER_A")
        .then()
        .body("aliases", empty())
        .body("phone", equalTo(null));
    as(TEAM).get(UNITS + "/REGISTER_C").then().body("active", equalTo(true));
  }

  @Test
  void a_unit_that_nothing_needs_is_closed_by_its_row_and_opened_again_by_another() {
    imported(HEADINGS + "1,REGISTER_D,名册丁局,区直单位,,,,\n2,REGISTER_E,名册戊所,下级单位,,名册丁局,,\n");
    imported(HEADINGS + "1,REGISTER_D,名册丁局,区直单位,,,,否\n")
        .then()
        .statusCode(400)
        .body("errors.find { it.field == 'rows[2].是否启用' }.code", equalTo("unit-in-use"));
    imported(HEADINGS + "1,REGISTER_E,名册戊所,下级单位,,REGISTER_D,,否\n").then().body("ended", equalTo(1));
    imported(HEADINGS + "1,REGISTER_D,名册丁局,区直单位,,,,否\n").then().body("ended", equalTo(1));
    as(TEAM).get(UNITS + "/REGISTER_D").then().body("active", equalTo(false));
    imported(HEADINGS + "1,REGISTER_E,名册戊所,下级单位,,REGISTER_D,,是\n")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("inactive-unit"));
    imported(HEADINGS + "1,REGISTER_D,名册丁局,区直单位,,,,是\n").then().body("changed", equalTo(1));
  }

  @Test
  void nothing_of_a_list_with_a_wrong_row_is_stored_and_every_fault_is_named() {
    String csv =
        HEADINGS
            + "1,WRONG_1,名册错一,区直单位,错一简称,,,\n"
            + "2,WRONG_1,名册错二,区直单位,,,,\n"
            + "3,wrong,名册错三,区直单位,,,,\n"
            + "4,WRONG_4,名册错一,区直单位,,,,\n"
            + "5,WRONG_5,名册错五,区直单位,错一简称,,,\n"
            + "6,WRONG_6,名册错六,下级单位,,没有的单位,,\n"
            + "7,WRONG_7,名册错七,下级单位,,,,\n"
            + "8,WRONG_8,名册错八,运营商,,名册错一,,\n"
            + "9,WRONG_9,名册错九,下级单位,,WRONG_10,,\n"
            + "10,WRONG_10,名册错十,下级单位,,名册错九,,\n"
            + "11,WRONG_11,名册错十一,委办局,,,手机,也许\n"
            + "12,WRONG_12,区财政局,区直单位,区城管局,,,\n"
            + "13,WRONG_13,,,,,,\n"
            + "14,WRONG_14,WRONG_1,区直单位,,,,\n";
    imported(csv)
        .then()
        .statusCode(400)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "rows[2].代码 name-taken",
                "rows[2].名称 name-taken",
                "rows[2].别名 name-taken",
                "rows[3].代码 row-repeated",
                "rows[4].代码 sheet-code",
                "rows[5].名称 name-taken",
                "rows[6].别名 name-taken",
                "rows[7].上级单位 unknown-unit",
                "rows[8].上级单位 required",
                "rows[9].上级单位 external-has-no-parent",
                "rows[10].上级单位 own-ancestor",
                "rows[11].上级单位 own-ancestor",
                "rows[12].单位性质 one-of",
                "rows[12].电话 office-phone",
                "rows[12].是否启用 one-of",
                "rows[13].名称 name-taken",
                "rows[13].别名 name-taken",
                "rows[14].名称 required",
                "rows[14].单位性质 required",
                "rows[15].名称 name-taken"));
    as(TEAM).get(UNITS + "/WRONG_5").then().statusCode(404);
    Response tried =
        as(ADMIN, "zh-CN")
            .contentType(Sheet.CSV)
            .body(csv.getBytes(StandardCharsets.UTF_8))
            .post(UNITS + "/import?dryRun=true");
    tried.then().statusCode(200).body("stored", equalTo(false)).body("rows", equalTo(14));
    assertEquals("单位不能隶属于自身或其下级", tried.path("faults.find { it.row == 10 }.message"));
    as(TEAM).get(UNITS + "/WRONG_5").then().statusCode(404);
  }

  @Test
  void a_name_changes_hands_in_two_lists_and_not_in_one() {
    imported(HEADINGS + "1,SWAP_A,名册换甲,区直单位,换甲简称,,,\n2,SWAP_B,名册换乙,区直单位,,,,\n");
    imported(HEADINGS + "1,SWAP_A,名册换甲,区直单位,,,,\n2,SWAP_B,名册换乙,区直单位,换甲简称,,,\n")
        .then()
        .statusCode(400)
        .body("errors.field", contains("rows[3].别名"));
    imported(HEADINGS + "1,SWAP_A,名册换甲,区直单位,,,,\n").then().statusCode(200);
    imported(HEADINGS + "2,SWAP_B,名册换乙,区直单位,换甲简称,,,\n").then().statusCode(200);
  }

  @Test
  void which_unit_is_the_fallback_a_list_does_not_change() {
    String headings = "代码,名称,单位性质,是否兜底单位\n";
    imported(headings + "REGISTER_F,名册己局,区直单位,是\nREGISTER_G,名册庚局,区直单位,是\n")
        .then()
        .statusCode(400)
        .body("errors.code", contains("fallback-elsewhere", "second-fallback"));
    imported("代码,名称,单位性质,是否兜底单位,是否启用\nURBAN_MANAGEMENT_BUREAU,区城管局,区直单位,否,否\n")
        .then()
        .statusCode(400)
        .body("errors.code", containsInAnyOrder("fallback-elsewhere", "fallback-unit"));
  }

  @Test
  void aliases_are_bounded_in_number_and_length() {
    String many =
        IntStream.rangeClosed(1, 21).mapToObj(n -> "别名" + n).collect(Collectors.joining("、"));
    imported(HEADINGS + "1,ALIASES_1,名册辛局,区直单位," + many + ",,,\n")
        .then()
        .body("errors.code", contains("size"));
    imported(HEADINGS + "1,ALIASES_1,名册辛局,区直单位," + "长".repeat(61) + ",,,\n")
        .then()
        .body("errors.code", contains("alias-too-long"));
  }

  @Test
  void a_dry_run_under_a_key_takes_back_what_it_has_tried() {
    String csv = HEADINGS + "1,TRIED_1,名册试局,区直单位,,,,\n";
    for (int i = 0; i < 2; i++) {
      as(ADMIN)
          .header("Idempotency-Key", "unit-register-dry-run")
          .contentType(Sheet.CSV)
          .body(csv.getBytes(StandardCharsets.UTF_8))
          .post(UNITS + "/import?dryRun=true")
          .then()
          .statusCode(200)
          .body("created", equalTo(1));
    }
    as(TEAM).get(UNITS + "/TRIED_1").then().statusCode(404);
  }

  @Test
  void the_template_can_be_imported_as_it_is_and_lists_are_the_administrators() {
    Response template = as(ADMIN).accept(Sheet.XLSX).get(UNITS + "/import-template");
    template.then().statusCode(200).contentType(Sheet.XLSX);
    as(ADMIN)
        .contentType(Sheet.XLSX)
        .body(template.asByteArray())
        .post(UNITS + "/import")
        .then()
        .statusCode(200)
        .body("rows", equalTo(0));
    as(TEAM).contentType(Sheet.CSV).body("a").post(UNITS + "/import").then().statusCode(403);
    as(TEAM).accept(Sheet.XLSX).get(UNITS + "/import-template").then().statusCode(403);
  }
}
