package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.ItemActs.extension;
import static org.bihuan.dispatch.ItemActs.get;
import static org.bihuan.dispatch.ItemActs.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every state × act × role on the running service: an act is done, or refused in the way that its
 * row says, and what is offered is what would be done.
 */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class ItemGridTest {

  private static final Set<ItemStatus> AT_WORK =
      EnumSet.of(ItemStatus.ISSUED, ItemStatus.ACKNOWLEDGED, ItemStatus.REWORK);
  private static final Set<ItemStatus> UNDER_HAND =
      EnumSet.of(ItemStatus.ACKNOWLEDGED, ItemStatus.REWORK);
  private static final Set<ItemStatus> FIRST_ROUND =
      EnumSet.of(ItemStatus.ISSUED, ItemStatus.ACKNOWLEDGED);
  private static final Set<Role> UNIT = EnumSet.of(Role.UNIT_HANDLER, Role.UNIT_LEADER);
  private static final Set<Role> TEAM = EnumSet.of(Role.SPECIAL_TEAM);

  @Inject District district;
  @Inject MovableClock clock;

  /** What can be asked for by an address, from where and by whom. */
  enum Act {
    ACKNOWLEDGE("/acknowledgement", "{}", EnumSet.of(ItemStatus.ISSUED), UNIT),
    REPLY_INTERIM("/replies", "{\"kind\": \"INTERIM\", \"measures\": \"已派人\"}", UNDER_HAND, UNIT),
    REPLY(
        "/replies",
        "{\"kind\": \"FINAL\", \"cause\": \"a\", \"measures\": \"b\", \"resultSummary\": \"c\"}",
        UNDER_HAND,
        UNIT),
    REQUEST_RETURN("/return-requests", ItemActs.RETURN_TO_NOBODY, FIRST_ROUND, UNIT),
    REQUEST_EXTENSION("/extension-requests", null, AT_WORK, UNIT),
    DECLARE_COMPLEX(
        "/complexity",
        "{\"reason\": \"x\"}",
        AT_WORK,
        EnumSet.of(Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.SPECIAL_TEAM)),
    ASSIGN(
        "/assignment",
        "{\"leadUnitCode\": \"TRAFFIC_POLICE\", \"deadlineClass\": \"GENERAL\"}",
        EnumSet.of(ItemStatus.UNASSIGNED),
        TEAM),
    SUSPEND(
        "/suspension",
        null,
        EnumSet.of(
            ItemStatus.ISSUED, ItemStatus.ACKNOWLEDGED, ItemStatus.REWORK, ItemStatus.SUSPENDED),
        TEAM),
    RESUME("/resumption", "{\"reason\": \"x\"}", EnumSet.of(ItemStatus.SUSPENDED), TEAM),
    URGE("/urges", "{\"text\": \"x\"}", AT_WORK, TEAM),
    CANCEL(
        "/cancellation",
        "{\"reason\": \"x\"}",
        EnumSet.complementOf(EnumSet.of(ItemStatus.WRITTEN_OFF, ItemStatus.CANCELLED)),
        TEAM);

    private final String path;
    private final String body;
    private final Set<ItemStatus> from;
    private final Set<Role> by;

    Act(String path, String body, Set<ItemStatus> from, Set<Role> by) {
      this.path = path;
      this.body = body;
      this.from = from;
      this.by = by;
    }
  }

  private String itemThatIs(ItemStatus status) {
    String id;
    switch (status) {
      case UNASSIGNED:
        return district
            .itemOf(district.problem("OTHER", DeadlineClass.GENERAL))
            .getString("items[0].id");
      case ISSUED:
        return district.issued();
      case ACKNOWLEDGED:
        return district.acknowledged();
      case RETURN_REQUESTED:
        id = district.issued();
        post(ItemActs.HANDLER, id, "/return-requests", ItemActs.RETURN_TO_NOBODY)
            .then()
            .statusCode(201);
        return id;
      case REPLIED:
        return district.replied();
      case RECHECK_PENDING:
        return district.accepted();
      case REWORK:
        id = district.accepted();
        district.tellRecheckFailed(id, 0);
        district.awaitStatus(id, "REWORK");
        return id;
      case SUSPENDED:
        id = district.acknowledged();
        ItemActs.suspend(id, clock, 3).then().statusCode(200);
        return id;
      case WRITTEN_OFF:
        id = district.accepted();
        district.tellWrittenOff(id);
        district.awaitStatus(id, "WRITTEN_OFF");
        return id;
      default:
        id = district.issued();
        post(District.TEAM, id, "/cancellation", "{\"reason\": \"x\"}").then().statusCode(200);
        return id;
    }
  }

  private static Identity who(Role role) {
    return UNIT.contains(role) ? Identity.of(role).ofUnit(ENFORCEMENT) : Identity.of(role);
  }

  private Response ask(Act act, Role role, String id) {
    return post(who(role), id, act.path, bodyOf(act, id));
  }

  private String bodyOf(Act act, String id) {
    if (act == Act.SUSPEND) {
      return ItemActs.suspension(clock, 5);
    }
    if (act == Act.REQUEST_EXTENSION) {
      String dueAt = get(id, "").getString("dueAt");
      return extension(Instant.parse(dueAt).plus(Duration.ofHours(1)));
    }
    return act.body;
  }

  @ParameterizedTest
  @EnumSource(ItemStatus.class)
  void an_act_is_refused_to_other_roles_and_in_other_states(ItemStatus status) {
    String id = itemThatIs(status);
    for (Act act : Act.values()) {
      for (Role role : Role.values()) {
        boolean possible = act.from.contains(status);
        if (act.by.contains(role) && possible) {
          continue;
        }
        Response answer = ask(act, role, id);
        String what = status + " " + act + " " + role + ": " + answer.asString();
        if (!act.by.contains(role)) {
          assertEquals(403, answer.statusCode(), what);
        } else if (status == ItemStatus.UNASSIGNED && UNIT.contains(role)) {
          assertEquals(404, answer.statusCode(), what);
        } else {
          assertEquals(409, answer.statusCode(), what);
          assertEquals("illegal-transition", answer.path("code"), what);
          assertEquals(status.name(), answer.path("currentStatus"), what);
        }
      }
    }
    assertEquals(status.name(), district.item(id).getString("status"));
  }

  @ParameterizedTest
  @EnumSource(ItemStatus.class)
  void an_act_is_done_by_those_of_its_row_and_is_offered_to_them_alone(ItemStatus status) {
    for (Role role : List.of(Role.SPECIAL_TEAM, Role.UNIT_HANDLER, Role.UNIT_LEADER)) {
      boolean outOfSight = status == ItemStatus.UNASSIGNED && UNIT.contains(role);
      Set<String> done = new TreeSet<>();
      for (Act act : Act.values()) {
        if (act.by.contains(role) && act.from.contains(status) && !outOfSight) {
          Response answer = ask(act, role, itemThatIs(status));
          assertTrue(
              answer.statusCode() / 100 == 2,
              status + " " + act + " " + role + ": " + answer.asString());
          done.add(act.name());
        }
      }
      if (!outOfSight) {
        assertEquals(done, offered(role, itemThatIs(status)), status + " " + role);
      }
    }
  }

  /** Of the acts in the table, those that the item offers. */
  private static Set<String> offered(Role role, String id) {
    Set<String> inTable =
        EnumSet.allOf(Act.class).stream().map(Act::name).collect(Collectors.toSet());
    List<String> actions =
        as(who(role))
            .get("/api/v1/order-items/" + id)
            .then()
            .statusCode(200)
            .extract()
            .path("allowedActions");
    actions.forEach(ItemAction::valueOf);
    return actions.stream()
        .filter(inTable::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
