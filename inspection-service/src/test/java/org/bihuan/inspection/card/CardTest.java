package org.bihuan.inspection.card;

import static org.awaitility.Awaitility.await;
import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.SUB_UNIT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemOverdue;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.Facts;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.inspection.accountability.FailingItem;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** Cards from facts of dispatch, and who sees them. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class CardTest {

  private static final Actor CLOCK = Actor.system("sla-watch");
  private static final String CARDS = "/api/v1/warning-cards";

  private final UUID problem = UUID.randomUUID();
  private final UUID item = UUID.randomUUID();
  private final Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private ItemIssued issued(UUID id, String unit, int sequence) {
    return new ItemIssued(
        id,
        problem,
        sequence,
        UUID.randomUUID(),
        "创督〔2026〕104号",
        null,
        new UnitName(unit, "责任单位"),
        List.of(),
        DeadlineClass.GENERAL,
        due,
        "GENERAL-1",
        due.minus(Duration.ofHours(48)),
        CLOCK,
        null,
        null);
  }

  /** As it was told before the fact named its unit. */
  private ItemOverdue overdue(UUID id, int sequence) {
    return new ItemOverdue(id, problem, sequence, due, due.plusSeconds(1), CLOCK, null, null);
  }

  private ItemOverdue overdueOf(String unit, int sequence, int round, Instant limit) {
    return new ItemOverdue(
        item,
        problem,
        sequence,
        limit,
        limit.plusSeconds(1),
        CLOCK,
        new UnitName(unit, "责任单位"),
        round);
  }

  private static void awaitCards(UUID id, int count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> team().get(CARDS + "?count=exact&itemId=" + id).<Integer>path("total"),
            equalTo(count));
  }

  /** Everything told before this under the same key has been heard when this has its card. */
  private void awaitAllHeard() {
    UUID last = UUID.randomUUID();
    Facts.tell(issued(last, OTHER_UNIT, 1), overdue(last, 2));
    awaitCards(last, 1);
  }

  @Test
  void an_overdue_item_gives_one_yellow_card_however_often_it_is_told() {
    UUID event = UUID.randomUUID();
    Facts.tell(issued(item, LEAD_UNIT, 1));
    Facts.tell(overdue(item, 2), event);
    Facts.tell(overdue(item, 2), event);
    Facts.tell(overdue(item, 3));
    awaitAllHeard();
    team()
        .get(CARDS + "?itemId=" + item)
        .then()
        .statusCode(200)
        .body("items.kind", contains("YELLOW"))
        .body("items.cause", contains("OVERDUE"))
        .body("items.unit.code", contains(LEAD_UNIT))
        .body("items.orderSerial", contains("创督〔2026〕104号"))
        .body("items[0].recheckId", nullValue())
        .body("items[0].failures", equalTo(0))
        .body("items[0].dueAt", equalTo(due.toString()));
  }

  @Test
  void a_card_names_the_unit_that_had_the_item_when_it_was_late() {
    Facts.tell(
        issued(item, LEAD_UNIT, 1),
        overdue(item, 2),
        issued(item, OTHER_UNIT, 5),
        issued(item, LEAD_UNIT, 3),
        overdue(item, 6));
    awaitCards(item, 2);
    team()
        .get(CARDS + "?itemId=" + item)
        .then()
        .body("items.unit.code", containsInAnyOrder(LEAD_UNIT, OTHER_UNIT));
  }

  @Test
  void a_fact_that_tells_its_unit_and_round_is_believed_before_what_is_known() {
    Facts.tell(issued(item, OTHER_UNIT, 5), overdueOf(LEAD_UNIT, 2, 1, due));
    awaitCards(item, 1);
    team()
        .get(CARDS + "?itemId=" + item)
        .then()
        .body("items.unit.code", contains(LEAD_UNIT))
        .body("items.round", contains(1));
  }

  @Test
  void an_older_fact_from_before_the_item_changed_hands_gives_no_card() {
    Facts.tell(issued(item, OTHER_UNIT, 5), overdue(item, 2));
    awaitAllHeard();
    team().get(CARDS + "?itemId=" + item).then().body("items", empty());
  }

  @Test
  void each_limit_that_passes_gives_a_card_and_the_one_for_a_limit_that_was_moved_stands() {
    Instant moved = due.plus(Duration.ofHours(24));
    Facts.tell(
        issued(item, LEAD_UNIT, 1),
        overdueOf(LEAD_UNIT, 2, 0, due),
        overdueOf(LEAD_UNIT, 4, 0, moved),
        overdueOf(LEAD_UNIT, 4, 0, moved));
    awaitAllHeard();
    team()
        .get(CARDS + "?sort=issuedAt&itemId=" + item)
        .then()
        .body("items.dueAt", contains(due.toString(), moved.toString()));
  }

  @Test
  void an_item_whose_unit_nobody_has_told_gives_no_card() {
    Facts.tell(overdue(item, 2));
    awaitAllHeard();
    team().get(CARDS + "?itemId=" + item).then().body("items", empty());
  }

  @Test
  void an_overdue_item_is_nobodys_case_by_itself() {
    Facts.tell(issued(item, LEAD_UNIT, 1), overdue(item, 2));
    awaitCards(item, 1);
    as(Role.TOP_LEADER)
        .get("/api/v1/accountability-cases?problemId=" + problem)
        .then()
        .body("items", empty());
  }

  @Test
  void cards_are_read_by_few_and_by_nobody_of_the_unit() {
    PlannedInspection.publishReferenceData();
    FailingItem failing = new FailingItem();
    failing.fail();
    failing.fail();
    String cards = CARDS + "?itemId=" + failing.itemId();
    Set<Role> readers =
        Set.of(Role.SPECIAL_TEAM, Role.TOP_LEADER, Role.COMMITTEE_INSPECTOR, Role.DISCIPLINE);
    for (Role role : Role.values()) {
      int expected = readers.contains(role) ? 200 : 403;
      assertEquals(expected, as(role).get(cards).statusCode(), role.name());
    }
    for (Role role : readers) {
      as(role).get(cards).then().body("items.kind", contains("YELLOW"));
      for (Identity own :
          List.of(
              Identity.of(role).ofUnit(LEAD_UNIT),
              Identity.of(role).ofUnit(SUB_UNIT),
              Identity.of(role).alsoAs(Role.UNIT_HANDLER).ofUnit(LEAD_UNIT))) {
        as(own).get(cards + "&count=exact").then().body("total", equalTo(0));
      }
      as(Identity.of(role).ofUnit("market_service_centre_1"))
          .get(cards)
          .then()
          .statusCode(403)
          .body("code", equalTo("claim-missing"));
    }
  }
}
