package org.bihuan.acceptance.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;

/** The stored description of one service, to be held against what the service does. */
final class DescribedApi {

  private static final ObjectMapper YAML = new YAMLMapper();

  private final ServiceName service;
  private final JsonNode document;
  private final String address;
  private final SchemaRegistry schemas;

  private DescribedApi(ServiceName service, JsonNode document) {
    this.service = service;
    this.document = document;
    this.address = "urn:bihuan:" + service.module();
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(Map.of(address, document.toString())));
  }

  static DescribedApi of(ServiceName service) {
    try {
      return new DescribedApi(service, YAML.readTree(Files.readString(file(service))));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the description of " + service, e);
    }
  }

  static Path file(ServiceName service) {
    return Layout.ofTests().root().resolve("docs/openapi").resolve(service.module() + ".yaml");
  }

  /**
   * One operation.
   *
   * @param node what is described of it
   */
  record Operation(String id, String verb, String path, JsonNode node) {

    boolean takesParameter(String name) {
      return node.path("parameters").findValuesAsText("name").contains(name);
    }

    /** The success it is meant for: 201 before 200. */
    int success() {
      List<Integer> statuses = new ArrayList<>();
      node.path("responses").fieldNames().forEachRemaining(s -> statuses.add(Integer.valueOf(s)));
      return statuses.stream()
          .filter(status -> status / 100 == 2)
          .max(Integer::compare)
          .orElseThrow();
    }
  }

  ServiceName service() {
    return service;
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        if (verb.getValue().has("operationId")) {
          operations.add(
              new Operation(
                  verb.getValue().get("operationId").asText(),
                  verb.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  verb.getValue()));
        }
      }
    }
    return operations;
  }

  Operation operation(String id) {
    return operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(service + " describes no " + id));
  }

  /** The request body that is shown, or {@code null} when the operation takes none. */
  ObjectNode requestExample(Operation operation) {
    JsonNode body = operation.node().at("/requestBody/content/application~1json");
    return body.isMissingNode() ? null : (ObjectNode) onlyExample(operation, body).deepCopy();
  }

  /** The form that is shown. */
  JsonNode formExample(Operation operation) {
    return onlyExample(
        operation, operation.node().at("/requestBody/content/application~1x-www-form-urlencoded"));
  }

  /** The line that is shown of a body of lines. */
  ObjectNode lineExample(Operation operation) {
    return onlyExample(operation, operation.node().at("/requestBody/content/application~1x-ndjson"))
        .deepCopy();
  }

  private JsonNode onlyExample(Operation operation, JsonNode body) {
    JsonNode shown = body.path("examples");
    if (shown.isEmpty()) {
      throw new AssertionError(operation.id() + " shows no example of its request");
    }
    return resolved(shown.elements().next()).path("value");
  }

  /** The name of the schema of a body, as examples are called. */
  static String schemaName(JsonNode body) {
    JsonNode schema = body.path("schema");
    boolean list = schema.has("items");
    String reference = (list ? schema.path("items") : schema).path("$ref").asText();
    return reference.substring(reference.lastIndexOf('/') + 1) + (list ? "List" : "");
  }

  JsonNode answer(Operation operation, int status) {
    JsonNode answer = operation.node().path("responses").path(String.valueOf(status));
    if (answer.isMissingNode()) {
      throw new AssertionError(operation.id() + " does not describe the answer " + status);
    }
    return resolved(answer);
  }

  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  JsonNode examples() {
    return document.at("/components/examples");
  }

  /** The problem {@code code} as it is shown among the answers of an operation. */
  JsonNode problemExample(String operation, String code) {
    for (JsonNode answer : operation(operation).node().path("responses")) {
      JsonNode shown = resolved(answer).at("/content/application~1problem+json/examples/" + code);
      if (!shown.isMissingNode()) {
        return shown.path("value");
      }
    }
    throw new AssertionError(operation + " shows no problem " + code);
  }

  /** What of {@code body} is not as described for this answer. */
  List<String> faults(Operation operation, int status, String mediaType, JsonNode body) {
    JsonNode content = answer(operation, status).path("content").path(mediaType);
    if (content.isMissingNode()) {
      return List.of(operation.id() + " does not describe " + mediaType + " for " + status);
    }
    return faults(content.path("schema"), body);
  }

  /** What of {@code value} does not fit {@code schema}, a part of this description. */
  List<String> faults(JsonNode schema, JsonNode value) {
    ObjectNode absolute = schema.deepCopy();
    makeAbsolute(absolute);
    return schemas.getSchema(absolute).validate(value).stream().map(Error::toString).toList();
  }

  List<String> faults(String schemaName, JsonNode value) {
    return schemas
        .getSchema(SchemaLocation.of(address + "#/components/schemas/" + schemaName))
        .validate(value)
        .stream()
        .map(Error::toString)
        .toList();
  }

  private void makeAbsolute(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("$ref")) {
      object.put("$ref", address + object.get("$ref").asText());
    }
    node.forEach(this::makeAbsolute);
  }
}
