package org.bihuan.inspection.assessment;

import static org.awaitility.Awaitility.await;
import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.inspector;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.assessment.AssessmentTest.newUnit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.bihuan.contract.Actor;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.DispatchEvent.ItemExtensionDecided;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemReplied;
import org.bihuan.contract.DispatchEvent.ItemResumed;
import org.bihuan.contract.DispatchEvent.ItemReturnDecided;
import org.bihuan.contract.DispatchEvent.ItemReturnRequested;
import org.bihuan.contract.DispatchEvent.ItemSuspended;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.DispatchEvent.ReplyReturned;
import org.bihuan.contract.Event;
import org.bihuan.contract.IntakeEvent.ProblemCorrected;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.Place;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.RequestDecision;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.SuspensionCause;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.Callers;
import org.bihuan.inspection.Facts;
import org.bihuan.kit.time.Month;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same facts give the same entries, in whatever order and however often they come. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class FactOrderTest {

  private static final Actor TEAM = new Actor("SPECIAL_TEAM", null, "special-team");
  private static final Duration HOUR = Duration.ofHours(1);

  /** Fields that are of one item alone. */
  private static final List<String> OWN =
      List.of(
          "entry",
          "itemId",
          "problemId",
          "problemSerial",
          "unit",
          "writtenOffAt",
          "firstVerdictAt");

  @Inject DataSource database;

  private final Month month = Month.of(Instant.now()).minus(1);
  private final Instant start = month.from().plus(Duration.ofDays(3));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void facts_that_come_in_another_order_and_again_lead_to_the_same_entries(long seed) {
    Map<String, Object> usual = entries(told -> {});
    Map<String, Object> shuffled =
        entries(
            told -> {
              told.addAll(told.stream().filter(DispatchEvent.class::isInstance).toList());
              Collections.shuffle(told, new Random(seed));
            });
    assertEquals(usual, shuffled);
    assertEquals(true, ((Map<?, ?>) usual.get("next")).get("onTime"));
    assertEquals("ROOF_LEAK", ((Map<?, ?>) usual.get("next")).get("categoryCode"));
    assertEquals(true, ((Map<?, ?>) usual.get("first")).get("takenBack"));
  }

  /** The entries of an item's two units once it has passed. */
  private Map<String, Object> entries(Consumer<List<Event>> order) {
    UUID item = UUID.randomUUID();
    UUID problem = UUID.randomUUID();
    String first = newUnit();
    String next = newUnit();
    List<Event> told = facts(item, problem, first, next);
    order.accept(told);
    told.forEach(Facts::tell);
    String recheck =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> team().get("/api/v1/rechecks?itemId=" + item).path("items[0]?.id"),
                id -> id != null);
    PastItems past = new PastItems(database);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> past.count("item_fact where item_id = '" + item + "'") == 12);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                past.count(
                        "assessed_problem where category_code = 'ROOF_LEAK' and id = '"
                            + problem
                            + "'")
                    == 1);
    inspector("inspector-1", OTHER_UNIT)
        .body("{\"outcome\": \"PASSED\"}")
        .post("/api/v1/rechecks/" + recheck + "/outcome")
        .then()
        .statusCode(200);
    past.awaitAssessed();
    return Map.of("first", entry(first, "DISPATCH_ACCURACY"), "next", entry(next, "CLOSE_RATE"));
  }

  private Map<String, Object> entry(String unit, String figure) {
    Map<String, Object> entry =
        new TreeMap<>(
            team()
                .get(
                    "/api/v1/assessments/%s/items?figure=%s&part=DENOMINATOR&unit=%s"
                        .formatted(month, figure, unit))
                .then()
                .statusCode(200)
                .extract()
                .<Map<String, Object>>path("items[0]"));
    entry.keySet().removeAll(OWN);
    return entry;
  }

  private Instant at(int hours) {
    return start.plus(HOUR.multipliedBy(hours)).truncatedTo(ChronoUnit.MILLIS);
  }

  private List<Event> facts(UUID item, UUID problem, String first, String next) {
    return new ArrayList<>(
        List.of(
            new ProblemFiled(
                problem,
                "P-" + problem,
                UUID.randomUUID(),
                null,
                "屋面渗漏",
                "屋面渗漏",
                SourceKind.CITIZEN,
                "SANITATION",
                DeadlineClass.GENERAL,
                place(),
                at(0),
                at(0),
                TEAM),
            issued(item, problem, 1, first, at(1), at(49)),
            new ItemReturnRequested(
                item, problem, 2, UUID.randomUUID(), "A1", null, false, "非职责", at(2), TEAM),
            new ItemReturnDecided(
                item,
                problem,
                3,
                UUID.randomUUID(),
                RequestDecision.ACCEPTED,
                null,
                at(3),
                TEAM,
                null),
            issued(item, problem, 4, next, at(4), at(52)),
            replied(item, problem, 5, ReplyKind.INTERIM, at(5)),
            new ItemExtensionDecided(
                item,
                problem,
                6,
                UUID.randomUUID(),
                RequestDecision.ACCEPTED,
                at(76),
                null,
                at(6),
                TEAM),
            new ItemSuspended(
                item,
                problem,
                7,
                SuspensionCause.WEATHER,
                LocalDate.of(2026, 12, 1),
                "暴雨",
                at(7),
                TEAM),
            new ItemResumed(item, problem, 8, false, at(77), "雨停", at(8), TEAM),
            replied(item, problem, 9, ReplyKind.FINAL, at(9)),
            new ReplyReturned(item, problem, 10, UUID.randomUUID(), 0, at(78), at(10), TEAM),
            replied(item, problem, 11, ReplyKind.FINAL, at(78)),
            accepted(item, problem, next),
            new ProblemCorrected(
                problem, "ROOF_LEAK", DeadlineClass.FACILITY, place(), at(12), TEAM)));
  }

  private static Place place() {
    return new Place("示例路 12 号", Callers.SUBDISTRICT, null, 120.3561, 36.0835);
  }

  private static ItemIssued issued(
      UUID item, UUID problem, int sequence, String unit, Instant at, Instant due) {
    return new ItemIssued(
        item,
        problem,
        sequence,
        UUID.randomUUID(),
        "督办〔2026〕" + sequence + "号",
        null,
        new UnitName(unit, unit),
        List.of(),
        DeadlineClass.GENERAL,
        due,
        "1",
        at,
        TEAM,
        null,
        null);
  }

  private static ItemReplied replied(
      UUID item, UUID problem, int sequence, ReplyKind kind, Instant at) {
    return new ItemReplied(
        item,
        problem,
        sequence,
        UUID.randomUUID(),
        kind,
        0,
        true,
        at,
        TEAM,
        List.of(new AttachedFile(UUID.randomUUID(), "00")),
        List.of());
  }

  private ReplyAccepted accepted(UUID item, UUID problem, String unit) {
    return new ReplyAccepted(
        item,
        problem,
        12,
        UUID.randomUUID(),
        0,
        "P-" + problem,
        "屋面渗漏",
        "GROUND_DAMAGE",
        DeadlineClass.GENERAL,
        place(),
        new UnitName(unit, unit),
        List.of(unit),
        null,
        at(78),
        at(79),
        TEAM,
        List.of(),
        SourceKind.CITIZEN,
        false);
  }
}
