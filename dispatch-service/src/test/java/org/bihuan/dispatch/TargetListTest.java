package org.bihuan.dispatch;

import static org.bihuan.dispatch.CampaignActs.CATEGORY;
import static org.bihuan.dispatch.CampaignActs.NEEDS_WORK;
import static org.bihuan.dispatch.CampaignActs.campaign;
import static org.bihuan.dispatch.CampaignActs.importList;
import static org.bihuan.dispatch.CampaignActs.survey;
import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Target lists as sheets. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class TargetListTest {

  private static final String HEADINGS = "编号,地址,点位名称,街道,问题类别,重点区域,责任单位,整改措施,责任人,完成时限,资金估算,备注\n";

  /** The nine categories of the hard problems [brief]. */
  private static final String[] NINE = {
    "ROOF_LEAK",
    "GROUND_DAMAGE",
    "PIPE_BLOCKAGE",
    "WALL_PEELING",
    "CABLE_TANGLE",
    "ILLEGAL_BUILDING",
    "PARKING_DISORDER",
    CATEGORY,
    "SANITATION"
  };

  @Inject District district;

  @BeforeEach
  void the_district_is_known() {
    for (String category : NINE) {
      district.know(category);
    }
    district.knowSubdistrict(CampaignActs.PLACE);
    district.knowSubdistrict(CampaignActs.OTHER_PLACE);
  }

  private static String row(String number, String rest) {
    return number + ",示例路 " + number + " 号,," + rest + "\n";
  }

  @Test
  void a_list_of_187_points_in_nine_categories_is_imported_once_however_often_it_is_sent() {
    String campaign = campaign("null", NINE);
    String csv =
        HEADINGS
            + IntStream.rangeClosed(1, 187)
                .mapToObj(
                    n ->
                        row(
                            String.valueOf(n),
                            "%s,%s,重点区域%d,城管局,逐户维修,维修科,2026/12/20,%d.5,"
                                .formatted(
                                    n % 2 == 0 ? "370203021" : "370203022",
                                    NINE[n % 9],
                                    n % 12,
                                    n)))
                .collect(Collectors.joining());
    importList(campaign, csv, "?dryRun=true")
        .then()
        .statusCode(200)
        .body("stored", equalTo(false))
        .body("created", equalTo(187))
        .body("faults", empty());
    as(TEAM).get(campaign + "/points?count=exact").then().body("total", equalTo(0));
    importList(campaign, csv, "")
        .then()
        .statusCode(200)
        .body("stored", equalTo(true))
        .body("created", equalTo(187));
    importList(campaign, csv, "")
        .then()
        .statusCode(200)
        .body("created", equalTo(0))
        .body("changed", equalTo(0))
        .body("unchanged", equalTo(187));
    as(TEAM).get(campaign + "/points?count=exact&planned=true").then().body("total", equalTo(187));
    as(TEAM)
        .get(campaign + "/progress")
        .then()
        .body("target", equalTo(187))
        .body("done", equalTo(0))
        .body("byCategory", hasSize(9))
        .body("bySubdistrict.target.sum()", equalTo(187))
        .body("byKeyArea", hasSize(12));
  }

  @Test
  void nothing_of_a_list_with_a_wrong_row_is_stored_and_every_fault_is_named() {
    String campaign = campaign();
    String csv =
        HEADINGS
            + row("1", "370203021,STREET_OCCUPATION,,,,,,,")
            + row("1", "370203021,STREET_OCCUPATION,,,,,,,")
            + row("", "370203021,STREET_OCCUPATION,,,,,,,")
            + row("4", "没有的街道,NONE,,没有的单位,,,,,")
            + row("5", "370203021,SANITATION,,,,,,,")
            + row("6", "370203021,STREET_OCCUPATION,,,入地,,,,")
            + row("7", "370203021,STREET_OCCUPATION,,,,,2026-12-20,,")
            + row("8", "370203021,STREET_OCCUPATION,,,入地,,2026-13-20,一万,");
    importList(campaign, csv, "")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"))
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "rows[3].编号 row-repeated",
                "rows[4].编号 required",
                "rows[5].街道 unknown-subdistrict",
                "rows[5].问题类别 unknown-category",
                "rows[5].责任单位 unknown-unit",
                "rows[6].问题类别 category-not-of-campaign",
                "rows[7].完成时限 required",
                "rows[8].整改措施 required",
                "rows[9].完成时限 day",
                "rows[9].资金估算 amount"));
    as(TEAM).get(campaign + "/points?count=exact").then().body("total", equalTo(0));
    Response tried =
        as(TEAM, "zh-CN")
            .contentType(Sheet.CSV)
            .body(csv.getBytes(StandardCharsets.UTF_8))
            .post(campaign + "/target-list?dryRun=true");
    tried.then().statusCode(200).body("rows", equalTo(8)).body("faults", hasSize(10));
    assertEquals("该行与前面一行重复", tried.path("faults.find { it.row == 3 }.message"));
  }

  @Test
  void a_list_corrects_what_nobody_has_looked_at_and_nothing_else() {
    String campaign = campaign();
    String first = "370203021,STREET_OCCUPATION,台东商圈,,,,,,";
    importList(campaign, HEADINGS + row("1", first) + row("2", first), "").then().statusCode(200);
    String moved = "370203022,STREET_OCCUPATION,台东商圈,城管局,入地,市容科,2026-12-20,,";
    importList(campaign, HEADINGS + row("1", moved), "?dryRun=true")
        .then()
        .body("changed", equalTo(1));
    as(TEAM)
        .get(campaign + "/points?subdistrictCode=370203022&count=exact")
        .then()
        .body("total", equalTo(0));
    importList(campaign, HEADINGS + row("1", moved), "").then().body("changed", equalTo(1));
    as(TEAM)
        .get(campaign + "/points?subdistrictCode=370203022")
        .then()
        .body("items[0].number", equalTo("1"))
        .body("items[0].plan.measures", equalTo("入地"))
        .body("items[0].unitByFallback", equalTo(false));
    String second =
        as(TEAM).get(campaign + "/points?subdistrictCode=370203021").path("items[0].id");
    survey(TEAM, campaign + "/points/" + second, NEEDS_WORK).then().statusCode(200);
    importList(campaign, HEADINGS + row("2", moved), "")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("point-surveyed"));
    String planned = "370203021,STREET_OCCUPATION,台东商圈,,入地,市容科,2026-12-20,0,";
    importList(campaign, HEADINGS + row("2", planned), "").then().body("changed", equalTo(1));
    CampaignActs.start(campaign + "/points/" + second, district.issued()).then().statusCode(200);
    importList(campaign, HEADINGS + row("2", planned), "").then().body("unchanged", equalTo(1));
    importList(campaign, HEADINGS + row("2", planned.replace("入地", "拆除")), "")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("point-not-plannable"));
  }

  @Test
  void the_template_is_a_workbook_that_can_be_imported_as_it_is() {
    String campaign = campaign();
    Response template =
        as(TEAM).accept(Sheet.XLSX).get(CampaignActs.CAMPAIGNS + "/target-list-template");
    template.then().statusCode(200).contentType(Sheet.XLSX);
    as(TEAM)
        .contentType(Sheet.XLSX)
        .body(template.asByteArray())
        .post(campaign + "/target-list")
        .then()
        .statusCode(200)
        .body("rows", equalTo(0));
    as(TEAM)
        .contentType(Sheet.XLSX)
        .body(new byte[] {1, 2, 3})
        .post(campaign + "/target-list")
        .then()
        .statusCode(422)
        .body("code", equalTo("sheet-unreadable"));
    as(ADMIN)
        .contentType(Sheet.CSV)
        .body("a")
        .post(campaign + "/target-list")
        .then()
        .statusCode(403);
  }
}
