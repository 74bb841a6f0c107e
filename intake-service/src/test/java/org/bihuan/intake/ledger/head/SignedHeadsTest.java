package org.bihuan.intake.ledger.head;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.ledger.ChainHash;
import org.bihuan.contract.ledger.ChainLink;
import org.bihuan.contract.ledger.MerkleTree;
import org.bihuan.contract.ledger.SignedHead;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.MovableClock;
import org.bihuan.intake.Searchable;
import org.bihuan.intake.ledger.DaysOfTheLedger;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each day of the ledger ends in a signed head, and each entry leads to one. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class SignedHeadsTest {

  private static final HexFormat HEX = HexFormat.of();

  @Inject HeadFiles files;
  @Inject MovableClock clock;

  private DaysOfTheLedger days;

  @BeforeEach
  void begin_without_days() throws SQLException {
    days = new DaysOfTheLedger();
  }

  @AfterEach
  void end_without_days() throws SQLException {
    clock.reset();
    days.close();
  }

  private static String problem(String text) {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            "{\"channel\": \"HOTLINE_12319\", \"text\": \""
                + text
                + "\", \"categoryCode\": \"ROOF_LEAK\", \"location\": {\"address\": \"示例路 "
                + UUID.randomUUID()
                + " 号\", \"subdistrictCode\": \"370203021\"}}")
        .post("/api/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path("problemId");
  }

  private static JsonPath heads() {
    return As.role(Role.UNIT_HANDLER)
        .get("/api/v1/ledger/heads?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static PublicKey key(String keyId) {
    JsonPath keys = As.role(Role.INSPECTOR).get("/api/v1/ledger/keys").jsonPath();
    String encoded = keys.getString("find { it.keyId == '" + keyId + "' }.publicKey");
    return SignedHead.publicKey(Base64.getDecoder().decode(encoded));
  }

  private static SignedHead head(Map<String, Object> row) {
    return new SignedHead(
        LocalDate.parse((String) row.get("day")),
        ((Number) row.get("sequence")).longValue(),
        HEX.parseHex((String) row.get("hash")),
        HEX.parseHex((String) row.get("root")),
        (String) row.get("keyId"),
        Base64.getDecoder().decode((String) row.get("signature")));
  }

  private static ValidatableResponse verified(String query) {
    return As.role(Role.DISCIPLINE)
        .get("/api/v1/ledger/verification" + query)
        .then()
        .statusCode(200);
  }

  @Test
  void a_day_that_is_over_gets_one_signed_head_that_anybody_can_check() throws SQLException {
    problem("楼顶漏雨");
    assertEquals(0, heads().getList("items").size());
    LocalDate day = days.signedYesterday();
    List<Map<String, Object>> items = heads().getList("items");
    assertEquals(1, items.size());
    SignedHead head = head(items.get(0));
    assertEquals(day, head.day());
    assertEquals(head.keyId(), SignedHead.keyId(key(head.keyId())));
    assertTrue(head.isSignedBy(key(head.keyId())));
    assertFalse(
        new SignedHead(day, head.sequence() - 1, head.hash(), head.root(), "", head.signature())
            .isSignedBy(key(head.keyId())));
    verified("").body("valid", equalTo(true)).body("heads", equalTo(1));
  }

  @Test
  void a_day_that_was_missed_gets_its_head_later_and_an_empty_one_ends_where_the_last_did()
      throws SQLException {
    problem("楼顶漏雨");
    LocalDate today = DistrictTime.day(Instant.now());
    days.end(today.minusDays(3));
    days.awaitSigned();
    List<Map<String, Object>> items = heads().getList("items");
    assertEquals(
        List.of(today.minusDays(1), today.minusDays(2), today.minusDays(3)),
        items.stream().map(row -> head(row).day()).toList());
    assertEquals(head(items.get(2)).sequence(), head(items.get(0)).sequence());
    assertArrayEquals(new MerkleTree().root(), head(items.get(0)).root());
    problem("路灯不亮");
    verified("").body("valid", equalTo(true)).body("heads", equalTo(3));
    As.role(Role.ADMIN)
        .get("/api/v1/ledger/heads?count=exact&from=" + today.minusDays(2) + "&to=" + today)
        .then()
        .body("total", equalTo(2));
    As.role(Role.ADMIN)
        .accept(Sheet.CSV)
        .get("/api/v1/ledger/heads")
        .then()
        .statusCode(200)
        .body(containsString("日期"))
        .body(containsString(today.minusDays(3).toString()));
  }

  @Test
  void a_replica_whose_clock_is_fast_ends_no_day_before_its_time() throws SQLException {
    problem("楼顶漏雨");
    clock.moveTo(Instant.now().plus(Duration.ofDays(3)));
    verified("").body("valid", equalTo(true)).body("heads", equalTo(0));
    assertEquals(0, days.number("select count(*) from ledger_day"));
    clock.reset();
    days.signedYesterday();
    verified("").body("valid", equalTo(true)).body("heads", equalTo(1));
  }

  @Test
  void each_entry_of_a_problem_leads_to_the_head_of_its_day() throws SQLException {
    String problem = problem("楼顶漏雨");
    days.signedYesterday();
    String later = problem("楼顶漏雨");
    JsonPath proof =
        As.role(Role.SPECIAL_TEAM)
            .get("/api/v1/problems/" + problem + "/inclusion")
            .then()
            .statusCode(200)
            .body("problemId", equalTo(problem))
            .body("entries.size()", greaterThanOrEqualTo(2))
            .body("entries.kind", hasItem("intake.problem-filed.v1"))
            .extract()
            .jsonPath();
    List<Map<String, Object>> heads = proof.getList("heads");
    SignedHead head = head(heads.get(0));
    assertTrue(head.isSignedBy(key(head.keyId())));
    List<Map<String, Object>> entries = proof.getList("entries");
    for (Map<String, Object> entry : entries) {
      byte[] hash =
          new ChainHash().of(HEX.parseHex((String) entry.get("previousHash")), link(entry));
      assertEquals(entry.get("hash"), HEX.formatHex(hash));
      assertArrayEquals(head.root(), rootOf(hash, entry));
    }
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + later + "/inclusion")
        .then()
        .body("entries.size()", equalTo(0))
        .body("pending", greaterThanOrEqualTo(2));
  }

  private static byte[] rootOf(byte[] hash, Map<String, Object> entry) {
    List<byte[]> path = new ArrayList<>();
    ((List<?>) entry.get("path")).forEach(one -> path.add(HEX.parseHex((String) one)));
    return MerkleTree.rootOf(
        hash,
        ((Number) entry.get("leafIndex")).longValue(),
        ((Number) entry.get("treeSize")).longValue(),
        path);
  }

  private static ChainLink link(Map<String, Object> entry) {
    return new ChainLink(
        ((Number) entry.get("sequence")).longValue(),
        (String) entry.get("id"),
        (String) entry.get("kind"),
        (String) entry.get("problemId"),
        (String) entry.get("complaintId"),
        (String) entry.get("occurredAt"),
        (String) entry.get("recordedAt"),
        (String) entry.get("actorRole"),
        (String) entry.get("actorUnit"),
        (String) entry.get("actorSubject"),
        (String) entry.get("content"));
  }

  @Test
  void a_problem_out_of_sight_has_no_proof() {
    String problem = problem("楼顶漏雨");
    As.as(Identity.of(Role.UNIT_HANDLER).ofUnit("FINANCE_BUREAU"))
        .get("/api/v1/problems/" + problem + "/inclusion")
        .then()
        .statusCode(404)
        .body("code", equalTo("problem-not-found"));
  }

  @Test
  void a_tail_cut_off_with_the_head_of_the_chain_moved_back_is_found_through_a_signed_head()
      throws SQLException {
    problem("楼顶漏雨");
    LocalDate day = days.signedYesterday();
    long last = days.number("select max(sequence) from ledger_entry");
    Connection search = Searchable.paused();
    days.execute(
        "create table kept_entries as select * from ledger_entry where sequence > " + (last - 2),
        "create table kept_head as select * from ledger_head");
    try {
      days.tamper(
          "ledger_entry",
          "delete from ledger_entry where sequence > " + (last - 2),
          "update ledger_head h set sequence = e.sequence, hash = e.hash from ledger_entry e"
              + " where e.sequence = "
              + (last - 2),
          "update ledger_verification set sequence = 0, hash = decode(repeat('00', 32), 'hex'),"
              + " head_day = null, tree = null");
      for (String from : List.of("", "?from=CHECKPOINT")) {
        verified(from)
            .body("valid", equalTo(false))
            .body("brokenSequence", equalTo((int) last - 1))
            .body("brokenHead", equalTo(day.toString()));
      }
    } finally {
      days.tamper(
          "ledger_entry",
          "insert into ledger_entry overriding system value select * from kept_entries",
          "update ledger_head h set sequence = k.sequence, hash = k.hash from kept_head k",
          "drop table kept_entries, kept_head");
      search.close();
    }
    verified("").body("valid", equalTo(true));
  }

  @Test
  void a_head_that_was_forged_is_found() throws SQLException {
    problem("楼顶漏雨");
    LocalDate day = days.signedYesterday();
    for (String forgery :
        List.of("root = hash", "hash = root", "signature = decode(repeat('ab', 64), 'hex')")) {
      days.execute("create table kept_day as select * from ledger_day");
      days.tamper("ledger_day", "update ledger_day set " + forgery);
      verified("").body("valid", equalTo(false)).body("brokenHead", equalTo(day.toString()));
      days.tamper(
          "ledger_day",
          "update ledger_day d set root = k.root, hash = k.hash, signature = k.signature"
              + " from kept_day k",
          "drop table kept_day");
      verified("").body("valid", equalTo(true));
    }
  }

  @Test
  void a_check_from_the_checkpoint_holds_the_new_heads_against_what_is_new() throws SQLException {
    problem("楼顶漏雨");
    int checked = verified("").extract().path("entries");
    problem("路灯不亮");
    days.signedYesterday();
    problem("井盖缺失");
    days.execute(
        "update ledger_verification set sequence = "
            + checked
            + ", head_day = null, tree = null, hash = (select hash from ledger_entry where"
            + " sequence = "
            + checked
            + ")");
    verified("?from=CHECKPOINT")
        .body("valid", equalTo(true))
        .body("checkedFrom", equalTo(checked + 1))
        .body("heads", equalTo(1));
    verified("?from=CHECKPOINT").body("valid", equalTo(true)).body("heads", equalTo(0));
  }

  @Test
  void the_database_refuses_to_change_a_head_a_block_or_a_key() throws SQLException {
    problem("楼顶漏雨");
    days.signedYesterday();
    for (String change :
        List.of(
            "update ledger_day set sequence = 1",
            "update ledger_day set signature = null, root = null, key_id = null, signed_at = null",
            "delete from ledger_day",
            "truncate ledger_day cascade",
            "update ledger_day_block set number = 7",
            "truncate ledger_day_block",
            "delete from ledger_key")) {
      SQLException refusal = assertThrows(SQLException.class, () -> days.execute(change));
      assertTrue(refusal.getMessage().matches("(?s).*(never changed|append-only).*"), change);
    }
  }

  @Test
  void each_head_is_put_into_the_folder_as_a_line_of_its_own(@TempDir Path folder)
      throws SQLException, IOException {
    problem("楼顶漏雨");
    LocalDate day = days.signedYesterday();
    Files.writeString(folder.resolve("head-" + day + ".json.unfinished"), "half of one");
    files.writeInto(folder);
    Path file = folder.resolve("head-" + day + ".json");
    assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    JsonPath line = JsonPath.from(Files.readString(file));
    Map<String, Object> listed = heads().getMap("items[0]");
    listed.forEach((name, value) -> assertEquals(value, line.get(name), name));
    try (var all = Files.list(folder)) {
      assertEquals(1, all.count());
    }
  }
}
