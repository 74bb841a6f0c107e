package org.bihuan.acceptance.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the demonstration is written with; all names of people and places in it are made up.
 *
 * @param words sentences by what they are for
 */
record Vocabulary(List<Kind> kinds, List<String> places, JsonNode words) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Vocabulary shipped() {
    try {
      return new Vocabulary(
          JSON.readValue(resource("kinds.json"), new TypeReference<List<Kind>>() {}),
          new String(resource("places.txt"), StandardCharsets.UTF_8).lines().toList(),
          JSON.readTree(resource("words.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream file = Vocabulary.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    }
  }

  Kind kindNamed(String subject) {
    return kinds.stream().filter(kind -> kind.subject().equals(subject)).findFirst().orElseThrow();
  }

  /** The sentence for something. */
  String word(String what) {
    return words.required(what).asText();
  }

  /** One of the sentences for something; the same number gives the same one. */
  String word(String what, int number) {
    JsonNode all = words.required(what);
    return all.required(number % all.size()).asText();
  }
}
