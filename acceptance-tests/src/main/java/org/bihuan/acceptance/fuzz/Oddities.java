package org.bihuan.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;

/** What requests are spoilt with: {@code oddities.json}, where a pair is a text and how often. */
final class Oddities {

  private static final JsonNode ALL = read();

  private Oddities() {}

  /** One of those of this kind. */
  static String pick(Random random, String kind) {
    JsonNode some = ALL.path(kind);
    JsonNode one = some.path(random.nextInt(some.size()));
    return one.isArray() ? one.path(0).asText().repeat(one.path(1).asInt()) : one.asText();
  }

  /** The second words of the kinds that begin with this word. */
  static List<String> kinds(String word) {
    return ALL.propertyStream()
        .map(kind -> kind.getKey())
        .filter(kind -> kind.startsWith(word + " "))
        .map(kind -> kind.substring(word.length() + 1))
        .toList();
  }

  private static JsonNode read() {
    try (InputStream file = Oddities.class.getResourceAsStream("oddities.json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException("oddities.json cannot be read", e);
    }
  }
}
