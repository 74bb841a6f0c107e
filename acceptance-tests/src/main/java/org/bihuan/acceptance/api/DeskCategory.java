package org.bihuan.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A category that is not filed by rule. With the shipped reference data no complaint ever waits for
 * the special team, so what the team decides by hand could not be tried; a deployment may have such
 * categories.
 */
public final class DeskCategory {

  public static final String CODE = "NEIGHBOURHOOD_DISPUTE";

  private static final ObjectMapper JSON = new ObjectMapper();

  private DeskCategory() {}

  /**
   * Writes the shipped reference data with the category added.
   *
   * @param root the checkout
   * @param folder is made when missing
   * @return what makes the services read it, as environment
   */
  public static Map<String, String> added(Path root, Path folder) {
    try {
      Files.createDirectories(folder);
      for (String service : List.of("intake-service", "dispatch-service")) {
        Path shipped = root.resolve(service).resolve("src/main/resources/reference");
        try (Stream<Path> files = Files.list(shipped)) {
          for (Path file : files.toList()) {
            Files.copy(
                file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
      Path categories = folder.resolve("categories.json");
      JsonNode all = JSON.readTree(categories.toFile());
      ((ArrayNode) all)
          .addObject()
          .put("code", CODE)
          .put("name", "邻里纠纷")
          .put("english_name", "Disputes between neighbours")
          .put("deadline_class", "GENERAL")
          .put("automatic_filing", false)
          .put("filing_threshold", 1)
          .put("photo_evidence", "ADVISED")
          .put("position_evidence", "ADVISED")
          .put("quiet_evidence", "ADVISED")
          .put("active", true)
          .putArray("keywords");
      JSON.writeValue(categories.toFile(), all);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write reference data to " + folder, e);
    }
    return Map.of("BIHUAN_REFERENCE_DIRECTORY", folder.toAbsolutePath().toString());
  }
}
