package org.bihuan.intake.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.ledger.LedgerEntry;
import org.bihuan.intake.problem.Problem;
import org.bihuan.kit.batching.SetInsert;
import org.bihuan.localstack.identity.Role;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

/** Rows that are written as a set are those that Hibernate writes one by one. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class SetInsertTest {

  /** What a text of PostgreSQL's own could be taken for, in SQL. */
  private static final String AWKWARD =
      "E'路灯\\t不亮\\\\n\\r\\n\\\\N {\"引号\"}\\n\\\\.\\n🚧 ' || chr(8)";

  private static final String EVERY_FIELD_OF_A_COMPLAINT =
      """
      update complaint set subject = %1$s, text = %1$s, address = %1$s, grid_code = '1', source_ref = gen_random_uuid(),
        sent_fingerprints = decode('00ff5c6e0a090d22', 'hex'), content_key = -7, category_confidence = 0.1 + 0.2,
        occurred_at = '1999-12-31T23:59:59.999999Z', subdistrict_code = (select min(code) from subdistrict), placed_by = 'NAME',
        place_doubt = 'POINT_ELSEWHERE', longitude = 120.380000000001,
        latitude = -1e-9, sent_longitude = 120, sent_latitude = 36, sent_crs = 'GCJ02', anonymous = false,
        reporter_name = decode('5c78', 'hex'), reporter_phone = '', reporter_phone_hash = decode('00', 'hex'),
        attachment_ids = array[gen_random_uuid(), gen_random_uuid()], intent = 'HELP', intent_confidence = 0.1, scope = 'OTHER_BODY',
        scope_confidence = 1, likely_body_code = 'TAX', likely_body_confidence = 0.5, recognition_model = '2026-11-29.1'
      where id = '%2$s'
      """;

  private static final String WITH_A_UNIT =
      """
      update problem set lead_unit_code = 'A', lead_unit_name = '甲', joint_unit_codes = array['B', 'C"D\\,{}', '', 'null', %s],
        due_at = now(), order_id = gen_random_uuid() where id = '%s'
      """;

  @Inject EntityManager database;
  @Inject SessionFactory mapping;
  @Inject DataSource dataSource;

  @Test
  void a_complaint_with_every_field_is_written_alike() {
    String id = registered("id");
    run(EVERY_FIELD_OF_A_COMPLAINT.formatted(AWKWARD, id));
    assertWrittenAlike(Complaint.class, "complaint", id);
  }

  @Test
  void a_complaint_with_hardly_any_field_is_written_alike() {
    assertWrittenAlike(Complaint.class, "complaint", registered("id"));
  }

  @Test
  void a_problem_is_written_alike_before_and_after_a_unit_has_it() {
    String id = registered("problemId");
    assertWrittenAlike(Problem.class, "problem", id);
    run(WITH_A_UNIT.formatted(AWKWARD, id));
    assertWrittenAlike(Problem.class, "problem", id);
  }

  @Test
  void an_entry_of_the_ledger_is_written_alike() {
    String query = "select cast(id as text) from ledger_entry where complaint_id = '%s' limit 1";
    String entry =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    (String)
                        database
                            .createNativeQuery(query.formatted(registered("id")))
                            .getSingleResult());
    assertWrittenAlike(LedgerEntry.class, "ledger_entry", entry);
  }

  private static String registered(String field) {
    return As.role(Role.CHANNEL_CLERK)
        .body(Map.of("channel", "HOTLINE_12319", "text", "路面塌陷", "categoryCode", "GROUND_DAMAGE"))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path(field);
  }

  private void run(String update) {
    QuarkusTransaction.requiringNew()
        .run(() -> assertEquals(1, database.createNativeQuery(update).executeUpdate()));
  }

  private <E> void assertWrittenAlike(Class<E> entity, String table, String id) {
    String alone =
        rewritten(
            entity,
            table,
            id,
            row ->
                database
                    .unwrap(Session.class)
                    .doWork(
                        connection -> {
                          try (StatelessSession plain = mapping.openStatelessSession(connection)) {
                            plain.insert(row);
                          }
                        }));
    String inSet =
        rewritten(
            entity,
            table,
            id,
            row -> {
              SetInsert<E> set = new SetInsert<>(database, entity);
              set.add(row);
              set.write(dataSource);
            });
    assertEquals(alone, inSet);
  }

  /** The row as it is after it was removed and written again; all of that is undone. */
  private <E> String rewritten(Class<E> entity, String table, String id, Consumer<E> writing) {
    QuarkusTransaction.begin();
    try {
      E row = database.find(entity, UUID.fromString(id));
      database.clear();
      // Nothing that refers to the row and nothing that guards it is asked.
      database.createNativeQuery("set local session_replication_role = replica").executeUpdate();
      String its = " from %s t where id = '%s'".formatted(table, id);
      database.createNativeQuery("delete" + its).executeUpdate();
      writing.accept(row);
      return (String)
          database
              .createNativeQuery(
                  "select cast(to_jsonb(t) -"
                      + " cast('{version,entry_number,sequence,hash,previous_hash,written_in,written_at}'"
                      + " as text[]) as text)"
                      + its)
              .getSingleResult();
    } finally {
      QuarkusTransaction.rollback();
    }
  }
}
