package org.bihuan.intake.ledger.export;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bihuan.contract.Actor;
import org.bihuan.contract.ConductLevel;
import org.bihuan.contract.InspectionEvent.CaseConfirmed;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.intake.ledger.DaysOfTheLedger;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.ledger.LedgerFileCheck;
import org.bihuan.localstack.ledger.LedgerFileCheck.Finding;
import org.bihuan.localstack.ledger.LedgerFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported can be checked by others, without what its reader may not read. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class LedgerExportTest {

  private static final String EXPORT = "/api/v1/ledger/export";
  private static final Actor COMMITTEE = new Actor("COMMITTEE_INSPECTOR", null, "committee");

  private DaysOfTheLedger days;

  @BeforeEach
  void begin_without_days() throws SQLException {
    days = new DaysOfTheLedger();
    register();
  }

  @AfterEach
  void end_without_days() throws SQLException {
    days.close();
  }

  private static void register() {
    As.role(Role.CHANNEL_CLERK)
        .body("{\"channel\": \"HOTLINE_12319\", \"text\": \"楼顶漏雨\"}")
        .post("/api/v1/complaints")
        .then()
        .statusCode(201);
  }

  private static String exported(Role role, String query) {
    byte[] file =
        As.role(role)
            .get(EXPORT + query)
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .extract()
            .asByteArray();
    return new String(file, StandardCharsets.UTF_8);
  }

  private static Finding check(String file) throws IOException {
    return new LedgerFileCheck(List.of(), List.of())
        .check(new BufferedReader(new StringReader(file)));
  }

  @Test
  void the_exported_ledger_is_found_whole_with_its_heads_by_the_command_of_outsiders(
      @TempDir Path folder) throws SQLException, IOException {
    days.signedYesterday();
    register();
    String file = exported(Role.DISCIPLINE, "");
    Finding finding = check(file);
    assertTrue(finding.isWhole(), finding.toString());
    assertEquals(1, finding.heads());
    assertEquals(days.number("select max(sequence) from ledger_entry"), finding.to());
    Path heads =
        Files.writeString(
            folder.resolve("heads"), As.role(Role.ADMIN).get("/api/v1/ledger/heads").asString());
    Path keys =
        Files.writeString(
            folder.resolve("keys"), As.role(Role.ADMIN).get("/api/v1/ledger/keys").asString());
    assertTrue(
        new LedgerFileCheck(LedgerFiles.keys(keys), LedgerFiles.heads(heads))
            .check(new BufferedReader(new StringReader(file)))
            .isWhole());
    assertFalse(check(file.replaceFirst("CHANNEL_CLERK", "SPECIAL_TEAM")).isWhole());
  }

  @Test
  void a_stretch_of_it_is_whole_in_itself() throws SQLException, IOException {
    days.signedYesterday();
    register();
    long last = days.number("select max(sequence) from ledger_entry where sequence > 0");
    Finding finding =
        check(exported(Role.ADMIN, "?fromSequence=" + (last - 1) + "&toSequence=" + last));
    assertTrue(finding.isWhole(), finding.toString());
    assertEquals(last - 1, finding.from());
    assertEquals(last, finding.to());
  }

  @Test
  void what_the_reader_may_not_read_is_withheld_and_the_chain_goes_on() throws Exception {
    UUID id = UUID.randomUUID();
    try (UpstreamEvents others = new UpstreamEvents()) {
      others.tell(
          new CaseConfirmed(
              id,
              ConductLevel.C3,
              new UnitName("ROOF_OFFICE", "房管所"),
              null,
              Instant.parse("2026-11-24T00:00:00Z"),
              COMMITTEE));
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> exported(Role.DISCIPLINE, "").contains(id.toString()));
    String withheld = exported(Role.ADMIN, "");
    assertFalse(withheld.contains(id.toString()));
    assertTrue(withheld.contains("\"withheld\":true"));
    assertTrue(check(withheld).isWhole(), check(withheld).toString());
    assertFalse(exported(Role.DISCIPLINE, "").contains("\"withheld\""));
  }

  @Test
  void a_stretch_behind_the_end_and_places_that_are_none_are_refused() {
    for (String query :
        List.of(
            "?fromSequence=9&toSequence=8",
            "?fromSequence=1000000000",
            "?fromSequence=0",
            "?toSequence=-1",
            "?since=1")) {
      As.role(Role.ADMIN)
          .get(EXPORT + query)
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid-request"));
    }
    As.role(Role.ASSESSOR).get(EXPORT).then().statusCode(403);
  }
}
