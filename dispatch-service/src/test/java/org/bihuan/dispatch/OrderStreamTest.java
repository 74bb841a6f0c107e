package org.bihuan.dispatch;

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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.identity.Tokens;
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

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Reader> readers = new ArrayList<>();

  @AfterEach
  void hang_up() {
    readers.forEach(Reader::close);
    clock.reset();
  }

  /** An event as the reader has it. */
  private record Told(String id, String name, String data) {

    String item() {
      return JsonPath.from(data).getString("id");
    }

    String kind() {
      return JsonPath.from(data).getString("kind");
    }
  }

  /** A reader on the wire. */
  private static final class Reader implements AutoCloseable {

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final List<String> beats = new CopyOnWriteArrayList<>();
    private final InputStream stream;
    private volatile boolean ended;

    Reader(InputStream stream) {
      this.stream = stream;
      Thread thread = new Thread(this::read, "reader");
      thread.setDaemon(true);
      thread.start();
    }

    private void read() {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        String id = null;
        String name = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith(":")) {
            beats.add(line);
          } else if (line.startsWith("id:")) {
            id = line.substring(3).strip();
          } else if (line.startsWith("event:")) {
            name = line.substring(6).strip();
          } else if (line.startsWith("data:")) {
            told.add(new Told(id, name, line.substring(5).strip()));
          }
        }
      } catch (IOException hungUp) {
        // As every reader ends at last.
      } finally {
        ended = true;
      }
    }

    List<String> kindsOf(String item) {
      return told.stream()
          .filter(each -> "change".equals(each.name()) && item.equals(each.item()))
          .map(Told::kind)
          .toList();
    }

    String lastId() {
      return told.get(told.size() - 1).id();
    }

    @Override
    public void close() {
      try {
        stream.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private HttpResponse<InputStream> ask(Identity who, String lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(STREAM))
            .header("Authorization", "Bearer " + Tokens.forTests().sign(who))
            .header("Accept-Language", "en")
            .header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Reader open(Identity who, String lastEventId) {
    HttpResponse<InputStream> response = ask(who, lastEventId);
    assertThat(response.statusCode(), equalTo(200));
    assertThat(
        response.headers().firstValue("content-type").orElse(""),
        containsString("text/event-stream"));
    Reader reader = new Reader(response.body());
    readers.add(reader);
    await().atMost(PATIENCE).until(() -> !reader.beats.isEmpty() || !reader.told.isEmpty());
    return reader;
  }

  private static void awaitKinds(Reader reader, String item, String... kinds) {
    await().atMost(PATIENCE).until(() -> reader.kindsOf(item), contains(kinds));
  }

  @Test
  void each_step_is_told_once_and_in_order_to_those_who_may_see_the_item() {
    Reader team = open(TEAM, null);
    Reader unit = open(handlerOf(ENFORCEMENT), null);
    Reader other = open(handlerOf("EDUCATION_BUREAU"), null);
    String id = district.acknowledged();
    awaitKinds(team, id, "ISSUE", "ACKNOWLEDGE");
    awaitKinds(unit, id, "ISSUE", "ACKNOWLEDGE");
    assertThat(other.kindsOf(id), empty());
    assertThat(team.told.get(0).data(), not(containsString("摊贩")));
  }

  @Test
  void who_comes_back_is_told_what_it_missed_and_nothing_twice() {
    Reader first = open(TEAM, null);
    String id = district.issued();
    awaitKinds(first, id, "ISSUE");
    String last = first.lastId();
    first.close();
    district.acknowledge(id).then().statusCode(200);
    district.replyFinally(id).then().statusCode(201);
    Reader again = open(TEAM, last);
    awaitKinds(again, id, "ACKNOWLEDGE", "REPLY");
  }

  @Test
  void who_missed_too_much_or_comes_from_another_database_begins_anew() {
    Reader reader = open(TEAM, "900000000000000000-01935c0a-0000-7000-8000-000000000001");
    await().atMost(PATIENCE).until(() -> reader.told.size(), equalTo(1));
    assertThat(reader.told.get(0).name(), equalTo("reset"));
    String id = district.issued();
    awaitKinds(reader, id, "ISSUE");
  }

  @Test
  void a_quiet_stream_gives_signs_of_life_and_ends_after_a_quarter_of_an_hour() {
    Reader reader = open(handlerOf("EDUCATION_BUREAU"), null);
    int beats = reader.beats.size();
    clock.forward(Duration.ofSeconds(16));
    await().atMost(PATIENCE).until(() -> reader.beats.size() > beats);
    clock.forward(Duration.ofMinutes(15));
    await().atMost(PATIENCE).until(() -> reader.ended);
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
              HttpResponse<InputStream> response = ask(reading, null);
              response.body().close();
              return response.statusCode();
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
    io.restassured.RestAssured.given().get(STREAM).then().statusCode(401);
    as(TEAM).get("/api/v1/orders").then().statusCode(200);
  }

  private static JsonPath problem(HttpResponse<InputStream> response, int status) {
    try {
      String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(body, response.statusCode(), equalTo(status));
      assertThat(
          response.headers().allValues("content-type"), hasItem(containsString("problem+json")));
      return JsonPath.from(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
