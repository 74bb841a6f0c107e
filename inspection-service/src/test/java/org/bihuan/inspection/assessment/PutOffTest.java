package org.bihuan.inspection.assessment;

import static org.awaitility.Awaitility.await;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.assessment.AssessmentTest.assessment;
import static org.bihuan.inspection.assessment.AssessmentTest.newUnit;
import static org.bihuan.inspection.assessment.ClosingTest.close;
import static org.bihuan.inspection.assessment.ClosingTest.length;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bihuan.kit.time.Month;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A problem whose entries cannot be made, as a fault of the program would have it. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class PutOffTest {

  private static final Month MONTH = Month.read("2012-09");
  private static final Month OPEN_MONTH = Month.read("2012-10");
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject DataSource database;
  @Inject MeterRegistry metrics;

  private final Instant due = MONTH.from().plus(Duration.ofDays(9));
  private final List<PastItem> items = new ArrayList<>();
  private String unit;

  @BeforeEach
  void one_of_seven_cannot_be_written() {
    unit = newUnit();
    for (int i = 0; i < 7; i++) {
      items.add(PastItem.due(unit, due));
    }
    breakFor(items.get(4));
  }

  private void breakFor(PastItem item) {
    past()
        .execute(
            "create trigger cannot_be_written before insert or update on assessed_item for each row"
                + " when (new.problem_id = '%s') execute function refuse_change()"
                    .formatted(item.problem));
  }

  @AfterEach
  void nothing_is_left() {
    mend();
    past().awaitAssessed();
  }

  private PastItems past() {
    return new PastItems(database);
  }

  private void mend() {
    past().execute("drop trigger if exists cannot_be_written on assessed_item");
    past().execute("update assessment_change set retry_at = now()");
  }

  private long putOff() {
    return past().count("assessment_change where retry_at > now()");
  }

  @Test
  void it_stops_no_other_and_is_a_correction_once_it_can_be_made() {
    past().bring(items);
    await().atMost(SOON).until(() -> putOff() == 1 && past().count("assessment_change") == 1);
    await().atMost(SOON).until(() -> metrics.get("bihuan.assessment.put.off").gauge().value() == 1);
    assertEquals(6, length("/api/v1/assessments/" + MONTH + "/items?unit=" + unit));
    exempt(MONTH, items.get(0));
    close(MONTH.toString()).then().statusCode(200);
    assertEquals(List.of(), assessment(MONTH.toString(), "").getList("corrections"));

    mend();
    past().awaitAssessed();
    JsonPath closed = assessment(MONTH.toString(), "");
    String dueOf = "%s.find { it.unit.code == '" + unit + "' }.figures.due.value";
    assertEquals(5, closed.getInt(dueOf.formatted("rows")));
    assertEquals(6, closed.getInt(dueOf.formatted("corrections")));
  }

  @Test
  void what_fails_again_is_put_off_again_and_stops_nothing_that_has_come_since() {
    past().bring(items);
    await().atMost(SOON).until(() -> putOff() == 1);
    past().execute("update assessment_change set retry_at = now()");
    past().bring(List.of(PastItem.due(unit, due)));
    await().atMost(SOON).until(() -> putOff() == 1 && past().count("assessment_change") == 1);
    assertEquals(
        7, past().count("assessed_item where unit_code = '" + unit + "' and book = 'LIVE'"));
  }

  @Test
  void what_is_decided_about_it_is_kept_until_it_can_be_made() {
    mend();
    PastItem broken = PastItem.due(unit, OPEN_MONTH.from().plus(Duration.ofDays(9)));
    past().keep(broken);
    breakFor(broken);
    past()
        .execute(
            "insert into assessment_change (problem_id, occurred_at, retry_at)"
                + " values (?, now(), now() + interval '5 minutes')",
            broken.problem);
    exempt(OPEN_MONTH, broken);
    assertEquals(
        0, past().count("assessed_item where exempt and problem_id = '" + broken.problem + "'"));

    mend();
    past().awaitAssessed();
    assertEquals(
        1, past().count("assessed_item where exempt and problem_id = '" + broken.problem + "'"));
  }

  private static void exempt(Month month, PastItem item) {
    team()
        .body(Map.of("entry", PastItems.entry(item, 1), "reason", "诉求不合理"))
        .post("/api/v1/assessments/" + month + "/exemptions")
        .then()
        .statusCode(201);
  }
}
