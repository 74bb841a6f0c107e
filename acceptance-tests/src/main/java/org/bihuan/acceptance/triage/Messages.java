package org.bihuan.acceptance.triage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.localstack.layout.StackFailure;

/** Messages of files in the format of the data, each id once. */
final class Messages {

  /** Longest text that the contract takes; a longer one is cut for this purpose. */
  private static final int LONGEST = 4000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private Messages() {}

  static Map<String, JsonNode> of(List<Path> files) throws IOException {
    Map<String, JsonNode> messages = new LinkedHashMap<>();
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new StackFailure("There is no readable file " + file + ".");
      }
      for (String line : Files.readAllLines(file)) {
        JsonNode message = JSON.readTree(line);
        messages.putIfAbsent(message.path("id").asText(), message);
      }
    }
    return messages;
  }

  static String text(JsonNode message) {
    String text = message.path("text").asText();
    return text.substring(0, Math.min(text.length(), LONGEST));
  }
}
