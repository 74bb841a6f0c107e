package org.bihuan.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What finds a complaint and its problem. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class SearchTest {

  @Inject EntityManager database;

  private static final String TEXT = "示例路 12 号 LED 路灯不亮, 覆盖率仅 5%, 旁边咖啡馆 Café 门口积水";

  private static Response registered() {
    return As.role(Role.CHANNEL_CLERK)
        .body(Map.of("channel", "HOTLINE_12319", "text", TEXT, "categoryCode", "GROUND_DAMAGE"))
        .post("/api/v1/complaints");
  }

  private static ValidatableResponse ask(String list, String parameter, String value) {
    Searchable.await();
    return As.role(Role.SPECIAL_TEAM)
        .queryParam(parameter, value)
        .get("/api/v1/" + list + "?limit=200")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "路灯",
        "灯",
        "led 路灯",
        "路灯　led",
        "ＬＥＤ",
        "积水 示例路",
        "5%",
        "５％",
        "café",
        "CAFE\u0301",
        "\u200b积水 "
      })
  void words_are_found_in_any_order_case_width_and_composition(String words) {
    Response complaint = registered();
    ask("complaints", "q", words).body("items.id", hasItem(complaint.<String>path("id")));
    ask("problems", "q", words).body("items.id", hasItem(complaint.<String>path("problemId")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"路灯 井盖", "路%亮", "5_", "灯路", "xx", "\\%"})
  void what_is_not_there_is_not_found(String words) {
    Response complaint = registered();
    ask("complaints", "q", words).body("items.id", not(hasItem(complaint.<String>path("id"))));
  }

  @Test
  void an_index_serves_words_of_two_characters() {
    String plan =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  database.createNativeQuery("set local enable_seqscan = off").executeUpdate();
                  return database
                      .createNativeQuery(
                          "explain select 1 from complaint_search where text like '%x路x灯x%'")
                      .getResultList()
                      .toString();
                });
    assertTrue(plan.contains("complaint_search_text"), plan);
  }

  @Test
  void a_serial_is_found_however_it_is_written() {
    Response complaint = registered();
    String id = complaint.path("id");
    String serial = complaint.path("serial");
    String problem = complaint.path("problemSerial");
    for (String spelling :
        new String[] {
          serial,
          serial.toLowerCase(java.util.Locale.ROOT),
          serial.replace("-", ""),
          serial.replace("-", " "),
          wide(serial)
        }) {
      ask("complaints", "serial", spelling).body("items.id", contains(id));
    }
    ask("problems", "serial", wide(problem)).body("items.serial", contains(problem));
    ask("problems", "serial", problem + "0").body("items", empty());
  }

  /** The same in full-width characters. */
  private static String wide(String text) {
    return text.chars()
        .map(character -> character > ' ' && character <= '~' ? character + 0xFEE0 : character)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
