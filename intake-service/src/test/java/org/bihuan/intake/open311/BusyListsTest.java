package org.bihuan.intake.open311;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bihuan.intake.IntakeStack;
import org.junit.jupiter.api.Test;

/** Lists are open to everybody, so few are read at once. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class BusyListsTest {

  private static final int AT_ONCE = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject DataSource dataSource;

  @Test
  void who_finds_no_turn_is_told_to_come_back_in_the_form_of_the_standard() throws SQLException {
    try (Connection other = dataSource.getConnection();
        Statement holding = other.createStatement()) {
      other.setAutoCommit(false);
      Executor threads = list -> new Thread(list).start();
      holding.execute("lock table complaint in access exclusive mode");
      List<CompletableFuture<Response>> asked =
          Stream.generate(() -> CompletableFuture.supplyAsync(BusyListsTest::list, threads))
              .limit(AT_ONCE + 1)
              .toList();
      await().atMost(PATIENCE).until(() -> asked.stream().anyMatch(CompletableFuture::isDone));
      other.rollback();
      List<Response> answers = asked.stream().map(CompletableFuture::join).toList();
      assertEquals(AT_ONCE, answers.stream().filter(answer -> answer.statusCode() == 200).count());
      answers.stream()
          .filter(answer -> answer.statusCode() != 200)
          .forEach(
              answer ->
                  answer
                      .then()
                      .statusCode(503)
                      .header("Retry-After", notNullValue())
                      .body("[0].code", equalTo("503"))
                      .body("[0].description", containsString("(service-requests-busy)")));
    }
  }

  private static Response list() {
    return RestAssured.get("/open311/v2/requests.json");
  }
}
