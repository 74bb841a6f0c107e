package org.bihuan.intake.console;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.reading.RootResource;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console as files; those of the test resources stand in where none is built. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ConsoleTest {

  private static final String ASSET = "/console/assets/script-0123abcd.js";

  private static RequestSpecification browser() {
    return RestAssured.given()
        .redirects()
        .follow(false)
        .config(
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/console",
        "/console/",
        "/console/login",
        "/console/items/0193c2f0-7c1e-7aaa-8000-000000000001?light=RED",
        "/console/problems/one/of/many"
      })
  void every_address_of_the_console_shows_its_one_page(String address) {
    String page = browser().get("/console/index.html").asString();
    browser()
        .get(address)
        .then()
        .statusCode(200)
        .contentType(containsString("text/html"))
        .header("Cache-Control", equalTo("no-cache"))
        .body(equalTo(page));
    browser().head(address).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/r", "/r/", "/r/track"})
  void residents_have_a_page_of_their_own(String address) {
    String page = browser().get("/console/r.html").asString();
    browser()
        .get(address)
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-cache"))
        .body(equalTo(page));
  }

  @Test
  void what_is_called_after_its_content_is_kept_for_a_year() {
    browser()
        .get(ASSET)
        .then()
        .statusCode(200)
        .contentType(containsString("javascript"))
        .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/console/assets/former-0123abcd.js", "/console/assets/former", "/console/no.png"})
  void a_file_that_is_not_there_is_not_found_and_not_remembered(String address) {
    browser()
        .get(address)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .header("Cache-Control", equalTo("no-store"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/resident", "/consoles", "/r.html"})
  void other_addresses_are_not_led_there(String address) {
    browser().get(address).then().statusCode(404).contentType("application/problem+json");
  }

  @Test
  void nothing_is_sent_to_a_page() {
    browser().post("/console/items").then().statusCode(not(equalTo(200)));
    browser().post("/r").then().statusCode(not(equalTo(200)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/console", "/console/login", "/r", "/r/track"})
  void a_page_may_run_its_own_scripts_alone_and_ask_the_services_alone(String address) {
    Response page = browser().get(address);
    assertEquals(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:"
            + " ; font-src 'self' data:; connect-src 'self' http://localhost:8082"
            + " http://localhost:8083 http://localhost:8180; worker-src 'self'; manifest-src"
            + " 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        page.header("Content-Security-Policy"));
    assertEquals(
        "camera=(self), geolocation=(self), microphone=(), payment=()",
        page.header("Permissions-Policy"));
    assertEquals("nosniff", page.header("X-Content-Type-Options"));
  }

  @Test
  void a_page_that_has_not_changed_is_not_sent_again() {
    String changed = browser().get("/console/login").header("Last-Modified");
    browser()
        .header("If-Modified-Since", changed)
        .get("/console/login")
        .then()
        .statusCode(304)
        .header("Cache-Control", equalTo("no-cache"));
  }

  @Test
  void files_come_packed_for_those_who_can_unpack() {
    Response plain = browser().get(ASSET);
    Response packed = browser().header("Accept-Encoding", "gzip, br").get(ASSET);
    assertEquals("gzip", packed.header("Content-Encoding"));
    assertFalse(packed.asByteArray().length * 2 > plain.asByteArray().length);
    browser()
        .header("Accept-Encoding", "gzip")
        .get("/console/login")
        .then()
        .header("Content-Encoding", equalTo("gzip"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br | br   | packed with brotli",
        "gzip;q=0, br      | br   | packed with brotli",
        "gzip              | gzip | packed with gzip",
        "gzip, br;q=0      | gzip | packed with gzip",
        "br; q=0.0, gzip   | gzip | packed with gzip",
        "zstd              |      | not packed",
        "                  |      | not packed"
      })
  void what_the_build_has_packed_comes_as_it_lies_there(
      String accepted, String coding, String content) {
    RequestSpecification request = browser();
    if (accepted != null) {
      request.header("Accept-Encoding", accepted);
    }
    Response file = request.get("/console/assets/packed-0123abcd.js");
    file.then()
        .statusCode(200)
        .contentType(containsString("text/javascript"))
        .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
        .header("Vary", equalToIgnoringCase("accept-encoding"))
        .header("X-Content-Type-Options", equalTo("nosniff"));
    assertEquals(coding, file.header("Content-Encoding"));
    assertEquals(content, file.asString().strip());
  }

  @Test
  void what_the_api_answers_keeps_its_tag_and_is_not_packed() {
    As.role(Role.SPECIAL_TEAM)
        .header("Accept-Encoding", "gzip")
        .get("/api/v1/public/categories")
        .then()
        .statusCode(200)
        .header("Content-Encoding", not(equalTo("gzip")))
        .header("ETag", not(containsString("W/")));
  }

  @Test
  void the_console_is_told_where_everything_is() {
    browser()
        .get("/console/config.json")
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-cache"))
        .body(
            "services",
            equalTo(
                Map.of(
                    "intake", "",
                    "dispatch", "http://localhost:8082",
                    "inspection", "http://localhost:8083")))
        .body(
            "login",
            equalTo(
                Map.of(
                    "kind", "OIDC",
                    "authority", "http://localhost:8180/realms/bihuan",
                    "clientId", "bihuan-console")))
        .body("map", allOf(hasKey("tiles"), hasKey("attribution")))
        .body("map.crs", equalTo("WGS84"))
        .body("map.tiles", nullValue());
  }

  @Test
  void it_is_no_operation_of_the_api() {
    browser().get("/q/openapi").then().body(not(containsString("/console")));
  }

  @Test
  void without_a_console_people_are_led_to_the_page_that_shows_the_api() {
    assertEquals("/docs/", new RootResource().page().getLocation().toString());
  }
}
