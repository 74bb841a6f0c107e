package org.bihuan.acceptance.operations.cluster;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a cluster is given fits the services that run in it. */
class ClusterTest {

  @Test
  void topics_are_those_that_the_services_make_by_themselves() throws Exception {
    Map<String, String> declared = new TreeMap<>();
    for (JsonNode topic : Rendered.overlay("production").all("KafkaTopic")) {
      JsonNode spec = topic.path("spec");
      assertEquals(3, spec.path("replicas").asInt());
      declared.put(
          Rendered.nameOf(topic),
          told(
              spec.path("partitions").asInt(),
              spec.at("/config/cleanup.policy").asText(),
              spec.at("/config/retention.ms").asText(null)));
    }
    assertEquals(made(), declared);
  }

  private static Map<String, String> made() throws Exception {
    Map<String, String> made = new TreeMap<>();
    String broker = RunningStack.get().broker().addressesForClients();
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker))) {
      Set<String> names = admin.listTopics().names().get();
      for (TopicDescription topic : admin.describeTopics(names).allTopicNames().get().values()) {
        ConfigResource key = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        Config config = admin.describeConfigs(Set.of(key)).all().get().get(key);
        String policy = config.get("cleanup.policy").value();
        made.put(
            topic.name(),
            told(
                topic.partitions().size(),
                policy,
                policy.equals("compact") ? null : config.get("retention.ms").value()));
      }
    }
    return made;
  }

  private static String told(int partitions, String policy, String retention) {
    return partitions + " partitions, " + policy + ", kept " + retention;
  }

  @Test
  void databases_are_made_as_compose_makes_them() throws Exception {
    Path folder = ProofStack.root().resolve("docker/postgres");
    String made =
        (Files.readString(folder.resolve("databases.sql"))
                + Files.readString(folder.resolve("keycloak.sql")))
            .replaceAll("(?m)^(--|\\\\getenv).*$", "")
            .replaceAll(" password :'\\w+'", "");
    List<String> statements = Stream.of(made.split(";")).map(String::strip).toList();
    JsonNode cluster = Rendered.overlay("production").one("Cluster", "postgres");
    JsonNode first = cluster.at("/spec/bootstrap/initdb");
    List<String> declared = new ArrayList<>();
    first.path("postInitSQL").forEach(one -> declared.add(one.asText()));
    first.path("postInitApplicationSQL").forEach(one -> declared.add(one.asText()));
    declared.add("create role " + first.path("owner").asText() + " login");
    declared.add(
        "create database %s owner %s template template0 encoding '%s' lc_collate '%s' lc_ctype '%s'"
            .formatted(
                first.path("database").asText(),
                first.path("owner").asText(),
                first.path("encoding").asText(),
                first.path("localeCollate").asText(),
                first.path("localeCType").asText()));
    assertEquals(
        new TreeSet<>(statements.stream().filter(one -> !one.isEmpty()).toList()),
        new TreeSet<>(declared));
    assertEquals(
        List.of("dispatch", "inspection", "keycloak"),
        StreamSupport.stream(cluster.at("/spec/managed/roles").spliterator(), false)
            .map(role -> role.path("name").asText())
            .sorted()
            .toList());
  }

  @Test
  void the_realm_is_that_of_compose_and_no_user_for_demonstration_comes_to_a_city()
      throws Exception {
    ObjectNode kind = compose("bihuan-realm.json", "http://localhost:8081");
    kind.setAll(compose("bihuan-users-0.json", ""));
    assertEquals(kind, realm("kind"));
    assertEquals(
        compose("bihuan-realm.json", "https://bihuan.example.gov.cn"), realm("production"));
  }

  private static ObjectNode compose(String file, String console) throws IOException {
    Path path = ProofStack.root().resolve("docker/keycloak").resolve(file);
    String text = Files.readString(path).replace("${BIHUAN_CONSOLE_ADDRESS}", console);
    return (ObjectNode) new ObjectMapper().readTree(text);
  }

  private static JsonNode realm(String overlay) throws IOException, InterruptedException {
    return Rendered.overlay(overlay).one("KeycloakRealmImport", "bihuan").at("/spec/realm");
  }

  /** The description of the API, and no page of operations. */
  @ParameterizedTest
  @EnumSource(ServiceName.class)
  void the_proxy_leads_in_what_the_public_may_see(ServiceName service) throws Exception {
    JsonNode rules = Rendered.overlay("production").one("Ingress", service.partName());
    List<JsonNode> paths = rules.findValues("paths");
    assertEquals(1, paths.size());
    Map<String, String> led = new TreeMap<>();
    paths.get(0).forEach(one -> led.put(one.path("path").asText(), one.path("pathType").asText()));
    assertEquals("Prefix", led.get("/api"));
    assertEquals("Exact", led.remove("/q/openapi"));
    assertTrue(
        led.keySet().stream().noneMatch(path -> path.matches("/(q|operations).*")), led::toString);
    assertTrue(
        led.entrySet().stream()
            .noneMatch(path -> path.getKey().equals("/") && path.getValue().equals("Prefix")),
        led::toString);
  }

  @ParameterizedTest
  @EnumSource(ServiceName.class)
  void a_pod_is_asked_what_its_service_answers(ServiceName service) throws Exception {
    JsonNode container = Rendered.overlay("production").container(service.partName());
    for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
      String path = container.at("/" + probe + "/httpGet/path").asText();
      given()
          .baseUri(RunningStack.get().service(service).address())
          .get(path)
          .then()
          .statusCode(200);
    }
  }

  @ParameterizedTest
  @EnumSource(ServiceName.class)
  void a_pod_may_do_nothing_that_its_service_does_not_need(ServiceName service) throws Exception {
    Rendered cluster = Rendered.overlay("production");
    JsonNode pod = cluster.one("Deployment", service.partName()).at("/spec/template/spec");
    JsonNode container = cluster.container(service.partName());
    assertEquals(1, pod.path("containers").size());
    assertFalse(pod.path("automountServiceAccountToken").asBoolean(true));
    assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean());
    assertEquals("RuntimeDefault", pod.at("/securityContext/seccompProfile/type").asText());
    JsonNode rights = container.path("securityContext");
    assertTrue(rights.path("readOnlyRootFilesystem").asBoolean());
    assertFalse(rights.path("allowPrivilegeEscalation").asBoolean(true));
    assertEquals("[\"ALL\"]", rights.at("/capabilities/drop").toString());
    assertEquals(List.of("/tmp"), container.path("volumeMounts").findValuesAsText("mountPath"));
  }

  @ParameterizedTest
  @EnumSource(ServiceName.class)
  void a_pod_has_room_for_the_most_memory_that_was_measured(ServiceName service) throws Exception {
    Matcher measured =
        Pattern.compile("\\| P9, most memory of " + service.module() + " .*?\\| (\\d+) \\(.*")
            .matcher(Files.readString(ProofStack.root().resolve("docs/performance.md")));
    assertTrue(measured.find());
    JsonNode resources =
        Rendered.overlay("production").container(service.partName()).path("resources");
    assertTrue(
        mebibytes(resources.at("/requests/memory")) * 1.048576
            >= Integer.parseInt(measured.group(1)));
    assertTrue(
        mebibytes(resources.at("/limits/memory")) >= mebibytes(resources.at("/requests/memory")));
  }

  private static int mebibytes(JsonNode quantity) {
    assertTrue(quantity.asText().endsWith("Mi"), quantity::toString);
    return Integer.parseInt(quantity.asText().replace("Mi", ""));
  }
}
