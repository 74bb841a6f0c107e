package org.bihuan.acceptance.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.bihuan.localstack.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compose file promises, as far as it can be read without containers. */
class ComposeTest {

  private static final Pattern REQUIRED = Pattern.compile("\\$\\{(\\w+):\\?");

  private static final Path ROOT = Layout.findRoot(Path.of("").toAbsolutePath());

  @ParameterizedTest
  @ValueSource(strings = {"intake", "dispatch", "inspection"})
  void a_service_has_a_role_and_a_password_of_its_own(String service) throws IOException {
    String password = "${" + service.toUpperCase(Locale.ROOT) + "_DATABASE_PASSWORD:";
    assertEquals(service, environment(service, "QUARKUS_DATASOURCE_USERNAME"));
    assertTrue(environment(service, "QUARKUS_DATASOURCE_PASSWORD").startsWith(password));
    assertTrue(environment(service, "QUARKUS_DATASOURCE_JDBC_URL").endsWith("/" + service));
  }

  @ParameterizedTest
  @ValueSource(strings = {"intake", "dispatch", "inspection"})
  void a_service_takes_the_tokens_that_the_realm_makes_for_it(String service) throws IOException {
    JsonNode realm = realm();
    Set<String> audiences = new TreeSet<>(realm.findValuesAsText("included.client.audience"));
    assertEquals(Set.of(environment(service, "MP_JWT_VERIFY_AUDIENCES")), audiences);
    assertTrue(
        StreamSupport.stream(realm.path("clients").spliterator(), false)
            .anyMatch(client -> audiences.contains(client.path("clientId").asText())));
  }

  @Test
  void the_console_logs_in_where_the_tokens_come_from() throws IOException {
    assertEquals("OIDC", environment("intake", "BIHUAN_CONSOLE_LOGIN_KIND"));
    assertEquals(
        environment("intake", "MP_JWT_VERIFY_ISSUER"),
        environment("intake", "BIHUAN_CONSOLE_LOGIN_SERVER")
            + environment("intake", "BIHUAN_CONSOLE_LOGIN_PATH"));
    JsonNode console = client(environment("intake", "BIHUAN_CONSOLE_LOGIN_CLIENT_ID"));
    String pages = console.path("rootUrl").asText() + "/console/*";
    assertEquals("http://localhost:8081/console/*", pages);
    assertEquals(pages, console.path("redirectUris").path(0).asText());
    assertEquals(1, console.path("redirectUris").size(), "no other address is given a code");
    assertEquals(pages, console.path("attributes").path("post.logout.redirect.uris").asText());
    assertTrue(console.path("publicClient").asBoolean());
    assertEquals("S256", console.path("attributes").path("pkce.code.challenge.method").asText());
  }

  @Test
  void topics_are_kept_for_as_long_as_a_restore_may_reach_back() throws IOException {
    assertEquals("336", environment("kafka", "KAFKA_LOG_RETENTION_HOURS"));
  }

  @Test
  void every_variable_that_must_be_set_is_in_the_example() throws IOException {
    String example = Files.readString(ROOT.resolve(".env.example"));
    Set<String> missing = new TreeSet<>();
    REQUIRED
        .matcher(Files.readString(ROOT.resolve("docker-compose.yml")))
        .results()
        .map(variable -> variable.group(1))
        .forEach(missing::add);
    assertTrue(missing.contains("POSTGRES_PASSWORD"), missing.toString());
    missing.removeIf(variable -> example.contains("\n" + variable + "="));
    assertEquals(Set.of(), missing);
  }

  private static JsonNode realm() throws IOException {
    return new ObjectMapper().readTree(ROOT.resolve("docker/keycloak/bihuan-realm.json").toFile());
  }

  private static JsonNode client(String id) throws IOException {
    return StreamSupport.stream(realm().path("clients").spliterator(), false)
        .filter(client -> client.path("clientId").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String environment(String service, String variable) throws IOException {
    JsonNode environment =
        new YAMLMapper()
            .readTree(ROOT.resolve("docker-compose.yml").toFile())
            .path("services")
            .path(service)
            .path("environment");
    // Jackson leaves merge keys as they stand.
    JsonNode own = environment.path(variable);
    return own.isMissingNode() ? shared(variable) : own.asText();
  }

  private static String shared(String variable) throws IOException {
    return new YAMLMapper()
        .readTree(ROOT.resolve("docker-compose.yml").toFile())
        .path("x-environment")
        .path(variable)
        .asText();
  }
}
