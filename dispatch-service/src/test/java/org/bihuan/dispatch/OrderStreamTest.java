package org.bihuan.dispatch;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.stream.EventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Steps are told as they happen, to who may see them, and nobody who comes back misses one. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class OrderStreamTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String STREAM = "/api/v1/orders/stream";

  @Inject District district;
  @Inject MovableClock clock;

  @TestHTTPResource URI root;

  private final List<EventStream> readers = new ArrayList<>();

  @AfterEach
  void hang_up() {
    readers.forEach(EventStream::close);
    clock.reset();
  }

  private EventStream ask(Identity who, String lastEventId) {
    return EventStream.open(root.resolve(STREAM), who, lastEventId);
  }

  private EventStream open(Identity who, String lastEventId) {
    EventStream reader = ask(who, lastEventId);
    readers.add(reader);
    assertThat(reader.status(), equalTo(200));
    assertThat(reader.type(), containsString("text/event-stream"));
    await().atMost(PATIENCE).until(() -> reader.beats() > 0 || !reader.told().isEmpty());
    return reader;
  }

  private static List<String> kindsOf(EventStream reader, String item) {
    return reader.told().stream()
        .filter(told -> "change".equals(told.name()))
        .map(told -> JsonPath.from(told.data()))
        .filter(change -> item.equals(change.getString("id")))
        .map(change -> change.getString("kind"))
        .toList();
  }

  private static String lastIdOf(EventStream reader) {
    return reader.told().get(reader.told().size() - 1).id();
  }

  private static void awaitKinds(EventStream reader, String item, String... kinds) {
    await().atMost(PATIENCE).until(() -> kindsOf(reader, item), contains(kinds));
  }

  @Test
  void each_step_is_told_once_and_in_order_to_those_who_may_see_the_item() {
    EventStream team = open(TEAM, null);
    EventStream unit = open(handlerOf(ENFORCEMENT), null);
    EventStream other = open(handlerOf("EDUCATION_BUREAU"), null);
    String id = district.acknowledged();
    awaitKinds(team, id, "ISSUE", "ACKNOWLEDGE");
    awaitKinds(unit, id, "ISSUE", "ACKNOWLEDGE");
    assertThat(kindsOf(other, id), empty());
    assertThat(team.told().get(0).data(), not(containsString("摊贩")));
  }

  @Test
  void who_comes_back_is_told_what_it_missed_and_nothing_twice() {
    EventStream first = open(TEAM, null);
    String id = district.issued();
    awaitKinds(first, id, "ISSUE");
    String last = lastIdOf(first);
    first.close();
    district.acknowledge(id).then().statusCode(200);
    district.replyFinally(id).then().statusCode(201);
    EventStream again = open(TEAM, last);
    awaitKinds(again, id, "ACKNOWLEDGE", "REPLY");
  }

  @Test
  void who_saw_nothing_of_its_own_goes_on_from_where_the_stream_was_too() {
    EventStream quiet = open(handlerOf(ENFORCEMENT), null);
    EventStream other = open(TEAM, null);
    String place = quiet.lastId();
    String foreign =
        district
            .itemOf(district.problem("SANITATION", DeadlineClass.GENERAL))
            .getString("items[0].id");
    await().atMost(PATIENCE).until(() -> !kindsOf(other, foreign).isEmpty());
    clock.forward(Duration.ofSeconds(16));
    await().atMost(PATIENCE).until(() -> !quiet.lastId().equals(place));
    String last = quiet.lastId();
    assertThat("a sign of life names no change", last, endsWith("-" + new UUID(0, 0)));
    quiet.close();
    String id = district.issued();
    awaitKinds(open(handlerOf(ENFORCEMENT), last), id, "ISSUE");
  }

  @Test
  void who_missed_too_much_or_comes_from_another_database_begins_anew() {
    EventStream reader = open(TEAM, "900000000000000000-01935c0a-0000-7000-8000-000000000001");
    await().atMost(PATIENCE).until(() -> reader.told().size(), equalTo(1));
    assertThat(reader.told().get(0).name(), equalTo("reset"));
    String id = district.issued();
    awaitKinds(reader, id, "ISSUE");
  }

  @Test
  void a_quiet_stream_gives_signs_of_life_and_ends_after_a_quarter_of_an_hour() {
    EventStream reader = open(handlerOf("EDUCATION_BUREAU"), null);
    int beats = reader.beats();
    clock.forward(Duration.ofSeconds(16));
    await().atMost(PATIENCE).until(() -> reader.beats() > beats);
    clock.forward(Duration.ofMinutes(15));
    await().atMost(PATIENCE).until(reader::isEnded);
  }

  @Test
  void a_login_reads_five_streams_and_no_more_until_one_is_closed() {
    Identity reading = TEAM.called("eager-reader");
    for (int i = 0; i < 5; i++) {
      open(reading, null);
    }
    JsonPath refused = problem(ask(reading, null), 429);
    assertThat(refused.getString("code"), equalTo("too-many-streams"));
    assertThat(
        refused.getString("detail"), equalTo("One login reads at most 5 streams at a time."));
    readers.get(readers.size() - 1).close();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              EventStream again = ask(reading, null);
              again.close();
              return again.status();
            },
            equalTo(200));
  }

  @Test
  void a_foreign_id_a_role_without_sight_and_nobody_are_refused() {
    JsonPath faults = problem(ask(TEAM, "1234"), 400);
    assertThat(faults.getList("errors.code"), containsInAnyOrder("last-event-id"));
    problem(ask(Identity.of(Role.CHANNEL_CLERK), null), 403);
    JsonPath bound = problem(ask(Identity.of(Role.UNIT_HANDLER).withoutUsualClaims(), null), 403);
    assertThat(bound.getString("code"), equalTo("claim-missing"));
    given().get(STREAM).then().statusCode(401);
    as(TEAM).get("/api/v1/orders").then().statusCode(200);
  }

  private static JsonPath problem(EventStream refused, int status) {
    assertThat(refused.status(), equalTo(status));
    assertThat(refused.type(), containsString("problem+json"));
    return JsonPath.from(refused.refusal());
  }
}
