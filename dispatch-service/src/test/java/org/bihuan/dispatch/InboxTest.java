package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.ReferenceEvent.SubdistrictPublished;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/** What repeated, late and impossible facts do. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class InboxTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject District district;
  @Inject DataSource dataSource;

  private static int itemsOf(UUID problemId) {
    return as(TEAM)
        .get("/api/v1/order-items?count=exact&problemId=" + problemId)
        .jsonPath()
        .getInt("total");
  }

  @Test
  void a_repeated_event_and_a_second_filing_make_no_second_item() {
    ProblemFiled problem = district.problem();
    UUID event = UuidCreator.getTimeOrderedEpoch();
    district.tell(event, problem);
    district.tell(event, problem);
    district.tell(problem);
    ProblemFiled sentinel = district.problem();
    district.tell(sentinel);
    district.awaitItem(problem.problemId());
    district.awaitItem(sentinel.problemId());
    assertThat(itemsOf(problem.problemId()), equalTo(1));
    as(ADMIN)
        .get("/operations/dead-letters")
        .then()
        .body("findAll { it.key == '%s' }".formatted(problem.problemId()), hasSize(0));
  }

  @Test
  void a_burst_of_filings_becomes_as_many_items_each_issued_once() {
    String place = "370203035";
    Map<UUID, ProblemFiled> burst = new LinkedHashMap<>();
    for (int i = 0; i < 400; i++) {
      burst.put(UuidCreator.getTimeOrderedEpoch(), district.problemIn(place));
    }
    district.tell(new SubdistrictPublished(place, "示例街道"));
    district.tellAll(burst);
    await().atMost(PATIENCE).until(() -> issuedIn(place), equalTo(400));
    district.tellAll(burst);
    district.awaitItem(told(district.problem()));
    assertThat(issuedIn(place), equalTo(400));
  }

  private UUID told(ProblemFiled problem) {
    district.tell(problem);
    return problem.problemId();
  }

  private static int issuedIn(String subdistrictCode) {
    return as(TEAM)
        .get(
            "/api/v1/order-items?limit=1&count=exact&status=ISSUED&subdistrictCode="
                + subdistrictCode)
        .jsonPath()
        .getInt("total");
  }

  @Test
  void what_no_text_and_no_topic_can_hold_becomes_a_dead_letter_and_stops_nobody() {
    String filing = "intake.problem-filed.v1";
    String key = UUID.randomUUID().toString();
    List<String> poison =
        Stream.of(
                district.tellFiling(filing + '\u0000', key, new byte[0]),
                district.tellFiling(filing, key + '\u0000', new byte[0]),
                district.tellFiling(filing, "k".repeat(5_000), new byte[0]),
                district.tellFiling(filing, key, new byte[1_048_000]))
            .map(UUID::toString)
            .toList();
    await()
        .atMost(PATIENCE)
        .until(
            () -> as(ADMIN).get("/operations/dead-letters").jsonPath().getList("eventId"),
            hasItems(poison.toArray()));
    UUID sound = told(district.problem());
    district.awaitTold("dispatch.events", sound.toString(), 1);
  }

  @Test
  void what_comes_while_the_letter_before_it_is_removed_is_applied_and_not_parked_behind_nothing()
      throws SQLException {
    ProblemFiled problem = district.problem();
    String key = problem.problemId().toString();
    district.tellFiling("intake.problem-filed.v1", key, new byte[0]);
    await().atMost(PATIENCE).until(() -> lettersOf(key), equalTo(1));
    try (Connection operator = dataSource.getConnection();
        Statement statement = operator.createStatement()) {
      operator.setAutoCommit(false);
      statement.execute("delete from dead_letter where event_key = '" + key + "'");
      district.tell(problem);
      await().atMost(PATIENCE).until(this::someoneWaitsForALock);
      operator.commit();
    }
    district.awaitItem(problem.problemId());
    assertThat(lettersOf(key), equalTo(0));
  }

  @Test
  void a_letter_keeps_the_trace_of_its_event_until_it_is_applied() throws SQLException {
    String key = UUID.randomUUID().toString();
    String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";
    district.tellFiling("intake.problem-filed.v1", key, new byte[0], traceparent);
    await().atMost(PATIENCE).until(() -> lettersOf(key), equalTo(1));
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select traceparent from dead_letter where event_key = '" + key + "'")) {
      row.next();
      assertThat(row.getString(1), equalTo(traceparent));
    }
  }

  private static int lettersOf(String key) {
    return as(ADMIN)
        .get("/operations/dead-letters")
        .jsonPath()
        .getList("findAll { it.key == '" + key + "' }")
        .size();
  }

  private boolean someoneWaitsForALock() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select exists (select 1 from pg_stat_activity where datname = current_database()"
                    + " and wait_event_type = 'Lock' and query like '%from dead_letter%')")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
