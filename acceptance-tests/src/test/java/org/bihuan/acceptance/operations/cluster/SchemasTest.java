package org.bihuan.acceptance.operations.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.acceptance.description.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a cluster is given, held against what Kubernetes and the operators have published. */
class SchemasTest {

  private static final String KEYCLOAK = "k8s.keycloak.org/v2alpha1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static List<JsonNode> everything;

  @BeforeAll
  static void render() throws IOException, InterruptedException {
    everything = new ArrayList<>();
    everything.addAll(Rendered.overlay("kind").resources());
    everything.addAll(Rendered.overlay("production").resources());
    everything.addAll(Rendered.overlay("production", "scale-on-lag").all("ScaledObject"));
  }

  @Test
  void each_resource_is_what_the_schema_of_its_kind_asks() throws Exception {
    check("everything", everything).mustSucceed();
  }

  @Test
  void a_misspelt_property_is_found_in_every_kind() throws Exception {
    Map<String, JsonNode> misspelt = new TreeMap<>();
    for (JsonNode resource : everything) {
      JsonNode copy = resource.deepCopy();
      JsonNode inner = copy.path("spec").isObject() ? copy.path("spec") : copy;
      ((ObjectNode) inner).put("replicasss", 1);
      misspelt.put(resource.path("kind").asText(), copy);
    }
    misspelt.values().removeIf(one -> one.path("apiVersion").asText().equals(KEYCLOAK));
    assertTrue(misspelt.size() > 15, misspelt.keySet().toString());
    Node.Ended ended = check("misspelt", List.copyOf(misspelt.values()));
    assertNotEquals(0, ended.status());
    List<String> passedOver = new ArrayList<>(misspelt.keySet());
    passedOver.removeIf(
        kind ->
            ended
                .output()
                .lines()
                .anyMatch(line -> line.startsWith(kind + " ") && line.contains("replicasss")));
    assertEquals(List.of(), passedOver);
  }

  @Test
  void a_value_of_the_wrong_type_is_found() throws Exception {
    JsonNode topic =
        everything.stream()
            .filter(one -> one.path("kind").asText().equals("KafkaTopic"))
            .findFirst()
            .orElseThrow()
            .deepCopy();
    ((ObjectNode) topic.path("spec")).put("partitions", "twelve");
    Node.Ended ended = check("wrong-type", List.of(topic));
    assertTrue(ended.output().contains("data/spec/partitions must be integer"), ended.output());
  }

  /** No package holds the schemas of Keycloak's operator: the list of what we use is our own. */
  @Test
  void keycloak_is_given_what_its_operator_knows() throws IOException {
    List<JsonNode> ours =
        everything.stream()
            .filter(one -> one.path("apiVersion").asText().equals(KEYCLOAK))
            .toList();
    assertEquals(4, ours.size());
    for (JsonNode one : ours) {
      assertEquals(List.of(), keycloakFaults(one));
    }
    JsonNode misspelt = ours.get(0).deepCopy();
    ((ObjectNode) misspelt.path("spec")).put("instancesss", 1);
    assertNotEquals(List.of(), keycloakFaults(misspelt));
  }

  private static List<String> keycloakFaults(JsonNode resource) throws IOException {
    try (InputStream schema = SchemasTest.class.getResourceAsStream("keycloak.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
          .validate(resource)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }

  private static Node.Ended check(String name, List<JsonNode> resources)
      throws IOException, InterruptedException {
    Path file = Path.of("target/manifests", name + ".json").toAbsolutePath();
    Files.createDirectories(file.getParent());
    JSON.writeValue(file.toFile(), resources);
    return Node.installed("manifests", "The manifests are not held against schemas")
        .run(List.of("node", "check.mjs", file.toString()), Map.of());
  }
}
