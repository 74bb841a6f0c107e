package org.bihuan.intake.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.stream.EventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Problems are told as they change, to who may see them. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ProblemStreamTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TestHTTPResource URI root;

  private final List<EventStream> readers = new ArrayList<>();

  @AfterEach
  void hang_up() {
    readers.forEach(EventStream::close);
  }

  private EventStream open(Identity who, String lastEventId) {
    EventStream reader =
        EventStream.open(root.resolve("/api/v1/problems/stream"), who, lastEventId);
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

  private static String problem() {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            "{\"channel\": \"HOTLINE_12319\", \"text\": \"楼顶漏雨\", \"categoryCode\": \"ROOF_LEAK\"}")
        .post("/api/v1/complaints")
        .path("problemId");
  }

  @Test
  void a_filed_problem_is_told_to_the_team_and_its_channel_and_not_to_another() {
    EventStream team = open(Identity.of(Role.SPECIAL_TEAM), null);
    EventStream own =
        open(Identity.of(Role.CHANNEL_CLERK).ofChannels(List.of("HOTLINE_12319")), null);
    EventStream other =
        open(Identity.of(Role.CHANNEL_CLERK).ofChannels(List.of("DISTRICT_HOTLINE")), null);
    String id = problem();
    await().atMost(PATIENCE).until(() -> kindsOf(team, id), List.of("OPEN")::equals);
    await().atMost(PATIENCE).until(() -> kindsOf(own, id), List.of("OPEN")::equals);
    assertEquals(List.of(), kindsOf(other, id));
    String last = team.told().get(team.told().size() - 1).id();
    team.close();
    String missed = problem();
    EventStream again = open(Identity.of(Role.SPECIAL_TEAM), last);
    await().atMost(PATIENCE).until(() -> kindsOf(again, missed), List.of("OPEN")::equals);
    assertEquals(List.of(), kindsOf(again, id));
  }
}
