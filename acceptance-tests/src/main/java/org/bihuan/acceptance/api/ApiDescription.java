package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bihuan.localstack.layout.ServiceName;

/** The stored OpenAPI descriptions of the three services. */
public final class ApiDescription {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final Map<ServiceName, JsonNode> documents = new EnumMap<>(ServiceName.class);
  private final List<Operation> operations = new ArrayList<>();

  private ApiDescription() {}

  /** Reads {@code docs/openapi} of the checkout {@code root}. */
  public static ApiDescription stored(Path root) {
    ApiDescription description = new ApiDescription();
    for (ServiceName service : ServiceName.values()) {
      Path file = root.resolve("docs/openapi").resolve(service.module() + ".yaml");
      try {
        description.add(service, new YAMLMapper().readTree(file.toFile()));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + file, e);
      }
    }
    return description;
  }

  private void add(ServiceName service, JsonNode document) {
    documents.put(service, document);
    document
        .path("paths")
        .propertyStream()
        .forEach(
            path ->
                path.getValue()
                    .propertyStream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(
                                    service,
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue().path("operationId").asText(),
                                    method.getValue()))));
  }

  /** Every operation of every service, in the order of the documents. */
  public List<Operation> operations() {
    return List.copyOf(operations);
  }

  /**
   * The operation of this name.
   *
   * @throws IllegalArgumentException when the service describes none
   */
  public Operation operation(ServiceName service, String id) {
    return operations.stream()
        .filter(operation -> operation.service() == service && operation.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    service.module() + " describes no operation '" + id + "'."));
  }

  /** The whole document, into which references point. */
  public JsonNode document(ServiceName service) {
    return documents.get(service);
  }

  /** {@code schema}, or what it refers to. */
  public JsonNode resolved(ServiceName service, JsonNode schema) {
    JsonNode node = schema;
    while (node.has("$ref") || node.has("allOf")) {
      // A reference with a meaning of its own stands alone in an allOf.
      node = node.has("allOf") ? node.path("allOf").path(0) : node;
      node = documents.get(service).at(node.path("$ref").asText().substring(1));
    }
    return node;
  }
}
