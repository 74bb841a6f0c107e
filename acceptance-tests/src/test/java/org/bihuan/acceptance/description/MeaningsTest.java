package org.bihuan.acceptance.description;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stored descriptions say what everything in them means. */
class MeaningsTest {

  private static JsonNode description(ServiceName service) throws IOException {
    Path stored = Layout.ofTests().root().resolve("docs/openapi");
    return new YAMLMapper().readTree(stored.resolve(service.module() + ".yaml").toFile());
  }

  @ParameterizedTest
  @EnumSource
  void every_property_is_described(ServiceName service) throws IOException {
    List<String> silent = new ArrayList<>();
    description(service)
        .at("/components/schemas")
        .propertyStream()
        .forEach(
            schema ->
                schema
                    .getValue()
                    .path("properties")
                    .propertyStream()
                    .filter(property -> isSilent(property.getValue()))
                    .forEach(property -> silent.add(schema.getKey() + "." + property.getKey())));
    assertEquals(List.of(), silent, "add @param to the record, or a line to properties.properties");
  }

  @ParameterizedTest
  @EnumSource
  void every_parameter_is_described(ServiceName service) throws IOException {
    List<String> silent = new ArrayList<>();
    for (JsonNode parameters : description(service).path("paths").findValues("parameters")) {
      for (JsonNode parameter : parameters) {
        if (!parameter.has("$ref") && isSilent(parameter)) {
          silent.add(parameter.path("name").asText());
        }
      }
    }
    assertEquals(List.of(), silent);
  }

  private static boolean isSilent(JsonNode node) {
    return node.path("description").asText().isBlank();
  }
}
