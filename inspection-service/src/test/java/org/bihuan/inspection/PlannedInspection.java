package org.bihuan.inspection;

import static org.awaitility.Awaitility.await;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.ReferenceEvent.CategoryPublished;
import org.bihuan.contract.ReferenceEvent.DistrictPublished;
import org.bihuan.contract.ReferenceEvent.SubdistrictPublished;
import org.bihuan.contract.ReferenceEvent.UnitPublished;

/** The market inspection of acceptance story 2: three stops, unannounced unless said otherwise. */
public final class PlannedInspection {

  private PlannedInspection() {}

  /** Publishes the sub-districts and categories that the tests speak of, and waits for them. */
  public static void publishReferenceData() {
    Facts.tell(
        new CategoryPublished(
            "SANITATION", "环境卫生与公厕", DeadlineClass.GENERAL, true, null, null, null),
        new CategoryPublished("OLD_KIND", "旧类别", DeadlineClass.GENERAL, false, null, null, null),
        new SubdistrictPublished(Callers.SUBDISTRICT, "台东"),
        new SubdistrictPublished(Callers.OTHER_SUBDISTRICT, "延安路"),
        new SubdistrictPublished("370203005", "即墨路"),
        new DistrictPublished("370203", "市北区", 120.29, 36.03, 120.48, 36.21),
        new UnitPublished(Callers.LEAD_UNIT, "市场服务建设一中心", List.of("市场一中心"), null, true, null),
        new UnitPublished(
            Callers.SUB_UNIT, "市场一中心摊位科", List.of("摊位科"), Callers.LEAD_UNIT, true, null),
        new UnitPublished(Callers.JOINT_UNIT, "城市管理局", List.of("城管局"), null, true, null));
    for (String unit : List.of("市场一中心", "摊位科", "城管局")) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  Callers.team().queryParam("unitCode", unit).get("/api/v1/rechecks").statusCode()
                      == 200);
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                "OUTSIDE_DISTRICT"
                    .equals(
                        Callers.team()
                            .body(body("AREA", "DESK").replace("120.3561", "116.39"))
                            .post("/api/v1/inspections")
                            .path("stops?.get(0)?.position?.doubt")));
  }

  /** The body of a request to plan one. */
  public static String body(String tier, String method) {
    return """
        {"tier":"%s","method":"%s","focus":"农贸市场","purpose":"查看整改情况","plannedFor":"%s",
         "inspectors":[{"subject":"inspector-1","unitCode":null}],
         "stops":[
          {"subdistrictCode":"%s","place":"南山市场","longitude":120.3561,"latitude":36.0835,"crs":"GCJ02"},
          {"subdistrictCode":"%s","place":"桑梓路"},
          {"subdistrictCode":"%s","place":"菜市二路"}]}
        """
        .formatted(
            tier,
            method,
            Instant.now().plusSeconds(3600),
            Callers.SUBDISTRICT,
            Callers.SUBDISTRICT,
            Callers.OTHER_SUBDISTRICT);
  }

  /** Plans one of tier AREA; returns its id. */
  public static String by(RequestSpecification caller, String method) {
    return caller
        .body(body("AREA", method))
        .post("/api/v1/inspections")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Plans and starts one of tier AREA; returns its id. */
  public static String started() {
    String id = by(Callers.team(), "UNANNOUNCED");
    Callers.team().post("/api/v1/inspections/" + id + "/start").then().statusCode(200);
    return id;
  }
}
