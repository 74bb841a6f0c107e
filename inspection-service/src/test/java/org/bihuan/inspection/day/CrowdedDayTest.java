package org.bihuan.inspection.day;

import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.as;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of a day has room for 200 re-checks that anybody may take. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class CrowdedDayTest {

  private static final String LOT =
      """
      insert into lot (id, version, status, unit_code, deadline_class, period, mode, population, size, acceptance, error,
        confidence, tolerable, risk, seed, visited, passed, opened_at, opened_by_role, opened_by_subject)
      values ('%1$s', 0, 'OPEN', '%1$s', 'GENERAL', '2001-W01', 'NORMAL', 200, 50, 1, 0.1, 0.95, 0.1, 0.05, repeat('0', 32), 0, 0,
        now(), 'SPECIAL_TEAM', 'past')
      """;

  private static final String CROWD =
      """
      insert into recheck select other.* from recheck r, generate_series(1, 200) n, lateral jsonb_populate_record(r,
        jsonb_build_object('id', md5(r.id::text || n), 'item_id', md5(r.item_id::text || n), 'due_at', '2001-01-01') || '%s')
        other where r.id = '%s'
      """;

  @Inject DataSource database;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"lot_id\": \"LOT\", \"lot_rank\": 1, \"held\": true}",
        "{\"involved_unit_codes\": [\"" + OTHER_UNIT + "\"]}",
        "{\"involved_subjects\": [\"WHO\"]}"
      })
  void what_nobody_may_take_hides_nothing_that_is_due_later(String untakeable) throws SQLException {
    Identity who = Identity.of(Role.INSPECTOR).ofUnit(OTHER_UNIT).called("busy-inspector");
    AcceptedReply reply = AcceptedReply.first();
    String recheck = reply.recheck();
    String lot = UUID.randomUUID().toString();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(LOT.formatted(lot));
      statement.executeUpdate(
          CROWD.formatted(
              untakeable.replace("LOT", lot).replace("WHO", who.subject().orElseThrow()), recheck));
      statement.executeUpdate(
          "update recheck set due_at = '2001-01-02' where id = '" + recheck + "'");
      as(who)
          .get("/api/v1/inspectors/me/day?limit=200")
          .then()
          .statusCode(200)
          .body("items.id", hasItem(recheck));
    } finally {
      forget(reply, lot);
    }
  }

  private void forget(AcceptedReply reply, String lot) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from recheck where problem_id = '" + reply.problemId() + "'");
      statement.executeUpdate("delete from lot where id = '" + lot + "'");
    }
  }
}
