package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What finds an order and its items. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class SearchTest {

  @Inject District district;
  @Inject EntityManager database;

  private static ValidatableResponse ask(String list, String parameter, String value) {
    return as(TEAM)
        .queryParam(parameter, value)
        .get("/api/v1/" + list + "?limit=200")
        .then()
        .statusCode(200);
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
                          "explain select 1 from order_item where search_text(title || ' ' || problem_serial || ' ' || coalesce(order_serial, '') || ' '"
                              + "|| coalesce(responsible_person, '') || ' ' || coalesce(address, ''))"
                              + " like '%x路x灯x%'")
                      .getResultList()
                      .toString();
                });
    assertTrue(plan.contains("order_item_search"), plan);
  }

  @Test
  void a_serial_is_found_however_it_is_written() {
    JsonPath item = district.item(district.issued());
    String serial = item.getString("orderSerial");
    List<UnaryOperator<String>> spellings =
        List.of(
            text -> text,
            text -> text.replace('〔', '[').replace('〕', ']'),
            text -> text.replace('〔', '［').replace('〕', '］'),
            text -> text.replace('〔', '（').replace('〕', '）'),
            text -> text.replace('〔', '(').replace('〕', ')'),
            text -> text.replace('〔', '【').replace('〕', '】'),
            text -> " " + text.replace("〕", "〕 ").replace("号", " 号"),
            text -> text.replace('2', '２').replace('0', '０'));
    for (UnaryOperator<String> spelling : spellings) {
      ask("orders", "serial", spelling.apply(serial)).body("items.serial", contains(serial));
      ask("order-items", "serial", spelling.apply(serial))
          .body("items.id", contains(item.getString("id")));
    }
    ask("order-items", "serial", item.getString("problemSerial"))
        .body("items.id", contains(item.getString("id")));
    ask("orders", "serial", serial.replace("号", "")).body("items", empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"占道", "经营", "占道 示例路", "示例路　１ 号", "卜"})
  void words_of_title_place_and_person_are_found(String words) {
    String id = district.issued();
    as(handlerOf(ENFORCEMENT))
        .body("{\"responsiblePerson\": \"卜某\"}")
        .post("/api/v1/order-items/" + id + "/acknowledgement")
        .then()
        .statusCode(200);
    ask("order-items", "q", words).body("items.id", hasItem(id));
  }

  @Test
  void words_of_the_serials_are_found() {
    JsonPath item = district.item(district.issued());
    ask("order-items", "q", item.getString("orderSerial"))
        .body("items.id", hasItem(item.getString("id")));
    ask("order-items", "q", item.getString("problemSerial").toLowerCase(java.util.Locale.ROOT))
        .body("items.id", hasItem(item.getString("id")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"issuedAt", "-issuedAt"})
  void items_are_sorted_by_the_moment_of_issue(String sort) {
    district.issued();
    district.issued();
    List<Instant> moments =
        as(TEAM)
            .get("/api/v1/order-items?status=ISSUED&limit=200&sort=" + sort)
            .jsonPath()
            .<String>getList("items.issuedAt")
            .stream()
            .map(Instant::parse)
            .toList();
    Comparator<Instant> order =
        sort.startsWith("-") ? Comparator.reverseOrder() : Comparator.naturalOrder();
    List<Instant> sorted = moments.stream().sorted(order).toList();
    assertEquals(sorted, moments);
  }
}
