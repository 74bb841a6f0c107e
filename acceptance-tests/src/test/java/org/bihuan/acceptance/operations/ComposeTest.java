package org.bihuan.acceptance.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.localstack.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compose files promise, as far as it can be read without containers. */
class ComposeTest {

  private static final Pattern REQUIRED = Pattern.compile("\\$\\{(\\w+):\\?");
  private static final List<String> SERVICES = List.of("intake", "dispatch", "inspection");
  private static final String CONSOLE = "${BIHUAN_CONSOLE_ADDRESS}";

  private static final Path ROOT = Layout.findRoot(Path.of("").toAbsolutePath());

  private static final Map<String, String> ADDRESSES =
      Map.of(
          "BIHUAN_ADDRESS", "https://bihuan.example",
          "BIHUAN_DISPATCH_ADDRESS", "https://dispatch.example",
          "BIHUAN_INSPECTION_ADDRESS", "https://inspection.example",
          "BIHUAN_LOGIN_ADDRESS", "https://login.example");

  private final Compose demonstration =
      Compose.of(ROOT, Map.of(), Compose.COMMON, Compose.DEMONSTRATION);
  private final Compose city = Compose.of(ROOT, ADDRESSES, Compose.COMMON, Compose.CITY);

  ComposeTest() throws IOException {}

