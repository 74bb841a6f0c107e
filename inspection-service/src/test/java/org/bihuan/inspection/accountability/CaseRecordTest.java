package org.bihuan.inspection.accountability;

import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.SUB_UNIT;
import static org.bihuan.inspection.accountability.FailingItem.COMMITTEE;
import static org.bihuan.inspection.accountability.FailingItem.decide;
import static org.bihuan.inspection.accountability.FailingItem.propose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database keeps of a case, whatever the code does. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class CaseRecordTest {

  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);

  @Inject DataSource dataSource;

  private final FailingItem item = new FailingItem();

  @BeforeEach
  void reference_data_has_arrived() {
    PlannedInspection.publishReferenceData();
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement run = connection.createStatement()) {
      run.executeUpdate(statement);
    }
  }

  @Test
  void the_database_confirms_nothing_without_the_decision_of_the_right_role() {
    String id =
        propose(TEAM, "C3", LEAD_UNIT, item.fail()).then().statusCode(201).extract().path("id");
    String decided =
        "update accountability_case set status = '%s', decided_at = now(), decided_by_role = '%s',"
            + " decided_by_subject = '%s', decision_reason = 'x' where id = '"
            + id
            + "'";
    String bare = "update accountability_case set status = 'CONFIRMED' where id = '" + id + "'";
    for (String change :
        List.of(
            bare,
            decided.formatted("CONFIRMED", "COMMITTEE_INSPECTOR", "somebody"),
            decided.formatted("CONFIRMED", "DISCIPLINE", "special-team"),
            decided.formatted("SERVED", "DISCIPLINE", "somebody"),
            "update accountability_case set level = 'C1' where id = '" + id + "'",
            "delete from case_basis where case_id = '" + id + "'",
            "delete from accountability_case where id = '" + id + "'")) {
      assertThrows(SQLException.class, () -> sql(change), change);
    }
  }

  @Test
  void the_database_keeps_what_a_case_rests_on_and_who_did_what() throws SQLException {
    String id =
        propose(TEAM, "C2", LEAD_UNIT, item.fail()).then().statusCode(201).extract().path("id");
    String confirm =
        "update accountability_case set status = 'CONFIRMED', decided_at = now(),"
            + " decided_by_role = 'COMMITTEE_INSPECTOR', decided_by_subject = 'somebody',"
            + " decision_reason = 'x', decided_by_unit_code = %s where id = '"
            + id
            + "'";
    String serve =
        "update accountability_case set status = 'SERVED', served_at = now(),"
            + " served_by_role = 'COMMITTEE_INSPECTOR', served_by_subject = 'somebody',"
            + " served_by_unit_code = %s where id = '"
            + id
            + "'";
    assertRefused(
        "insert into case_basis select case_id, 2, kind, '%s' from case_basis where case_id = '%s'"
            .formatted(UUID.randomUUID(), id),
        "insert into accountability_case (id, version, level, status, subject_unit_code,"
            + " subject_unit_name, proposed_at, proposed_by_role, proposed_by_subject) values ('"
            + UUID.randomUUID()
            + "', 0, 'C2', 'PROPOSED', 'X', 'X', now(), 'SPECIAL_TEAM', 'x')",
        "update accountability_case set subject_unit_name = 'X' where id = '" + id + "'",
        "update accountability_case set proposed_by_unit_code = 'X' where id = '" + id + "'",
        "update accountability_case set sole_inspector = null where id = '" + id + "'",
        confirm.formatted("'" + LEAD_UNIT + "'"),
        confirm.formatted("'" + SUB_UNIT + "'"));
    sql(confirm.formatted("null"));
    assertRefused(
        "update accountability_case set decided_by_unit_code = 'X' where id = '" + id + "'",
        serve.formatted("'" + LEAD_UNIT + "'"),
        serve.formatted("'" + SUB_UNIT + "'"));
    sql(serve.formatted("null"));
  }

  @Test
  void that_a_unit_became_next_of_kin_later_does_not_keep_a_case_from_being_served()
      throws SQLException {
    String id =
        propose(TEAM, "C2", LEAD_UNIT, item.fail()).then().statusCode(201).extract().path("id");
    try (Connection connection = dataSource.getConnection();
        Statement run = connection.createStatement()) {
      connection.setAutoCommit(false);
      run.executeUpdate(
          "update accountability_case set status = 'CONFIRMED', decided_at = now(),"
              + " decided_by_role = 'COMMITTEE_INSPECTOR', decided_by_subject = 'somebody',"
              + " decision_reason = 'x', decided_by_unit_code = 'LATER_PARENT' where id = '"
              + id
              + "'");
      run.executeUpdate(
          "update unit set parent_code = 'LATER_PARENT' where code = '" + LEAD_UNIT + "'");
      assertEquals(
          1,
          run.executeUpdate(
              "update accountability_case set status = 'SERVED', served_at = now(),"
                  + " served_by_role = 'COMMITTEE_INSPECTOR', served_by_subject = 'somebody',"
                  + " served_by_unit_code = 'SOME_OTHER_UNIT' where id = '"
                  + id
                  + "'"));
      connection.rollback();
    }
  }

  private void assertRefused(String... changes) {
    for (String change : changes) {
      assertThrows(SQLException.class, () -> sql(change), change);
    }
  }

  @Test
  void the_database_keeps_a_decision_and_a_card_as_they_are() {
    item.fail();
    item.fail();
    String id = item.caseOf("C2");
    decide(COMMITTEE, id, "REFUSED").then().statusCode(200);
    String card = item.cards().path("items[0].id");
    for (String change :
        List.of(
            "update accountability_case set status = 'CONFIRMED' where id = '" + id + "'",
            "update warning_card set kind = 'RED' where id = '" + card + "'",
            "delete from warning_card where id = '" + card + "'")) {
      SQLException refusal = assertThrows(SQLException.class, () -> sql(change));
      assertTrue(refusal.getMessage().contains("append-only"), refusal.getMessage());
    }
    assertEquals("DISMISSED", item.cases().path("items[0].status"));
  }
}
