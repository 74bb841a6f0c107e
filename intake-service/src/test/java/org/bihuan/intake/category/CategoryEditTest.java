package org.bihuan.intake.category;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.contract.Actor;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.contract.Place;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** Categories are added, replaced and retired by the administrator. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class CategoryEditTest {

  @Inject DataSource dataSource;

  private static final String CATEGORIES = "/api/v1/categories/";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Map<String, Object> terms() {
    Map<String, Object> terms = new HashMap<>();
    terms.put("parentCode", "STREET_ORDER");
    terms.put("name", "共享单车");
    terms.put("englishName", "Shared bicycles");
    terms.put("deadlineClass", "GENERAL");
    terms.put("automaticFiling", true);
    terms.put("filingThreshold", 0.8);
    terms.put("keywords", List.of("共享单车"));
    terms.put("active", true);
    return terms;
  }

  private static Map<String, Object> terms(String name, Object value) {
    Map<String, Object> terms = terms();
    terms.put(name, value);
    return terms;
  }

  private static Response added(String code, Map<String, Object> terms) {
    return As.role(Role.ADMIN).body(terms).post(CATEGORIES + code);
  }

  private static Response replaced(String code, String tag, Map<String, Object> terms) {
    return As.role(Role.ADMIN).header("If-Match", tag).body(terms).put(CATEGORIES + code);
  }

  private static Response filed(String category) {
    return As.role(Role.CHANNEL_CLERK)
        .body(Map.of("channel", "HOTLINE_12319", "text", "共享单车乱停放", "categoryCode", category))
        .post("/api/v1/complaints");
  }

  @Test
  void a_new_category_can_be_filed_under_at_once_and_is_told() {
    added("SHARED_BICYCLES", terms())
        .then()
        .statusCode(201)
        .body("parentCode", equalTo("STREET_ORDER"));
    filed("SHARED_BICYCLES").then().statusCode(201).body("status", equalTo("FILED"));
    added("SHARED_BICYCLES", terms())
        .then()
        .statusCode(409)
        .body("code", equalTo("category-exists"));
    String tag = As.role(Role.ADMIN).get(CATEGORIES + "SHARED_BICYCLES").header("ETag");
    replaced("SHARED_BICYCLES", tag, terms("active", false))
        .then()
        .statusCode(409)
        .body("code", equalTo("category-in-use"));
  }

  @Test
  void a_category_that_nothing_is_filed_under_can_be_retired() {
    String tag = added("KITES", terms()).header("ETag");
    replaced("KITES", tag, terms("active", false))
        .then()
        .statusCode(200)
        .body("active", equalTo(false));
    filed("KITES").then().statusCode(400).body("errors.code", hasItem("unknown-category"));
    replaced("KITES", tag, terms()).then().statusCode(412);
  }

  @Test
  void effective_dates_decide_from_when_and_until_when() {
    added("FUTURE_KIND", terms("validFrom", "2090-01-01"))
        .then()
        .statusCode(201)
        .body("active", equalTo(false));
    filed("FUTURE_KIND").then().statusCode(400);
    Map<String, Object> past = terms("validUntil", "2020-01-01");
    past.put("validFrom", "2019-01-01");
    added("PAST_KIND", past).then().statusCode(201).body("active", equalTo(false));
  }

  @Test
  void what_is_filed_under_a_category_keeps_it_in_force() {
    added("LANTERNS", terms());
    filed("LANTERNS").then().statusCode(201).body("status", equalTo("FILED"));
    String tag = As.role(Role.ADMIN).get(CATEGORIES + "LANTERNS").header("ETag");
    for (Map<String, Object> ended :
        List.of(terms("validUntil", "2020-01-01"), terms("validFrom", "2090-01-01"))) {
      replaced("LANTERNS", tag, ended)
          .then()
          .statusCode(409)
          .body("code", equalTo("category-in-use"));
    }
    replaced("LANTERNS", tag, terms("validUntil", "2090-01-01")).then().statusCode(200);
  }

  @Test
  void what_the_calendar_has_ended_can_still_be_put_in_better_words() throws SQLException {
    added("KITE_STRINGS", terms());
    filed("KITE_STRINGS").then().statusCode(201).body("status", equalTo("FILED"));
    try (Connection connection = dataSource.getConnection();
        Statement day = connection.createStatement()) {
      day.execute("update category set valid_until = '2020-01-01' where code = 'KITE_STRINGS'");
    }
    String tag = As.role(Role.ADMIN).get(CATEGORIES + "KITE_STRINGS").header("ETag");
    replaced("KITE_STRINGS", tag, terms("validUntil", "2020-01-01")).then().statusCode(200);
  }

  /** What waits is no problem yet, so its category can end. */
  @Test
  void the_place_of_what_waits_under_an_ended_category_can_be_corrected() {
    String tag = added("BANNERS", terms("automaticFiling", false)).header("ETag");
    Response waiting = filed("BANNERS");
    waiting.then().statusCode(201).body("status", equalTo("RECEIVED"));
    replaced("BANNERS", tag, terms("active", false)).then().statusCode(200);
    corrected(waiting, "{\"subdistrictCode\": \"370203021\"}")
        .then()
        .statusCode(200)
        .body("categoryCode", equalTo("BANNERS"))
        .body("location.subdistrictCode", equalTo("370203021"));
    Response other = filed("SANITATION");
    corrected(other, "{\"categoryCode\": \"BANNERS\"}")
        .then()
        .statusCode(400)
        .body("errors.code", hasItem("unknown-category"));
  }

  private static Response corrected(Response complaint, String body) {
    return As.role(Role.SPECIAL_TEAM)
        .header("If-Match", complaint.header("ETag"))
        .body(body)
        .patch("/api/v1/complaints/" + complaint.path("id"));
  }

  @Test
  void a_finding_is_filed_under_the_category_it_was_found_as_even_if_ended_since()
      throws Exception {
    String tag = added("BONFIRES", terms()).header("ETag");
    replaced("BONFIRES", tag, terms("active", false)).then().statusCode(200);
    UUID finding = UUID.randomUUID();
    try (UpstreamEvents inspection = new UpstreamEvents()) {
      inspection.tell(
          new FindingReported(
              finding,
              UUID.randomUUID(),
              InspectionTier.AREA,
              InspectionMethod.UNANNOUNCED,
              "空地上有人生火",
              "空地上有人生火，烟很大",
              "BONFIRES",
              new Place("示例路", "370203021", null, 120.35, 36.08),
              Instant.parse("2026-11-24T00:00:00Z"),
              new Actor("INSPECTOR", null, "inspector"),
              List.of(),
              null));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                As.role(Role.SPECIAL_TEAM)
                    .get("/api/v1/problems?findingId=" + finding)
                    .then()
                    .body("items.categoryCode", hasItem("BONFIRES")));
  }

  @Test
  void what_makes_no_tree_is_refused() {
    added("NO_PARENT", terms("parentCode", "SANITATION"))
        .then()
        .statusCode(400)
        .body("errors.code", hasItem("unknown-category-group"));
    Map<String, Object> backwards = terms("validUntil", "2020-01-01");
    backwards.put("validFrom", "2020-01-01");
    added("BACKWARDS", backwards)
        .then()
        .statusCode(400)
        .body("errors.code", hasItem("ends-before-it-begins"));
    String tag = As.role(Role.ADMIN).get(CATEGORIES + "OTHER").header("ETag");
    replaced("OTHER", tag, terms()).then().statusCode(409).body("code", equalTo("category-fixed"));
    As.role(Role.ADMIN).get(CATEGORIES + "NOTHING").then().statusCode(404);
    As.role(Role.ADMIN).body(terms()).put(CATEGORIES + "SANITATION").then().statusCode(428);
    As.role(Role.SPECIAL_TEAM).body(terms()).post(CATEGORIES + "MINE").then().statusCode(403);
  }
}
