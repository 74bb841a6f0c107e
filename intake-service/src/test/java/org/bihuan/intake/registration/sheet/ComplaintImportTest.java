package org.bihuan.intake.registration.sheet;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sheet.HostileSheets;
import org.bihuan.localstack.sheet.Workbooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets of complaints from above, as districts send them and as nobody should. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ComplaintImportTest {

  private static final String IMPORTS = "/api/v1/complaint-imports";
  private static final String HEADINGS = "来源,编号,标题,内容,类别,街道,社区,点位,经度,纬度,坐标系,名称,日期,链接,周次,期限,发现时间\n";
  private static final List<String> FEWEST = List.of("来源", "编号", "内容");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject DataSource dataSource;

  private static Response imported(byte[] file, String type, String query) {
    return As.role(Role.SPECIAL_TEAM).contentType(type).body(file).post(IMPORTS + query);
  }

  private static Response imported(String csv, String query) {
    return imported(csv.getBytes(StandardCharsets.UTF_8), Sheet.CSV, query);
  }

  /** What districts send, under numbers that nobody has used. */
  private static String districtSheet() {
    try (InputStream file =
        ComplaintImportTest.class.getResourceAsStream("/sheets/top-down-sources.csv")) {
      String csv = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return csv.replace("@", UUID.randomUUID().toString().substring(0, 8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Response registered(String number) {
    return As.role(Role.SPECIAL_TEAM).get("/api/v1/complaints?sourceRef=" + number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void forty_rows_as_a_district_writes_them_are_registered_once_and_exactly(String charset)
      throws IOException {
    String csv = districtSheet();
    byte[] file = csv.getBytes(Charset.forName(charset));
    imported(file, Sheet.CSV, "?dryRun=true")
        .then()
        .statusCode(200)
        .body("faults", empty())
        .body("stored", equalTo(false))
        .body("created", equalTo(40))
        .body("outcomes", hasSize(40))
        .body("outcomes.result", everyItem(equalTo("NEW")))
        .body("outcomes.complaintId", everyItem(nullValue()));
    Response first = imported(file, Sheet.CSV, "");
    first
        .then()
        .statusCode(200)
        .body("stored", equalTo(true))
        .body("rows", equalTo(40))
        .body("created", equalTo(40))
        .body("unchanged", equalTo(0))
        .body("outcomes.serial", everyItem(notNullValue()));
    imported(file, Sheet.CSV, "")
        .then()
        .statusCode(200)
        .body("created", equalTo(0))
        .body("unchanged", equalTo(40))
        .body("outcomes.result", everyItem(equalTo("ALREADY")))
        .body("outcomes.complaintId", equalTo(first.path("outcomes.complaintId")));
    assertRegistered(csv, first);
  }

  private static void assertRegistered(String csv, Response first) throws IOException {
    Map<String, String> categories = codes("/api/v1/categories");
    Map<String, String> subdistricts = codes("/api/v1/public/subdistricts");
    List<Map<String, Object>> outcomes = first.path("outcomes");
    Map<String, JsonNode> complaints = new HashMap<>();
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/complaints?channel=SPECIAL_TEAM_DESK&limit=200")
        .as(JsonNode.class)
        .path("items")
        .forEach(complaint -> complaints.put(complaint.path("id").asText(), complaint));
    List<CSVRecord> rows =
        CSVFormat.RFC4180.builder().get().parse(new StringReader(csv)).getRecords().stream()
            .filter(row -> row.get(0).matches("\\d+"))
            .toList();
    for (int i = 0; i < rows.size(); i++) {
      CSVRecord row = rows.get(i);
      Map<String, Object> outcome = outcomes.get(i);
      assertEquals(row.get(2), outcome.get("sourceRef"));
      assertEquals((int) row.getRecordNumber(), outcome.get("row"));
      JsonNode complaint = complaints.get(outcome.get("complaintId"));
      assertEquals(row.get(2), text(complaint, "/sourceRef"));
      assertEquals(read(row, 3), text(complaint, "/subject"));
      assertEquals(read(row, 4), text(complaint, "/text"));
      assertEquals(read(row, 8), text(complaint, "/location/address"));
      if (categories.containsKey(row.get(5))) {
        assertEquals(categories.get(row.get(5)), text(complaint, "/categoryCode"));
      }
      String street = row.get(6).replace(" ", "").replaceFirst("(街道(办事处)?)?$", "街道");
      if (subdistricts.containsKey(street)) {
        assertEquals(subdistricts.get(street), text(complaint, "/location/subdistrictCode"));
      }
      assertEquals(
          read(row, 12),
          Stream.of("outlet", "title", "reference")
              .map(field -> text(complaint, "/source/" + field))
              .filter(text -> text != null)
              .findFirst()
              .orElse(null));
      assertEquals(read(row, 14), text(complaint, "/source/link"));
      assertEquals(read(row, 15) == null ? null : "2026-W48", text(complaint, "/source/week"));
    }
    registered(rows.get(1).get(2))
        .then()
        .body("items[0].sourceKind", equalTo("MEDIA_EXPOSURE"))
        .body("items[0].source.publishedOn", equalTo("2026-11-24"))
        .body("items[0].occurredAt", equalTo("2026-11-24T01:05:00Z"))
        .body("items[0].problemId", notNullValue());
    registered(rows.get(3).get(2))
        .then()
        .body("items[0].location.communityCode", equalTo("370203005004"))
        .body("items[0].source.publishedOn", equalTo("2026-11-04"));
  }

  private static String text(JsonNode complaint, String pointer) {
    return complaint.at(pointer).textValue();
  }

  private static Map<String, String> codes(String list) {
    Response answer = As.role(Role.SPECIAL_TEAM).get(list);
    List<Map<String, String>> all =
        answer.path("$") instanceof List<?> ? answer.path("$") : answer.path("items");
    return all.stream()
        .collect(Collectors.toMap(one -> one.get("name"), one -> one.get("code"), (a, b) -> a));
  }

  /** A cell as it is seen. */
  private static String read(CSVRecord row, int column) {
    String text = row.get(column).strip();
    return text.isEmpty() ? null : text;
  }

  @Test
  void every_fault_is_named_by_row_and_column_and_nothing_is_registered() {
    String number = UUID.randomUUID().toString();
    String csv =
        HEADINGS
            + "市暗访,%1$s-1,,楼道堆物,环境卫生与公厕,台东,,,,,,第 9 轮,2026-11-20,,,,\n"
            + "市暗访,%1$s-1,,楼道堆物,环境卫生与公厕,台东,,,,,,第 9 轮,2026-11-20,,,,\n"
            + "网络,%1$s-2,,楼道堆物,没有的类别,没有的街道,没有的社区,,东,,,,昨天,,,,下午\n"
            + "市暗访,,,,,,,,,,,,,,,,\n"
            + "媒体曝光,%1$s-3,,楼道堆物,,台东,科技街社区,,,,,某报,,ftp://a,,,\n"
            + "媒体曝光,%1$s-4,,楼道堆物,,台东,科技街,,,,,,2099-01-01,,2026-W48,,2099-01-01 08:00\n"
            + "重点任务,%1$s-5,,楼道堆物,,,,,120.3,,,清理,,,2027-W53,2026-11-29,\n"
            + "重点任务,%1$s-6,,%2$s,,,,,,,,=1+1,,,,,\n"
            + "专班发现,%1$s-7,,楼道堆物,,,,,36.08,120.35,GPS,自查,,,,,\n";
    csv = csv.formatted(number, "长".repeat(4001));
    String[] faults = {
      "rows[3].编号 row-repeated",
      "rows[4].来源 one-of",
      "rows[4].类别 unknown-category",
      "rows[4].街道 unknown-subdistrict",
      "rows[4].社区 unknown-community",
      "rows[4].经度 degrees",
      "rows[4].日期 day",
      "rows[4].发现时间 moment",
      "rows[5].编号 required",
      "rows[5].内容 required",
      "rows[6].链接 pattern",
      "rows[7].社区 community-elsewhere",
      "rows[7].发现时间 in-the-future",
      "rows[7].曝光媒体/会议/任务名称 required",
      "rows[7].日期 in-the-future",
      "rows[7].周次 source-not-of-kind",
      "rows[8].经度 point-incomplete",
      "rows[8].周次 week",
      "rows[9].内容 sheet-cell-too-long",
      "rows[9].曝光媒体/会议/任务名称 sheet-formula",
      "rows[10].经度 point-swapped",
      "rows[10].来源 source-not-of-kind"
    };
    imported(csv, "")
        .then()
        .statusCode(400)
        .body("errors.collect { it.field + ' ' + it.code }", containsInAnyOrder(faults));
    imported(csv, "?dryRun=true")
        .then()
        .statusCode(200)
        .body("stored", equalTo(false))
        .body("faults", hasSize(faults.length))
        .body("faults.find { it.row == 6 }.column", equalTo("链接"))
        .body("outcomes.row", contains(2));
    registered(number + "-1").then().body("items", empty());
  }

  @Test
  void a_number_that_says_something_else_now_is_a_fault_of_its_row() {
    String number = UUID.randomUUID().toString();
    String row = "市级会议,%s,,会议要求 %s 清理,,台东,,,,,,调度会,2026-11-20,,,,\n";
    imported(HEADINGS + row.formatted(number, number), "").then().statusCode(200);
    String both =
        HEADINGS
            + row.formatted(number, "另")
            + row.formatted(number + "b", UUID.randomUUID().toString());
    imported(both, "")
        .then()
        .statusCode(400)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            contains("rows[2].编号 source-ref-reused"));
    registered(number + "b").then().body("items", empty());
  }

  @Test
  void a_sheet_with_more_rows_than_before_registers_the_rest() {
    String number = UUID.randomUUID().toString();
    String row = "领导现场,%s-%d,,现场发现 %s 第 %d 处,环境卫生与公厕,台东,,,,,,,2026-11-20,,,,\n";
    String first = HEADINGS + row.formatted(number, 1, number, 1);
    imported(first, "").then().statusCode(200).body("created", equalTo(1));
    imported(first + row.formatted(number, 2, number, 2), "")
        .then()
        .statusCode(200)
        .body("created", equalTo(1))
        .body("unchanged", equalTo(1))
        .body("outcomes.result", contains("ALREADY", "NEW"))
        .body("outcomes.status", contains("FILED", "FILED"));
  }

  @Test
  void the_same_request_under_a_key_is_answered_once() {
    String csv = HEADINGS + "专班发现,%s,,渣土遗撒,,,,,,,,,,,,,\n".formatted(UUID.randomUUID());
    String key = UUID.randomUUID().toString();
    for (String replayed : new String[] {null, "true"}) {
      As.role(Role.SPECIAL_TEAM)
          .contentType(Sheet.CSV)
          .header("Idempotency-Key", key)
          .body(csv.getBytes(StandardCharsets.UTF_8))
          .post(IMPORTS)
          .then()
          .statusCode(200)
          .header("Idempotency-Replayed", replayed)
          .body("created", equalTo(1));
    }
  }

  @Test
  void many_rows_are_registered_beside_those_that_others_send() {
    String run = UUID.randomUUID().toString();
    String csv =
        HEADINGS
            + IntStream.range(0, 300)
                .mapToObj(n -> "专班发现,%s-%d,,第 %d 处 %s,其他,,,,,,,,,,,,\n".formatted(run, n, n, run))
                .collect(Collectors.joining());
    CompletableFuture<Response> sheet = inBackground(() -> imported(csv, ""));
    int others = 0;
    do {
      sentAlone(run + "-other-" + others++).then().statusCode(201);
    } while (!sheet.isDone());
    sheet
        .join()
        .then()
        .statusCode(200)
        .body("created", equalTo(300))
        .body("outcomes.status", everyItem(equalTo("RECEIVED")));
  }

  /** What only locks rows, as the change of keys does each second, waits for the table too. */
  private static final String HOLDERS_OF_A_NUMBER =
      "select n.pid from pg_locks n join pg_locks t using (pid) where n.granted and n.locktype = 'advisory'"
          + " and not t.granted and t.relation = 'complaint'::regclass and t.mode = 'RowExclusiveLock'";

  private static final String WHO_WAITS_FOR_THEM =
      "select from pg_locks where not granted and locktype = 'advisory' and pg_blocking_pids(pid) && array("
          + HOLDERS_OF_A_NUMBER
          + ")";

  private static final String MEETING = "市级会议,%s,,会议要求 %s 清理,,台东,,,,,,调度会,2026-11-20,,,,\n";

  @Test
  void a_number_taken_meanwhile_breaks_a_sheet_off_and_it_is_sent_again() throws SQLException {
    String taken = UUID.randomUUID().toString();
    String other = UUID.randomUUID().toString();
    String csv = HEADINGS + MEETING.formatted(taken, taken) + MEETING.formatted(other, other);
    CompletableFuture<Response> alone;
    CompletableFuture<Response> sheet;
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table complaint in exclusive mode");
      alone = inBackground(() -> sentAlone(taken));
      await().atMost(PATIENCE).until(() -> holds(statement, HOLDERS_OF_A_NUMBER));
      sheet = inBackground(() -> imported(csv, ""));
      // The sheet was checked, and waits for the number that the other request holds.
      await().atMost(PATIENCE).until(() -> holds(statement, WHO_WAITS_FOR_THEM));
      for (String query : new String[] {"", "?dryRun=true"}) {
        imported(csv, query).then().statusCode(409).body("code", equalTo("import-under-way"));
      }
      connection.rollback();
      connection.setAutoCommit(true);
    }
    alone.join().then().statusCode(201);
    sheet.join().then().statusCode(409).body("code", equalTo("source-ref-reused"));
    imported(csv, "")
        .then()
        .statusCode(400)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            contains("rows[2].编号 source-ref-reused"));
    imported(csv.replaceFirst(taken, taken + "-b"), "")
        .then()
        .statusCode(200)
        .body("outcomes.result", contains("NEW", "ALREADY"));
  }

  private static Response sentAlone(String number) {
    return As.role(Role.SPECIAL_TEAM)
        .body(Map.of("channel", "SPECIAL_TEAM_DESK", "sourceRef", number, "text", "楼道堆物 " + number))
        .post("/api/v1/complaints");
  }

  /** On a thread that loads classes as this one does. */
  private static CompletableFuture<Response> inBackground(Supplier<Response> request) {
    return CompletableFuture.supplyAsync(request, task -> new Thread(task).start());
  }

  private static boolean holds(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery("select exists (" + query + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  @Test
  void a_template_has_the_headings_that_an_import_reads() {
    byte[] template =
        As.role(Role.SPECIAL_TEAM)
            .get(IMPORTS + "/template")
            .then()
            .statusCode(200)
            .contentType(Sheet.XLSX)
            .extract()
            .asByteArray();
    imported(template, Sheet.XLSX, "?dryRun=true")
        .then()
        .statusCode(200)
        .body("rows", equalTo(0))
        .body("faults", empty());
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"CHANNEL_CLERK", "UNIT_LEADER", "SUBDISTRICT", "TOP_LEADER", "ADMIN"})
  void the_special_team_alone_imports(Role role) {
    As.role(role).contentType(Sheet.CSV).body(HEADINGS).post(IMPORTS).then().statusCode(403);
    As.role(role).get(IMPORTS + "/template").then().statusCode(403);
  }

  private static HostileSheets hostile(String number) {
    return new HostileSheets(FEWEST, List.of("专班发现", number, "楼道堆物 " + number));
  }

  static Stream<HostileSheets.Hostile> refused() {
    return hostile("hostile").refused().stream();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void a_hostile_sheet_is_refused_with_the_reason(HostileSheets.Hostile sheet) {
    Response answer = imported(sheet.file(), Sheet.CSV, "");
    if (sheet.file().length > Sheet.LARGEST) {
      answer.then().statusCode(413);
    } else {
      answer.then().statusCode(422).body("code", equalTo(sheet.code()));
    }
  }

  @Test
  void a_sheet_that_only_looks_hostile_says_what_is_seen_in_it() {
    for (int i = 0; i < hostile("").harmless().size(); i++) {
      String number = UUID.randomUUID().toString();
      HostileSheets.Hostile sheet = hostile(number).harmless().get(i);
      imported(sheet.file(), Sheet.CSV, "").then().statusCode(200).body("created", equalTo(1));
      registered(number).then().body("items.text", contains("楼道堆物 " + number));
    }
  }

  /** Cells that are refused by their place, or stored to the letter. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "370203199001011234567890",
        "<script>alert(1)</script>",
        "'; drop table complaint; --",
        "第一行\r\n第二行\t缩进",
        "他说：\"已整改\"，未见",
        "𠮷野家\uD83C\uDFEE 门前",
        "+cmd|' /C calc'!A0",
        "../../etc/passwd",
        "%n%s{0}${jndi:ldap://127.0.0.1/a}"
      })
  void a_text_that_looks_hostile_is_stored_exactly(String text) {
    String number = UUID.randomUUID().toString();
    String csv =
        "来源,编号,内容\n专班发现,%s,%s\n"
            .formatted(number, "\"" + (text + number).replace("\"", "\"\"") + "\"");
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      imported(csv.getBytes(charset), Sheet.CSV, "").then().statusCode(200);
    }
    registered(number).then().body("items.text", contains(text + number));
  }

  @Test
  void numbers_and_days_of_a_workbook_are_what_is_seen_or_a_fault() {
    String number = "2026112400" + (System.nanoTime() % 10_000);
    String titles =
        Workbooks.row(
            1,
            Workbooks.cell("A1", "来源")
                + Workbooks.cell("B1", "编号")
                + Workbooks.cell("C1", "内容")
                + Workbooks.cell("D1", "日期")
                + Workbooks.cell("E1", "名称"));
    String row =
        Workbooks.cell("A2", "市级会议")
            + "<c r=\"B2\"><v>%s</v></c>".formatted(number)
            + Workbooks.cell("C2", "会议要求 " + number)
            + "%s"
            + Workbooks.cell("E2", "调度会");
    imported(
            Workbooks.withRows(
                    titles + Workbooks.row(2, row.formatted("<c r=\"D2\"><v>46350</v></c>")))
                .file(),
            Sheet.XLSX,
            "")
        .then()
        .statusCode(400)
        .body("errors.collect { it.field + ' ' + it.code }", contains("rows[2].日期 day"));
    imported(
            Workbooks.withRows(
                    titles
                        + Workbooks.row(2, row.formatted(Workbooks.cell("D2", "2026-11-24")))
                            .replace(number + "</v>", "3.7020319900101012E+17</v>"))
                .file(),
            Sheet.XLSX,
            "")
        .then()
        .statusCode(400)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            contains("rows[2].编号 sheet-number-too-long"));
    imported(
            Workbooks.withRows(
                    titles + Workbooks.row(2, row.formatted(Workbooks.cell("D2", "2026/11/24"))))
                .file(),
            Sheet.XLSX,
            "")
        .then()
        .statusCode(200);
    registered(number).then().body("items[0].source.heldOn", equalTo("2026-11-24"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"来源;编号;内容\n专班发现;1;a\n", "来源\t编号\t内容\n专班发现\t1\ta\n"})
  void another_delimiter_is_refused(String csv) {
    imported(csv, "").then().statusCode(422).body("code", equalTo("sheet-headings-missing"));
  }

  @Test
  void two_charsets_in_one_file_are_refused() {
    byte[] start = "来源,编号,内容\n专班发现,1,垃圾".getBytes(Charset.forName("GB18030"));
    byte[] end = "楼道堆\n".getBytes(StandardCharsets.UTF_8);
    byte[] both = new byte[start.length + end.length + 1];
    System.arraycopy(start, 0, both, 0, start.length);
    System.arraycopy(end, 0, both, start.length, end.length);
    both[both.length - 1] = (byte) 0xFF;
    Response answer = imported(both, Sheet.CSV, "");
    assertTrue(answer.statusCode() == 422, answer.asString());
  }
}
