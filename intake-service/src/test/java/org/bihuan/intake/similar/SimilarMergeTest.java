package org.bihuan.intake.similar;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.Searchable;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** Where the district lets it, what surely says the same joins by itself; else nothing does. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
@TestProfile(SimilarMergeTest.Merging.class)
class SimilarMergeTest {

  /** A district that lets problems become one. */
  public static final class Merging implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("bihuan.similar.merges", "true");
    }
  }

  @Inject DataSource dataSource;

  private final String estate = EstateNames.next();

  private static Response send(
      RequestSpecification who, String channel, String category, String subject, String text) {
    Searchable.await();
    return who.body(
            """
            {"channel": "%s", "categoryCode": "%s", "subject": "%s", "text": "%s",
             "location": {"subdistrictCode": "370203021"}}
            """
                .formatted(channel, category, subject, text))
        .post("/api/v1/complaints");
  }

  private Response first() {
    return send(
        As.role(Role.CHANNEL_CLERK),
        "HOTLINE_12319",
        "ROOF_LEAK",
        estate + "楼顶漏雨无人处理",
        "我是" + estate + "的业主, 楼顶漏雨已经一个月, 物业不管");
  }

  private Response byTheTeam(String kind, String subject, String text) {
    Searchable.await();
    return As.role(Role.SPECIAL_TEAM)
        .body(
            """
            {"channel": "SPECIAL_TEAM_DESK", "sourceKind": "%s", "categoryCode": "ROOF_LEAK", "subject": "%s", "text": "%s",
             "location": {"subdistrictCode": "370203021"}}
            """
                .formatted(kind, subject, text))
        .post("/api/v1/complaints");
  }

  private Response again(RequestSpecification who, String channel, String category) {
    return send(who, channel, category, "投诉" + estate + "楼顶漏雨", estate + " 3 号楼楼顶一直漏雨, 找物业没人处理");
  }

  private Response again() {
    return again(As.role(Role.CHANNEL_CLERK), "HOTLINE_12319", "ROOF_LEAK");
  }

  @Test
  void the_same_in_other_words_joins_and_its_split_undoes_that_with_history() {
    Response first = first();
    Response second = again();
    second
        .then()
        .statusCode(201)
        .body("status", equalTo("MERGED"))
        .body("problemId", equalTo(first.path("problemId")));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger?complaintId=" + second.path("id"))
        .then()
        .body("items.kind", hasItem("intake.complaint-merged.v1"))
        .body("items.actor.subject", hasItem("duplicate-detection"));
    As.role(Role.SPECIAL_TEAM)
        .post("/api/v1/complaints/" + second.path("id") + "/split")
        .then()
        .statusCode(200)
        .body("status", equalTo("FILED"))
        .body("problemId", not(equalTo(first.<String>path("problemId"))));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger?complaintId=" + second.path("id"))
        .then()
        .body("items.kind", hasItem("intake.complaint-split.v1"));
  }

  @Test
  void who_has_not_logged_in_joins_nothing_by_a_rule() {
    first();
    again(As.nobody(), "WEB_FORM", "ROOF_LEAK")
        .then()
        .statusCode(201)
        .body("status", equalTo("RECEIVED"))
        .body("waitingFor", equalTo("VERIFICATION"));
  }

  @Test
  void what_is_recognised_by_its_text_joins_too() {
    Response first = first();
    Searchable.await();
    As.role(Role.CHANNEL_CLERK)
        .body(
            Map.of(
                "channel",
                "HOTLINE_12319",
                "subject",
                "投诉" + estate + "楼顶漏雨",
                "text",
                estate + " 3 号楼楼顶一直漏雨, 找物业没人处理",
                "location",
                Map.of("subdistrictCode", "370203021")))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201)
        .body("categoryCode", equalTo("ROOF_LEAK"))
        .body("status", equalTo("MERGED"))
        .body("problemId", equalTo(first.path("problemId")));
  }

  @Test
  void nobody_is_waited_for_who_decides_about_the_problem_right_now() throws SQLException {
    Response first = first();
    try (Connection other = dataSource.getConnection();
        Statement deciding = other.createStatement()) {
      other.setAutoCommit(false);
      deciding.executeQuery(
          "select from problem where id = '" + first.path("problemId") + "' for no key update");
      again().then().statusCode(201).body("status", equalTo("FILED"));
      other.rollback();
    }
  }

  @Test
  void another_category_joins_nothing_by_a_rule() {
    first();
    again(As.role(Role.CHANNEL_CLERK), "HOTLINE_12319", "SANITATION")
        .then()
        .statusCode(201)
        .body("status", equalTo("FILED"));
  }

  /** It has a limit of its own. */
  @Test
  void what_the_media_show_joins_no_problem_of_residents_in_other_words() {
    first();
    byTheTeam("MEDIA_EXPOSURE", "投诉" + estate + "楼顶漏雨", estate + " 3 号楼楼顶一直漏雨, 找物业没人处理")
        .then()
        .statusCode(201)
        .body("sourceKind", equalTo("MEDIA_EXPOSURE"))
        .body("status", equalTo("FILED"));
  }

  /** Its channel would see what the check found. */
  @Test
  void what_a_resident_tells_joins_no_problem_of_a_covert_check_in_other_words() {
    byTheTeam("CITY_COVERT_CHECK", estate + "楼顶漏雨无人处理", "我是" + estate + "的业主, 楼顶漏雨已经一个月, 物业不管");
    again().then().statusCode(201).body("status", equalTo("FILED"));
  }

  @Test
  void nothing_joins_a_problem_that_has_ended() {
    Response first = first();
    Response other =
        send(As.role(Role.CHANNEL_CLERK), "HOTLINE_12319", "SANITATION", "示例路垃圾", estate);
    As.role(Role.SPECIAL_TEAM)
        .body(Map.of("problemId", other.path("problemId")))
        .post("/api/v1/complaints/" + first.path("id") + "/merge")
        .then()
        .statusCode(200);
    again().then().statusCode(201).body("status", equalTo("FILED"));
  }
}
