package org.bihuan.dispatch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much is exported at once, and what becomes of an export that nobody reads any more. */
@QuarkusTest
@TestProfile(ExportBoundsTest.ThousandRows.class)
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class ExportBoundsTest {

  private static final int MOST = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LIST = "/api/v1/order-items?subdistrictCode=";

  /** A bound that a test can reach. */
  public static final class ThousandRows implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("bihuan.export.most-rows", String.valueOf(MOST));
    }
  }

  @Inject District district;
  @Inject DataSource dataSource;

  private String subdistrict;

  @BeforeEach
  void aSubdistrictOfItsOwn() {
    subdistrict = "3702031" + (10 + Math.floorMod(UUID.randomUUID().hashCode(), 90));
    district.knowSubdistrict(subdistrict);
  }

  private void file(int problems, String text) {
    Map<UUID, ProblemFiled> events = new HashMap<>();
    for (int i = 0; i < problems; i++) {
      UUID id = UuidCreator.getTimeOrderedEpoch();
      events.put(
          UuidCreator.getTimeOrderedEpoch(),
          new ProblemFiled(
              id,
              "W-" + id,
              UuidCreator.getTimeOrderedEpoch(),
              null,
              "占道经营",
              text,
              SourceKind.CITIZEN,
              "STREET_OCCUPATION",
              DeadlineClass.GENERAL,
              new Place("示例路 1 号", subdistrict, null, null, null),
              Instant.now().truncatedTo(ChronoUnit.MICROS),
              Instant.now().truncatedTo(ChronoUnit.MICROS),
              new Actor("SPECIAL_TEAM", null, "neighbour")));
    }
    int before = total();
    district.tellAll(events);
    await().atMost(PATIENCE).until(() -> total() == before + problems);
  }

  private int total() {
    return as(TEAM).get(LIST + subdistrict + "&count=exact&limit=1").jsonPath().getInt("total");
  }

  private Response export(Identity identity) {
    return as(identity).accept(Sheet.CSV).get(LIST + subdistrict);
  }

  /** The ids of the list, page by page. */
  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page = as(TEAM).get(LIST + subdistrict + "&limit=200" + cursor).jsonPath();
      ids.addAll(page.getList("items.id", String.class));
      String next = page.getString("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    return ids;
  }

  @Test
  void all_rows_of_all_pages_in_the_order_of_the_list_and_not_one_too_many() {
    file(MOST, "示例路路口有流动摊贩占道");
    Response whole = export(TEAM);
    whole.then().statusCode(200);
    List<String> exported =
        new String(whole.asByteArray(), StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .map(line -> line.substring(line.lastIndexOf(',') + 1))
            .toList();
    assertEquals(ids(), exported);
    file(1, "示例路路口有流动摊贩占道");
    export(TEAM)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("export-too-long"));
    export(TEAM).then().statusCode(422);
  }

  @Test
  void who_leaves_during_an_export_ends_it_and_has_but_one_at_a_time() throws IOException {
    file(MOST, "占".repeat(6000));
    try (Socket reader = begun()) {
      export(TEAM).then().statusCode(429).body("code", equalTo("export-under-way"));
      export(ADMIN).then().statusCode(200);
      assertTrue(reader.isConnected(), "it has waited all the time");
    }
    await().atMost(PATIENCE).until(() -> export(TEAM).statusCode() == 200);
  }

  @Test
  void what_fails_on_the_way_does_not_end_like_a_whole_file() throws Exception {
    file(MOST, "占".repeat(2000));
    String last = ids().get(MOST - 1);
    byte[] rest;
    try (Connection database = dataSource.getConnection();
        Statement change = database.createStatement()) {
      // Only the last page cannot be read, however much the buffers between here and there hold.
      change.execute("update order_item set source_kind = 'UNKNOWN' where id = '" + last + "'");
      try (Socket reader = begun()) {
        rest = rest(reader);
      } finally {
        change.execute("update order_item set source_kind = 'CITIZEN' where id = '" + last + "'");
      }
    }
    String end =
        new String(rest, Math.max(0, rest.length - 20), Math.min(20, rest.length), US_ASCII);
    // A row may end with a 0 as well, but not stand alone with it.
    assertFalse(end.endsWith("\r\n0\r\n\r\n"), "the last chunk would say that this is all");
    await().atMost(PATIENCE).until(() -> export(TEAM).statusCode() == 200);
  }

  /** All that comes until the connection ends, however it does. */
  private static byte[] rest(Socket reader) {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    try {
      reader.getInputStream().transferTo(rest);
    } catch (IOException reset) {
      return rest.toByteArray();
    }
    return rest.toByteArray();
  }

  /** An export that has begun and waits for somebody to read on. */
  private Socket begun() throws IOException {
    Socket reader = new Socket();
    reader.setReceiveBufferSize(4096);
    reader.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
    String request =
        """
        GET %s%s HTTP/1.1
        Host: localhost:%d
        Accept: text/csv
        Connection: close
        Authorization: Bearer %s

        """
            .formatted(LIST, subdistrict, RestAssured.port, Tokens.forTests().sign(TEAM));
    reader.getOutputStream().write(request.replace("\n", "\r\n").getBytes(US_ASCII));
    byte[] beginning = reader.getInputStream().readNBytes(512);
    assertTrue(new String(beginning, US_ASCII).startsWith("HTTP/1.1 200"), "it has begun");
    return reader;
  }
}
