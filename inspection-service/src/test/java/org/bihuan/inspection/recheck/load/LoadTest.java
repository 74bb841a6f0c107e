package org.bihuan.inspection.recheck.load;

import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class LoadTest {

  private static final String LOAD = "/api/v1/rechecks/load";

  private static JsonPath load() {
    return team().get(LOAD).then().statusCode(200).extract().jsonPath();
  }

  private static void assertEveryFigureIsItsList(JsonPath load, String path) {
    List<String> lists = load.getList(path + ".list");
    List<Integer> values = load.getList(path + ".value");
    for (int i = 0; i < lists.size(); i++) {
      team().get(lists.get(i) + "&count=exact").then().body("total", equalTo(values.get(i)));
    }
  }

  @Test
  void every_figure_is_the_length_of_the_list_behind_it() {
    PlannedInspection.publishReferenceData();
    AcceptedReply late =
        new AcceptedReply(
            UUID.randomUUID(),
            UUID.randomUUID(),
            0,
            "GROUND_DAMAGE",
            Instant.now().minus(Duration.ofDays(9)));
    String id = late.recheck();
    String inspector = "load-" + UUID.randomUUID();
    team()
        .body(
            "{\"inspectors\":[{\"subject\":\"%s\",\"unitCode\":\"%s\"}]}"
                .formatted(inspector, OTHER_UNIT))
        .post("/api/v1/rechecks/" + id + "/assignment")
        .then()
        .statusCode(200);
    AcceptedReply.first().recheck();
    JsonPath load = load();
    assertThat(load.getInt("overdue.value"), greaterThanOrEqualTo(1));
    assertThat(load.getInt("unassigned.value"), greaterThanOrEqualTo(1));
    for (String path :
        List.of("subdistricts.open", "subdistricts.unassigned", "subdistricts.overdue")) {
      assertEveryFigureIsItsList(load, path);
    }
    String mine = "inspectors.find { it.subject == '" + inspector + "' }";
    assertThat(load.getInt(mine + ".open.value"), equalTo(1));
    assertThat(load.getInt(mine + ".overdue.value"), equalTo(1));
    assertThat(load.getString(mine + ".unitCode"), equalTo(OTHER_UNIT));
    team()
        .get(load.getString(mine + ".overdue.list"))
        .then()
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(id));
    assertThat(
        load.getInt("subdistricts.find { it.code == '" + SUBDISTRICT + "' }.open.value"),
        greaterThanOrEqualTo(2));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void those_who_watch_over_the_whole_district_see_it(Role role) {
    Set<Role> others =
        EnumSet.of(Role.CHANNEL_CLERK, Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.SUBDISTRICT);
    as(role).get(LOAD).then().statusCode(others.contains(role) ? 403 : 200);
  }
}
