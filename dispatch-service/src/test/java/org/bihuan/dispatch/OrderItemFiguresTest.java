package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.ItemActs.HANDLER;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.figures.FiguresBy;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What came in, was closed, was late and is open is the length of the list behind each figure. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class OrderItemFiguresTest {

  private static final List<String> MEASURES = List.of("filed", "closed", "overdue", "open");

  @Inject District district;
  @Inject MovableClock clock;

  @AfterEach
  void setTheClockRight() {
    clock.reset();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), DistrictTime.ZONE);
  }

  private static JsonPath figures(Identity identity, FiguresBy by, LocalDate from, LocalDate to) {
    return as(identity)
        .get("/api/v1/order-items/figures?by=%s&from=%s&to=%s".formatted(by, from, to))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static void assertIsTheLengthOfItsList(
      Identity identity, Map<String, Map<String, Object>> row) {
    for (String measure : MEASURES) {
      as(identity)
          .get(row.get(measure).get("list") + "&count=exact&limit=1")
          .then()
          .statusCode(200)
          .body("total", equalTo(row.get(measure).get("value")));
    }
  }

  private static boolean isKnown(Object list) {
    return as(TEAM).get(list + "&limit=1").statusCode() == 200;
  }

  private String writtenOff() {
    String id = district.accepted();
    district.tellWrittenOff(id);
    district.awaitStatus(id, "WRITTEN_OFF");
    return id;
  }

  @ParameterizedTest
  @EnumSource(FiguresBy.class)
  void every_figure_is_the_length_of_its_list(FiguresBy by) {
    district.knowSubdistrict("370203021");
    district.itemOf(district.problem("OTHER", DeadlineClass.GENERAL));
    district.issued();
    writtenOff();
    clock.forward(Duration.ofDays(4));
    for (Identity identity : List.of(TEAM, HANDLER)) {
      JsonPath figures = figures(identity, by, today().minusDays(5), today());
      List<Map<String, Map<String, Object>>> rows = figures.getList("rows");
      assertTrue(figures.getInt("total.overdue.value") > 0);
      assertTrue(figures.getInt("total.closed.value") > 0);
      // Other tests file problems about places and kinds that nobody has told of.
      rows.stream()
          .filter(row -> isKnown(row.get("filed").get("list")))
          .forEach(row -> assertIsTheLengthOfItsList(identity, row));
      assertIsTheLengthOfItsList(identity, figures.getMap("total"));
    }
  }

  @Test
  void an_item_counts_for_its_unit_when_it_is_filed_and_when_it_is_closed() {
    int filed = ofUnit("filed");
    int open = ofUnit("open");
    int closed = ofUnit("closed");
    writtenOff();
    assertEquals(filed + 1, ofUnit("filed"));
    assertEquals(open, ofUnit("open"));
    assertEquals(closed + 1, ofUnit("closed"));
    district.issued();
    assertEquals(open + 1, ofUnit("open"));
  }

  private int ofUnit(String measure) {
    JsonPath figures = figures(TEAM, FiguresBy.UNIT, today(), today());
    Integer value =
        figures.get(
            "rows.find { it.key == '%s' }?.%s?.value".formatted(District.ENFORCEMENT, measure));
    return value == null ? 0 : value;
  }

  @Test
  void every_day_of_the_period_has_its_row() {
    LocalDate quiet = LocalDate.parse("2020-02-28");
    JsonPath figures = figures(TEAM, FiguresBy.DAY, quiet, quiet.plusDays(2));
    assertEquals(List.of("2020-02-28", "2020-02-29", "2020-03-01"), figures.getList("rows.key"));
    assertEquals(List.of(0, 0, 0), figures.getList("rows.filed.value"));
    assertEquals(0, figures.getInt("total.open.value"));
  }

  @Test
  void an_item_says_when_it_was_filed_and_when_it_ended() {
    String id = district.issued();
    assertTrue(district.item(id).getString("filedAt") != null);
    assertEquals(null, district.item(id).getString("endedAt"));
    assertTrue(district.item(writtenOff()).getString("endedAt") != null);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'by=required from=required to=required'",
    "'?by=UNIT', 'from=required to=required'",
    "'?from=2026-01-01&to=2026-01-02', 'by=required'",
    "'?by=UNIT&from=2026-01-02&to=2026-01-01', 'from=period-empty'",
    "'?by=UNIT&from=2020-01-01&to=2023-01-01', 'to=period-too-long'",
    "'?from=2026-01-02&to=2026-01-01', 'by=required from=period-empty'"
  })
  void a_question_that_is_none_is_refused_with_all_that_is_wrong(String question, String faults) {
    JsonPath refusal =
        as(TEAM)
            .get("/api/v1/order-items/figures" + question)
            .then()
            .statusCode(400)
            .extract()
            .jsonPath();
    assertEquals(
        faults,
        IntStream.range(0, refusal.getList("errors").size())
            .mapToObj(
                i ->
                    refusal.getString("errors[" + i + "].field")
                        + "="
                        + refusal.getString("errors[" + i + "].code"))
            .sorted()
            .collect(Collectors.joining(" ")));
  }
}
