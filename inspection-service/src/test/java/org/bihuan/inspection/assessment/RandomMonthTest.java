package org.bihuan.inspection.assessment;

import static org.bihuan.inspection.Callers.team;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.bihuan.contract.ReferenceEvent.SubdistrictPublished;
import org.bihuan.inspection.Facts;
import org.bihuan.kit.time.Month;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In months of random pasts every number is the length of the list behind it. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class RandomMonthTest {

  private static final int ITEMS = 120;
  private static final List<String> SUBDISTRICTS = List.of("370203021", "370203008", "370203031");
  private static final List<String> CATEGORIES = List.of("SANITATION", "ROOF_LEAK", "OTHER");
  private static final List<String> SOURCES =
      List.of("CITIZEN", "MEDIA_EXPOSURE", "LEADER_ON_SITE", "INSPECTION_FINDING");
  private static final List<String> OUTCOMES =
      List.of("PASSED", "PASSED", "PASSED", "NOT_RECTIFIED", "PARTIAL", "CANNOT_VERIFY");

  @Inject DataSource database;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void every_number_of_a_random_month_is_the_length_of_its_list(long seed) {
    Random random = new Random(seed);
    Month month = Month.read("200%d-05".formatted(seed));
    List<String> units =
        List.of(AssessmentTest.newUnit(), AssessmentTest.newUnit(), AssessmentTest.newUnit());
    SUBDISTRICTS.forEach(code -> Facts.tell(new SubdistrictPublished(code, code)));
    List<PastItem> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      items.add(item(random, units, month));
    }
    new PastItems(database).keep(items);
    int checked = assertNumbers(month, "UNIT") + assertNumbers(month, "SUBDISTRICT");
    assertEquals(11 * (units.size() + SUBDISTRICTS.size()), checked);
  }

  private static PastItem item(Random random, List<String> units, Month month) {
    PastItem item =
        new PastItem(any(random, SUBDISTRICTS), any(random, CATEGORIES), any(random, SOURCES));
    Instant at =
        month.from().plus(Duration.ofHours(random.nextInt(24 * 40)).minus(Duration.ofDays(5)));
    item.issued(any(random, units), at, at.plus(Duration.ofHours(48)));
    if (random.nextInt(6) == 0) {
      at = later(random, at);
      item.fact("RETURN_REQUESTED", at);
      if (random.nextBoolean()) {
        at = later(random, at);
        item.fact("RETURN_ACCEPTED", at)
            .issued(any(random, units), at, at.plus(Duration.ofHours(48)));
      }
    }
    boolean over = random.nextInt(5) == 0;
    while (!over) {
      at = later(random, at);
      item.replied(at);
      at = later(random, at);
      if (random.nextInt(4) == 0) {
        item.returned(at);
        continue;
      }
      item.accepted(at);
      at = later(random, at);
      String outcome = any(random, OUTCOMES);
      item.checked(outcome, at);
      over = outcome.equals("PASSED") || random.nextInt(4) == 0;
      if (!outcome.equals("PASSED")) {
        item.fact("REWORK_ORDERED", at, at.plus(Duration.ofHours(24)));
      } else if (random.nextInt(5) == 0) {
        item.lookedBack("RELAPSED", at.plus(Duration.ofDays(random.nextInt(60))));
      }
    }
    int end = random.nextInt(10);
    if (end < 2) {
      item.fact(end == 0 ? "CANCELLED" : "SUSPENDED", later(random, at));
    }
    return item;
  }

  private static Instant later(Random random, Instant at) {
    return at.plus(Duration.ofHours(1 + random.nextInt(30)));
  }

  private static <T> T any(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static int assertNumbers(Month month, String of) {
    List<Map<String, Map<String, Object>>> rows =
        AssessmentTest.assessment(month.toString(), "?of=" + of).getList("rows.figures");
    List<Map<String, Object>> deductions =
        AssessmentTest.assessment(month.toString(), "?of=" + of).getList("rows.deductionCount");
    int checked = 0;
    for (Map<String, Map<String, Object>> figures : rows) {
      for (Map<String, Object> figure : figures.values()) {
        String list = (String) figure.get("list");
        if (figure.get("denominator") == null) {
          assertEquals(((Number) figure.get("value")).intValue(), length(list), list);
        } else {
          assertEquals(figure.get("numerator"), length(list), list);
          String all = list.replace("NUMERATOR", "DENOMINATOR");
          assertEquals(figure.get("denominator"), length(all), all);
        }
        checked++;
      }
    }
    for (Map<String, Object> figure : deductions) {
      String list = (String) figure.get("list");
      assertEquals(((Number) figure.get("value")).intValue(), length(list), list);
    }
    return checked;
  }

  private static int length(String list) {
    return team().get(list + "&count=exact").then().statusCode(200).extract().path("total");
  }
}
