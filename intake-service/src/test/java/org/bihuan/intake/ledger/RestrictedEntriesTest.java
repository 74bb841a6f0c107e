package org.bihuan.intake.ledger;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.ConductLevel;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.InspectionEvent.CaseConfirmed;
import org.bihuan.contract.InspectionEvent.CaseServed;
import org.bihuan.contract.InspectionEvent.RecheckPlanned;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Matters of conduct are on the ledger, and shown to nobody who may not read them. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class RestrictedEntriesTest {

  private static final String UNIT = "ROOF_OFFICE";
  private static final String SUBDISTRICT = "370203021";
  private static final UnitName SUBJECT = new UnitName(UNIT, "房管所");
  private static final Actor COMMITTEE = new Actor("COMMITTEE_INSPECTOR", null, "committee");

  private static final List<Identity> READERS =
      List.of(
          Identity.of(Role.COMMITTEE_INSPECTOR),
          Identity.of(Role.DISCIPLINE),
          Identity.of(Role.TOP_LEADER));

  /** Those who see the problem, its timeline or the whole ledger, and no matter of conduct. */
  private static final List<Identity> OTHERS =
      List.of(
          Identity.of(Role.CHANNEL_CLERK),
          Identity.of(Role.SPECIAL_TEAM),
          Identity.of(Role.SUBDISTRICT).ofSubdistrict(SUBDISTRICT),
          Identity.of(Role.UNIT_HANDLER).ofUnit(UNIT),
          Identity.of(Role.UNIT_LEADER).ofUnit(UNIT),
          Identity.of(Role.INSPECTOR),
          Identity.of(Role.LINE_LEADER),
          Identity.of(Role.ASSESSOR),
          Identity.of(Role.ADMIN),
          Identity.of(Role.COMMITTEE_INSPECTOR).ofUnit(UNIT),
          Identity.of(Role.COMMITTEE_INSPECTOR).ofUnit("roof_office"),
          Identity.of(Role.TOP_LEADER).ofUnit(" "),
          Identity.of(Role.TOP_LEADER).ofUnit(UNIT),
          Identity.of(Role.DISCIPLINE).alsoAs(Role.UNIT_LEADER).ofUnit(UNIT));

  private final UpstreamEvents others = new UpstreamEvents();
  private final Instant now = Instant.parse("2026-11-24T00:00:00Z");

  @AfterEach
  void close() {
    others.close();
  }

  private static UUID filedProblem() {
    Response complaint =
        As.role(Role.CHANNEL_CLERK)
            .body(
                "{\"channel\": \"HOTLINE_12319\", \"text\": \"楼顶漏雨\", \"categoryCode\": \"ROOF_LEAK\","
                    + " \"location\": {\"address\": \"示例路 12 号\", \"subdistrictCode\": \""
                    + SUBDISTRICT
                    + "\"}}")
            .post("/api/v1/complaints");
    return UUID.fromString(complaint.path("problemId"));
  }

  private ItemIssued issued(UUID problem) {
    return new ItemIssued(
        UUID.randomUUID(),
        problem,
        1,
        UUID.randomUUID(),
        "创督〔2026〕1号",
        null,
        SUBJECT,
        List.of(),
        DeadlineClass.FACILITY,
        now.plus(Duration.ofHours(72)),
        "FACILITY-1",
        now,
        COMMITTEE,
        null,
        null);
  }

  private static List<String> kinds(Identity who, String path) {
    Response answer = As.as(who).get(path);
    return answer.statusCode() == 200
        ? answer.path(path.contains("timeline") ? "kind" : "items.kind")
        : List.of();
  }

  private static String key() {
    return As.role(Role.ADMIN)
        .body("{\"holder\": \"热线供应商\"}")
        .post("/api/v1/channels/HOTLINE_12319/keys")
        .path("secret");
  }

  private static void assertUntold(UUID id, String what, Response answer) throws IOException {
    String seen =
        answer.contentType().startsWith(Sheet.XLSX)
            ? unzipped(answer.asByteArray())
            : answer.asString();
    assertFalse(seen.contains("case-"), what + ": " + seen);
    assertFalse(seen.contains(id.toString()), what + ": " + seen);
  }

  /** The texts of a workbook, which is a zip of them. */
  private static String unzipped(byte[] workbook) throws IOException {
    StringBuilder texts = new StringBuilder();
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      while (parts.getNextEntry() != null) {
        texts.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return texts.toString();
  }

  @Test
  void a_confirmed_and_a_served_case_are_read_by_those_alone_who_may_read_cases() throws Exception {
    UUID problem = filedProblem();
    UUID id = UUID.randomUUID();
    others.tell(issued(problem));
    others.tell(new CaseConfirmed(id, ConductLevel.C2, SUBJECT, problem, now, COMMITTEE));
    others.tell(new CaseServed(id, ConductLevel.C2, SUBJECT, problem, now, COMMITTEE));
    String timeline = "/api/v1/problems/" + problem + "/timeline";
    String ledger = "/api/v1/ledger?limit=200&count=exact&problemId=" + problem;
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> kinds(READERS.get(0), timeline).contains("inspection.case-served.v1"));
    for (Identity reader : READERS) {
      for (String path : List.of(timeline, ledger)) {
        long seen = kinds(reader, path).stream().filter(kind -> kind.contains("case-")).count();
        assertEquals(2, seen, reader + " at " + path);
      }
    }
    for (Identity other : OTHERS) {
      for (String path : List.of(timeline, ledger)) {
        assertUntold(id, other + " at " + path, As.as(other).get(path));
      }
      for (String form : List.of(Sheet.CSV, Sheet.XLSX)) {
        String what = other + " as " + form;
        assertUntold(id, what, As.as(other).accept(form).get(ledger));
      }
      String certificate = "/api/v1/problems/" + problem + "/certificate";
      assertUntold(id, other + " on the certificate", As.as(other).get(certificate));
    }
    for (String path : List.of(timeline, ledger)) {
      assertUntold(id, "a key at " + path, As.nobody().header("X-Api-Key", key()).get(path));
    }
    int all = As.role(Role.DISCIPLINE).get(ledger).path("total");
    As.role(Role.ADMIN).get(ledger).then().body("total", equalTo(all - 2));
    As.role(Role.ADMIN)
        .get("/api/v1/ledger?count=exact&kind=inspection.case-confirmed.v1")
        .then()
        .statusCode(200)
        .body("total", equalTo(0));
    As.role(Role.ADMIN).get("/api/v1/ledger/verification").then().body("valid", equalTo(true));
    String inclusion = "/api/v1/problems/" + problem + "/inclusion";
    try (DaysOfTheLedger days = new DaysOfTheLedger()) {
      days.signedYesterday();
      for (Identity reader : READERS) {
        String proven = As.as(reader).get(inclusion).asString();
        assertTrue(proven.contains(id.toString()), reader + ": " + proven);
      }
      for (Identity other : OTHERS) {
        assertUntold(id, other + " by an inclusion", As.as(other).get(inclusion));
      }
    }
  }

  @Test
  void who_also_speaks_for_a_unit_or_a_subdistrict_does_not_foresee_a_recheck() throws Exception {
    UUID problem = filedProblem();
    UUID id = UUID.randomUUID();
    others.tell(issued(problem));
    others.tell(
        new RecheckPlanned(id, problem, UUID.randomUUID(), 0, now.plusSeconds(1), now, COMMITTEE));
    String ledger = "/api/v1/ledger?limit=200&count=exact&problemId=" + problem;
    String planned = "inspection.recheck-planned.v1";
    Identity team = Identity.of(Role.SPECIAL_TEAM);
    await().atMost(Duration.ofSeconds(15)).until(() -> kinds(team, ledger).contains(planned));
    int all = As.as(team).get(ledger).path("total");
    String export = "/api/v1/ledger/export";
    assertTrue(As.as(team).get(export).asString().contains(id.toString()));
    List<Identity> both =
        List.of(
            Identity.of(Role.SPECIAL_TEAM).alsoAs(Role.UNIT_LEADER).ofUnit(UNIT),
            Identity.of(Role.ADMIN).alsoAs(Role.UNIT_HANDLER).ofUnit(UNIT),
            Identity.of(Role.SPECIAL_TEAM).alsoAs(Role.SUBDISTRICT).ofSubdistrict(SUBDISTRICT));
    for (Identity who : both) {
      As.as(who).get(ledger).then().statusCode(200).body("total", equalTo(all - 1));
      String lines = As.as(who).get(export).then().statusCode(200).extract().asString();
      assertFalse(lines.contains(id.toString()), who.toString());
      assertFalse(
          kinds(who, "/api/v1/problems/" + problem + "/timeline").contains(planned),
          who.toString());
    }
  }

  @Test
  void a_case_of_several_problems_is_on_the_ledger_without_one() throws Exception {
    UUID id = UUID.randomUUID();
    others.tell(new CaseConfirmed(id, ConductLevel.C3, SUBJECT, null, now, COMMITTEE));
    String ledger = "/api/v1/ledger?limit=200&kind=inspection.case-confirmed.v1";
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> As.role(Role.TOP_LEADER).get(ledger).asString().contains(id.toString()));
  }
}
