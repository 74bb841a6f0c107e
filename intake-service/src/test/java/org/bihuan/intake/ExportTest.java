package org.bihuan.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.intake.resident.SessionDesk;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.time.Week;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** Every list can be had as a sheet, in words of both languages. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ExportTest {

  @Inject SessionDesk sessions;

  private Response export(String list, String type, String language) {
    return caller(list).accept(type).header("Accept-Language", language).get(list);
  }

  /** The list of a resident is nobody else's. */
  private RequestSpecification caller(String list) {
    return list.endsWith("/my-complaints")
        ? As.resident(sessions.open("local-export").token())
        : As.as(Identity.of(Role.SPECIAL_TEAM).alsoAs(Role.ADMIN));
  }

  @Test
  void every_list_has_words_for_all_its_columns_and_codes_in_both_languages() {
    Map<String, Map<String, Object>> paths =
        given().get("/q/openapi?format=json").jsonPath().getMap("paths");
    List<String> lists =
        paths.keySet().stream()
            .filter(path -> String.valueOf(paths.get(path).get("get")).contains(Sheet.CSV))
            .toList();
    assertEquals(13, lists.size(), lists.toString());
    for (String path : lists) {
      String list =
          path.replace("{week}", Week.of(Instant.now()).toString())
              .replace("{code}", "HOTLINE_12319");
      export(list, Sheet.XLSX, "zh-CN")
          .then()
          .statusCode(200)
          .contentType(Sheet.XLSX)
          .header("Content-Disposition", containsString(".xlsx"));
      for (String language : List.of("zh-CN", "en")) {
        Response answer = export(list, Sheet.CSV, language);
        answer.then().statusCode(200).contentType(Sheet.CSV);
        String headings =
            new String(answer.asByteArray(), StandardCharsets.UTF_8).lines().findFirst().get();
        assertEquals(
            language.equals("en"),
            headings.codePoints().noneMatch(Character::isIdeographic),
            list + " " + headings);
        assertFalse(headings.contains(",,"), list + " " + headings);
      }
    }
  }
}
