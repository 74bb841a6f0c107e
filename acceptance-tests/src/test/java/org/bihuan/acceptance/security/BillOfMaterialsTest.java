package org.bihuan.acceptance.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BillOfMaterialsTest {

  /** A list that forgets a library would answer "not affected" for it. */
  @ParameterizedTest
  @EnumSource
  void every_library_that_is_shipped_is_listed(ServiceName service) throws IOException {
    Path target = Layout.ofTests().root().resolve(service.module()).resolve("target");
    JsonNode bill =
        new ObjectMapper().readTree(target.resolve("quarkus-run-cyclonedx.json").toFile());
    Set<String> listed = new TreeSet<>();
    for (JsonNode component : bill.path("components")) {
      for (JsonNode occurrence : component.at("/evidence/occurrences")) {
        listed.add(occurrence.path("location").asText());
      }
    }
    Set<String> shipped = libraries(target.resolve("quarkus-app"));
    assertTrue(shipped.size() > 50, shipped.size() + " libraries");
    shipped.removeAll(listed);
    assertEquals(Set.of(), shipped);
  }

  private static Set<String> libraries(Path application) throws IOException {
    try (Stream<Path> files = Files.walk(application.resolve("lib"))) {
      return files
          .map(file -> application.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".jar"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
