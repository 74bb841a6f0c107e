package org.bihuan.acceptance.operations.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.acceptance.operations.Compose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services are told by docker-compose.yml and in a cluster. */
class SettingsTest {

  /** A city's addresses as {@code .env} would say them; those of the overlay are the same. */
  private static final Map<String, String> ADDRESSES =
      Map.of(
          "BIHUAN_ADDRESS", "https://bihuan.example.gov.cn",
          "BIHUAN_DISPATCH_ADDRESS", "https://dispatch.bihuan.example.gov.cn",
          "BIHUAN_INSPECTION_ADDRESS", "https://inspection.bihuan.example.gov.cn",
          "BIHUAN_LOGIN_ADDRESS", "https://login.bihuan.example.gov.cn",
          "BIHUAN_TRUSTED_PROXIES", "10.244.0.0/16");

  private static final List<String> SERVICES = List.of("intake", "dispatch", "inspection");

  /** What only a secret says; its value is compared with nothing. */
  private static final String SECRET = "a secret";

  private static final Pattern DIFFERENCE =
      Pattern.compile("^\\| `([A-Z0-9_]+)` \\| ([a-z, ]+) \\| .+ \\|$", Pattern.MULTILINE);

  private static final Pattern NAME = Pattern.compile("`(\\.?[a-z0-9.-]+)`");

  @ParameterizedTest
  @ValueSource(strings = {"kind", "production"})
  void a_service_is_told_the_same_as_by_compose_or_the_table_says_why(String overlay)
      throws IOException, InterruptedException {
    Rendered cluster = Rendered.overlay(overlay);
    Set<String> different = new TreeSet<>();
    for (String service : SERVICES) {
      Map<String, String> here = inCluster(cluster, service);
      Map<String, String> there = byCompose(overlay, service);
      Set<String> names = new TreeSet<>(here.keySet());
      names.addAll(there.keySet());
      names.removeIf(name -> Objects.equals(here.get(name), there.get(name)));
      different.addAll(names);
    }
    assertEquals(explained(overlay), different);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind", "production"})
  void every_setting_of_ours_is_one_that_the_documentation_tells_of(String overlay)
      throws IOException, InterruptedException {
    Set<String> unknown = new TreeSet<>();
    for (String service : SERVICES) {
      unknown.addAll(inCluster(Rendered.overlay(overlay), service).keySet());
    }
    assertTrue(unknown.contains("BIHUAN_PUBLIC_ADDRESS"));
    unknown.removeIf(name -> !name.startsWith("BIHUAN_"));
    unknown.removeAll(documented());
    assertEquals(Set.of(), unknown);
  }

  @Test
  void what_is_mounted_or_read_from_elsewhere_is_there() throws Exception {
    for (String overlay : List.of("kind", "production")) {
      Rendered cluster = Rendered.overlay(overlay);
      Set<String> wanted = new TreeSet<>();
      for (String place : List.of("secretRef", "secretKeyRef", "passwordSecret", "secret")) {
        cluster
            .resources()
            .forEach(one -> one.findValues(place).forEach(secret -> wanted.add(nameOf(secret))));
      }
      assertTrue(wanted.contains("dispatch-database"), wanted.toString());
      wanted.removeIf(
          name ->
              cluster.all("Secret").stream().anyMatch(one -> Rendered.nameOf(one).equals(name))
                  || cluster.all("ExternalSecret").stream()
                      .anyMatch(one -> one.at("/spec/target/name").asText().equals(name)));
      assertEquals(Set.of(), wanted, overlay);
    }
  }

  private static String nameOf(JsonNode secret) {
    return secret.isTextual() ? secret.asText() : secret.path("name").asText();
  }

  private static Map<String, String> inCluster(Rendered cluster, String service) {
    Map<String, String> told = new TreeMap<>();
    JsonNode container = cluster.container(service);
    for (JsonNode source : container.path("envFrom")) {
      if (source.has("configMapRef")) {
        JsonNode map = cluster.one("ConfigMap", source.at("/configMapRef/name").asText());
        map.path("data").properties().forEach(one -> told.put(one.getKey(), text(one)));
      } else {
        told.putAll(secret(cluster, source.at("/secretRef/name").asText()));
      }
    }
    for (JsonNode one : container.path("env")) {
      JsonNode reference = one.at("/valueFrom/secretKeyRef");
      String value =
          secret(cluster, reference.path("name").asText()).get(reference.path("key").asText());
      assertTrue(value != null, one::toString);
      // The user is the name of the service in the store as well: databases.sql makes it so.
      told.put(
          one.path("name").asText(),
          reference.path("key").asText().equals("username") && value.equals(SECRET)
              ? service
              : value);
    }
    told.replaceAll((name, value) -> isSecret(name) ? SECRET : value);
    return told;
  }

  private static Map<String, String> secret(Rendered cluster, String name) {
    Map<String, String> told = new HashMap<>();
    for (JsonNode one : cluster.all("Secret")) {
      if (Rendered.nameOf(one).equals(name)) {
        one.path("data")
            .properties()
            .forEach(
                entry ->
                    told.put(
                        entry.getKey(),
                        new String(
                            Base64.getDecoder().decode(entry.getValue().asText()),
                            StandardCharsets.UTF_8)));
      }
    }
    for (JsonNode one : cluster.all("ExternalSecret")) {
      if (one.at("/spec/target/name").asText().equals(name)) {
        one.at("/spec/data").forEach(key -> told.put(key.path("secretKey").asText(), SECRET));
      }
    }
    return told;
  }

  private static Map<String, String> byCompose(String overlay, String service) throws IOException {
    Compose compose =
        overlay.equals("production")
            ? Compose.of(ProofStack.root(), ADDRESSES, Compose.COMMON, Compose.CITY)
            : Compose.of(ProofStack.root(), Map.of(), Compose.COMMON, Compose.DEMONSTRATION);
    Map<String, String> told = compose.environment(service);
    told.replaceAll((name, value) -> isSecret(name) ? SECRET : value);
    return told;
  }

  private static String text(Map.Entry<String, JsonNode> entry) {
    return entry.getValue().asText();
  }

  private static boolean isSecret(String name) {
    return name.endsWith("_PASSWORD") || name.endsWith("_KEY");
  }

  private static Set<String> explained(String overlay) throws IOException {
    String page = Files.readString(Rendered.FOLDER.resolve("README.md"));
    Set<String> names = new TreeSet<>();
    DIFFERENCE
        .matcher(page)
        .results()
        .filter(row -> List.of(row.group(2).split(", ")).contains(overlay))
        .forEach(row -> names.add(row.group(1)));
    return names;
  }

  /** The settings of docs/operations.md as the environment spells them. */
  private static Set<String> documented() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(ProofStack.root().resolve("docs/operations.md"))) {
      if (!line.startsWith("| `")) {
        continue;
      }
      Matcher name = NAME.matcher(line.split(" \\| ")[0]);
      String parent = "";
      while (name.find()) {
        String full = name.group(1).startsWith(".") ? parent + name.group(1) : name.group(1);
        if (!name.group(1).startsWith(".")) {
          parent = full.contains(".") ? full.substring(0, full.lastIndexOf('.')) : full;
        }
        names.add(full.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
      }
    }
    return names;
  }
}