  @ParameterizedTest
  @CsvSource({
    "intake, INTAKE_DATABASE_PASSWORD",
    "dispatch, DISPATCH_DATABASE_PASSWORD",
    "inspection, INSPECTION_DATABASE_PASSWORD"
  })
  void a_service_has_a_role_and_a_password_of_its_own(String service, String password) {
    assertEquals(service, demonstration.environment(service, "QUARKUS_DATASOURCE_USERNAME"));
    assertEquals(password, demonstration.environment(service, "QUARKUS_DATASOURCE_PASSWORD"));
    assertTrue(
        demonstration.environment(service, "QUARKUS_DATASOURCE_JDBC_URL").endsWith("/" + service));
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "dispatch", "inspection"})
  void a_service_takes_the_tokens_that_the_realm_makes_for_it(String service) throws IOException {
    Set<String> audiences = new TreeSet<>(realm().findValuesAsText("included.custom.audience"));
    assertEquals(Set.of(demonstration.environment(service, "MP_JWT_VERIFY_AUDIENCES")), audiences);
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "dispatch", "inspection"})
  void what_the_realm_makes_for_the_console_alone_opens_no_service(String service)
      throws IOException {
    assertNotEquals(
        console().path("clientId").asText(),
        demonstration.environment(service, "MP_JWT_VERIFY_AUDIENCES"));
    console()
        .path("protocolMappers")
        .forEach(mapper -> assertEquals("false", mapper.at("/config/id.token.claim").asText()));
  }

  @Test
  void the_console_logs_in_where_the_tokens_come_from() {
    for (Compose compose : List.of(demonstration, city)) {
      assertEquals("OIDC", compose.environment("intake", "BIHUAN_CONSOLE_LOGIN_KIND"));
      String server = compose.environment("intake", "BIHUAN_CONSOLE_LOGIN_SERVER");
      String issuer = server + compose.environment("intake", "BIHUAN_CONSOLE_LOGIN_PATH");
      SERVICES.forEach(
          service -> assertEquals(issuer, compose.environment(service, "MP_JWT_VERIFY_ISSUER")));
      assertEquals(server, compose.environment("keycloak", "KC_HOSTNAME"));
    }
  }

  @Test
  void the_provider_leads_people_back_to_the_console_and_nowhere_else() throws IOException {
    JsonNode console = console();
    assertEquals(CONSOLE + "/console/*", console.path("redirectUris").path(0).asText());
    assertEquals(1, console.path("redirectUris").size(), "no other address is given a code");
    assertEquals(
        CONSOLE + "/console/*", console.at("/attributes/post.logout.redirect.uris").asText());
    assertEquals(CONSOLE, console.path("webOrigins").path(0).asText());
    assertEquals(1, console.path("webOrigins").size(), "no other page may ask");
    assertTrue(console.path("publicClient").asBoolean());
    assertFalse(console.path("directAccessGrantsEnabled").asBoolean());
    assertEquals("S256", console.at("/attributes/pkce.code.challenge.method").asText());
    assertEquals(
        "http://localhost:8081", demonstration.environment("keycloak", "BIHUAN_CONSOLE_ADDRESS"));
    assertEquals("https://bihuan.example", city.environment("keycloak", "BIHUAN_CONSOLE_ADDRESS"));
  }

  @Test
  void a_login_can_be_renewed_after_its_token_has_ended() throws IOException {
    assertTrue(
        realm().path("accessTokenLifespan").asInt() * 2
            < realm().path("ssoSessionIdleTimeout").asInt());
  }

  @Test
  void every_service_lets_the_pages_of_the_console_ask() {
    for (Compose compose : List.of(demonstration, city)) {
      String console = compose.environment("keycloak", "BIHUAN_CONSOLE_ADDRESS");
      for (String service : SERVICES) {
        assertEquals(console, compose.environment(service, "QUARKUS_HTTP_CORS_ORIGINS"));
      }
      assertEquals(console, compose.environment("intake", "BIHUAN_PUBLIC_ADDRESS"));
      for (String peer : List.of("dispatch", "inspection")) {
        assertEquals(
            compose.environment(peer, "BIHUAN_PUBLIC_ADDRESS"),
            compose.environment("intake", "BIHUAN_PEERS_" + peer.toUpperCase(Locale.ROOT)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "intake, BIHUAN_PUBLIC_ADDRESS, 8080",
    "intake, BIHUAN_PEERS_DISPATCH, 8080",
    "intake, BIHUAN_PEERS_INSPECTION, 8080",
    "keycloak, KC_HOSTNAME, 8080"
  })
  void the_demonstration_is_where_its_pages_look_for_it(
      String service, String variable, String port) {
    String address = demonstration.environment(service, variable);
    String published = "127.0.0.1:" + address.replace("http://localhost:", "") + ":" + port;
    assertTrue(
        demonstration.services().stream()
            .anyMatch(one -> demonstration.texts(one, "ports").contains(published)),
        published);
  }

  @Test
  void keycloak_is_the_one_that_the_login_is_tried_at() throws IOException {
    String version =
        Pattern.compile("<keycloak.version>(.+)</keycloak.version>")
            .matcher(Files.readString(ROOT.resolve("pom.xml")))
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    assertEquals("keycloak/keycloak:" + version, demonstration.text("keycloak", "image"));
    assertEquals("bihuan/keycloak:" + version, city.text("keycloak", "image"));
    List<String> images =
        Files.readAllLines(ROOT.resolve("docker/keycloak/Dockerfile")).stream()
            .filter(line -> line.startsWith("FROM "))
            .map(line -> line.split(" ")[1])
            .distinct()
            .toList();
    assertEquals(List.of("keycloak/keycloak:" + version), images);
  }

  @Test
  void the_users_of_the_demonstration_are_in_no_city() throws IOException {
    assertTrue(realm().path("users").isMissingNode());
    assertTrue(
        demonstration.texts("keycloak", "volumes").stream().anyMatch(m -> m.contains("-users-")));
    assertTrue(city.texts("keycloak", "volumes").stream().noneMatch(m -> m.contains("-users-")));
    assertNull(city.environment("keycloak", "BIHUAN_DEMO_PASSWORD"));
  }

  @Test
  void keycloak_of_a_city_is_in_production_behind_the_proxy_on_a_database_of_its_own()
      throws IOException {
    assertEquals(
        List.of("start", "--optimized", "--import-realm"), city.texts("keycloak", "command"));
    assertEquals("https://login.example", city.environment("keycloak", "KC_HOSTNAME"));
    assertEquals("xforwarded", city.environment("keycloak", "KC_PROXY_HEADERS"));
    assertEquals("keycloak", city.environment("keycloak", "KC_DB_USERNAME"));
    assertTrue(city.environment("keycloak", "KC_DB_URL").endsWith("/keycloak"));
    String password = city.environment("keycloak", "KC_DB_PASSWORD");
    assertEquals(password, city.environment("postgres", password));
    assertTrue(
        Files.readString(ROOT.resolve("docker/postgres/keycloak.sql"))
            .contains("\\getenv keycloak_password " + password));
  }

  @Test
  void every_part_of_a_city_believes_the_same_proxy() {
    for (String service : SERVICES) {
      assertEquals(
          "true", city.environment(service, "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING"));
      assertEquals(
          city.environment("keycloak", "KC_PROXY_TRUSTED_ADDRESSES"),
          city.environment(service, "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES"));
    }
  }

  @Test
  void monitoring_is_there_for_who_wants_it() {
    for (String part : List.of("prometheus", "grafana")) {
      assertEquals(List.of("monitoring"), demonstration.texts(part, "profiles"));
      assertTrue(
          demonstration.texts(part, "ports").stream()
              .allMatch(port -> port.startsWith("127.0.0.1:")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Compose.DEMONSTRATION, Compose.CITY})
  void every_file_that_is_mounted_is_there(String file) throws IOException {
    Compose compose = Compose.of(ROOT, Map.of(), Compose.COMMON, file);
    List<String> mounted =
        compose.services().stream()
            .flatMap(service -> compose.texts(service, "volumes").stream())
            .filter(mount -> mount.startsWith("./"))
            .map(mount -> mount.split(":")[0])
            .toList();
    assertTrue(mounted.contains("./docker/postgres/databases.sql"), mounted.toString());
    assertEquals(
        List.of(),
        mounted.stream().filter(path -> !Files.isRegularFile(ROOT.resolve(path))).toList());
  }

  @Test
  void topics_are_kept_for_as_long_as_a_restore_may_reach_back() {
    assertEquals("336", demonstration.environment("kafka", "KAFKA_LOG_RETENTION_HOURS"));
  }

  @Test
  void every_variable_that_must_be_set_is_in_the_example() throws IOException {
    String example = Files.readString(ROOT.resolve(".env.example"));
    Set<String> missing = new TreeSet<>();
    for (String file : List.of(Compose.COMMON, Compose.DEMONSTRATION, Compose.CITY)) {
      REQUIRED
          .matcher(Files.readString(ROOT.resolve(file)))
          .results()
          .map(variable -> variable.group(1))
          .forEach(missing::add);
    }
    assertTrue(missing.contains("POSTGRES_PASSWORD"), missing.toString());
    missing.removeIf(
        variable ->
            Stream.of("\n", "\n# ").anyMatch(line -> example.contains(line + variable + "=")));
    assertEquals(Set.of(), missing);
  }

  private static JsonNode realm() throws IOException {
    return new ObjectMapper().readTree(ROOT.resolve("docker/keycloak/bihuan-realm.json").toFile());
  }

  private JsonNode console() throws IOException {
    JsonNode clients = realm().path("clients");
    assertEquals(1, clients.size());
    assertEquals(
        demonstration.environment("intake", "BIHUAN_CONSOLE_LOGIN_CLIENT_ID"),
        clients.path(0).path("clientId").asText());
    return clients.path(0);
  }
}
