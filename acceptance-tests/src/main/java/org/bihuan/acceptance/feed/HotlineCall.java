package org.bihuan.acceptance.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One line of a feed file, as a call that the 12319 hotline took.
 *
 * @param id the source's own number; together with the channel it names the complaint for ever
 * @param body the JSON for {@code POST /complaints}; nothing in it is shortened or mended
 */
record HotlineCall(String id, String body) {
  static final String CHANNEL = "HOTLINE_12319";

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads {@code {id, subject, text, receivedAt, …}}; empty when the line is no JSON object with an
   * id and a text.
   */
  static Optional<HotlineCall> parse(String line) {
    JsonNode source;
    try {
      source = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      // The caller counts the line as unreadable.
      return Optional.empty();
    }
    if (source == null || !source.path("id").isValueNode() || !source.path("text").isTextual()) {
      return Optional.empty();
    }
    String id = source.path("id").asText();
    ObjectNode complaint = JSON.createObjectNode();
    complaint.put("channel", CHANNEL);
    complaint.put("sourceRef", id);
    complaint.put("text", source.path("text").asText());
    if (source.path("subject").isTextual()) {
      complaint.put("subject", source.path("subject").asText());
    }
    if (source.path("receivedAt").isTextual()) {
      complaint.put("occurredAt", source.path("receivedAt").asText());
    }
    return Optional.of(new HotlineCall(id, complaint.toString()));
  }

  /** The same for each run, so that a repeated run repeats nothing. */
  String idempotencyKey() {
    return "feed-" + CHANNEL + "-" + id;
  }
}
