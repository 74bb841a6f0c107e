package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.bihuan.localstack.layout.ServiceName;

/**
 * One operation as its service describes it.
 *
 * @param method of HTTP, in capitals
 * @param path template with its parameters in braces
 * @param id the {@code operationId}, unique within its service
 * @param description the whole operation object
 */
public record Operation(
    ServiceName service, String method, String path, String id, JsonNode description) {

  /** A parameter of the path or the query. */
  public record Parameter(String name, boolean inPath, JsonNode schema) {}

  /** Parameters of path and query, in the order described. */
  public List<Parameter> parameters() {
    return description
        .path("parameters")
        .valueStream()
        .filter(parameter -> List.of("path", "query").contains(parameter.path("in").asText()))
        .map(
            parameter ->
                new Parameter(
                    parameter.path("name").asText(),
                    "path".equals(parameter.path("in").asText()),
                    parameter.path("schema")))
        .toList();
  }

  /** The schema of its JSON body, when it takes one. */
  public Optional<JsonNode> body() {
    JsonNode schema =
        description.path("requestBody").path("content").path("application/json").path("schema");
    return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
  }

  public boolean isRead() {
    return "GET".equals(method);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
