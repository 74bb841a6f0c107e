package org.bihuan.inspection.stream;

import static org.awaitility.Awaitility.await;
import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.team;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FeedbackWay;
import org.bihuan.contract.IntakeEvent.FeedbackGiven;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.Facts;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.stream.EventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Re-checks are told as they change; the unit looked at hears of one when it is over. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class RecheckStreamTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TestHTTPResource URI root;

  private final List<EventStream> readers = new ArrayList<>();

  @AfterEach
  void hang_up() {
    readers.forEach(EventStream::close);
  }

  private EventStream open(Identity who) {
    EventStream reader = EventStream.open(root.resolve("/api/v1/rechecks/stream"), who, null);
    readers.add(reader);
    assertEquals(200, reader.status());
    await().atMost(PATIENCE).until(() -> reader.beats() > 0);
    return reader;
  }

  private static List<String> kindsOf(EventStream reader, String id) {
    return reader.told().stream()
        .map(told -> JsonPath.from(told.data()))
        .filter(change -> id.equals(change.getString("id")))
        .map(change -> change.getString("kind"))
        .toList();
  }

  @Test
  void a_unit_hears_of_its_recheck_when_it_is_over_and_another_never() {
    EventStream team = open(Identity.of(Role.SPECIAL_TEAM));
    EventStream looked = open(Identity.of(Role.UNIT_HANDLER).ofUnit(LEAD_UNIT));
    EventStream other = open(Identity.of(Role.UNIT_HANDLER).ofUnit(OTHER_UNIT));
    String id = AcceptedReply.first().recheck();
    await().atMost(PATIENCE).until(() -> kindsOf(team, id).contains("PLANNED"));
    assertEquals(List.of(), kindsOf(looked, id));
    as(Identity.of(Role.INSPECTOR).called("inspector-of-stream").ofUnit(OTHER_UNIT))
        .body("{\"outcome\": \"PASSED\"}")
        .post("/api/v1/rechecks/" + id + "/outcome")
        .then()
        .statusCode(200);
    await().atMost(PATIENCE).until(() -> kindsOf(team, id), List.of("PLANNED", "DONE")::equals);
    await().atMost(PATIENCE).until(() -> kindsOf(looked, id), List.of("DONE")::equals);
    assertEquals(List.of(), kindsOf(other, id));
  }

  @Test
  void an_inspector_hears_of_what_a_reporter_asks_for_and_the_unit_does_not() {
    AcceptedReply reply = AcceptedReply.first();
    as(Identity.of(Role.INSPECTOR).called("inspector-of-stream").ofUnit(OTHER_UNIT))
        .body("{\"outcome\": \"PASSED\"}")
        .post("/api/v1/rechecks/" + reply.recheck() + "/outcome")
        .then()
        .statusCode(200);
    EventStream inspector = open(Identity.of(Role.INSPECTOR).ofUnit(OTHER_UNIT));
    EventStream looked = open(Identity.of(Role.UNIT_HANDLER).ofUnit(LEAD_UNIT));
    Facts.tell(
        new FeedbackGiven(
            reply.problemId(),
            UUID.randomUUID(),
            false,
            1,
            FeedbackWay.PUBLIC,
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            new Actor("ANONYMOUS", null, "anonymous")));
    String asked = "/api/v1/rechecks?kind=FEEDBACK&itemId=" + reply.itemId();
    await().atMost(PATIENCE).until(() -> team().get(asked).path("items[0]?.id") != null);
    String id = team().get(asked).path("items[0].id");
    await().atMost(PATIENCE).until(() -> kindsOf(inspector, id), List.of("PLANNED")::equals);
    assertEquals(List.of(), kindsOf(looked, id));
  }

  @Test
  void who_may_not_read_rechecks_is_refused() {
    EventStream clerk =
        EventStream.open(
            root.resolve("/api/v1/rechecks/stream"), Identity.of(Role.CHANNEL_CLERK), null);
    assertEquals(403, clerk.status());
    clerk.close();
  }
}
