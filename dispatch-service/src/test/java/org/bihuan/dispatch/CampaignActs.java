package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.localstack.identity.Identity;

/** What people do with campaigns, for the tests of campaigns. */
final class CampaignActs {

  static final String CAMPAIGNS = "/api/v1/campaigns";
  static final String CATEGORY = "STREET_OCCUPATION";
  static final String PLACE = "370203021";
  static final String OTHER_PLACE = "370203022";
  static final String PLAN =
      "{\"measures\": \"拆除废弃线缆, 其余入地\", \"responsiblePerson\": \"市容科\", \"dueOn\": \"2026-12-20\","
          + " \"costEstimate\": {\"amount\": \"12000\", \"currency\": \"CNY\"}}";
  static final String NEEDS_WORK = "{\"result\": \"NEEDS_WORK\", \"finding\": \"线缆垂落\"}";

  private CampaignActs() {}

  /** A code that nobody has had. */
  static String code() {
    return "C" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
  }

  static Response create(String code, String mechanism, String... categories) {
    String body =
        """
        {"code": "%s", "name": "%s", "mechanismCode": %s, "categories": ["%s"], "from": "2026-08-01",
         "to": "2099-12-31", "target": 187}
        """
            .formatted(code, code, mechanism, String.join("\", \"", categories));
    return as(TEAM).body(body).post(CAMPAIGNS);
  }

  /** A campaign about the usual category; its path. */
  static String campaign() {
    return campaign("null", CATEGORY);
  }

  static String campaign(String mechanism, String... categories) {
    String id = create(code(), mechanism, categories).then().statusCode(201).extract().path("id");
    return CAMPAIGNS + "/" + id;
  }

  static Response add(String campaign, String... items) {
    return as(TEAM).body(Map.of("orderItemIds", List.of(items))).post(campaign + "/items");
  }

  static Response remove(String campaign, String item) {
    return as(TEAM)
        .body("{\"reason\": \"不属于本次攻坚\"}")
        .post(campaign + "/items/" + item + "/removal");
  }

  static Response close(String campaign) {
    return as(TEAM).body("{\"conclusion\": \"基本完成\"}").post(campaign + "/closing");
  }

  /** A point of the list, for which {@code unit} is to answer; its path. */
  static String point(String campaign, String number, String unit) {
    String body =
        """
        {"number": "%s", "address": "示例路 %s 号", "subdistrictCode": "370203021",
         "categoryCode": "STREET_OCCUPATION", "keyArea": "台东商圈", "unitCode": %s}
        """
            .formatted(number, number, unit == null ? "null" : "\"" + unit + "\"");
    String id =
        as(TEAM).body(body).post(campaign + "/points").then().statusCode(201).extract().path("id");
    return campaign + "/points/" + id;
  }

  static Response survey(Identity who, String point, String survey) {
    return as(who).body(survey).post(point + "/surveys");
  }

  static Response plan(Identity who, String point) {
    return as(who).body(PLAN).post(point + "/plan");
  }

  static Response start(String point, String item) {
    return as(TEAM).body(Map.of("orderItemId", item)).post(point + "/item");
  }

  static Response importList(String campaign, String csv, String query) {
    return as(TEAM)
        .contentType(Sheet.CSV)
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post(campaign + "/target-list" + query);
  }
}
