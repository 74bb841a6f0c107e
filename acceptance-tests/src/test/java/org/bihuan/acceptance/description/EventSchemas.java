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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Holds events against the stored description of the events. */
public final class EventSchemas {

  private static final String ADDRESS = "urn:bihuan:events";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;
  private final SchemaRegistry schemas;

  private EventSchemas(JsonNode document) {
    this.document = document;
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7,
            registry -> registry.schemas(Map.of(ADDRESS, document.toString())));
  }

  /** As they are stored. */
  public static EventSchemas stored() {
    try {
      return new EventSchemas(new YAMLMapper().readTree(Files.readString(EventDescription.file())));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the description of the events", e);
    }
  }

  /** What of a record on a topic is not as described: its topic, its headers, its key, its body. */
  public List<String> faults(ConsumerRecord<byte[], byte[]> record) {
    ObjectNode headers = JSON.createObjectNode();
    record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
    String type = headers.path("ce_type").asText();
    List<String> faults = new ArrayList<>(faults(type, body(record.value())));
    JsonNode onTopic = document.path("channels").path(record.topic()).path("messages").path(type);
    if (onTopic.isMissingNode()) {
      faults.add(type + " is not described for " + record.topic());
    }
    faults.addAll(validate("/components/schemas/EventHeaders", headers));
    if (!headers.path("ce_subject").asText().equals(text(record.key()))) {
      faults.add("the key is not the subject");
    }
    return faults;
  }

  /** What of the body of an event is not as described. */
  public List<String> faults(String type, JsonNode body) {
    JsonNode message = document.path("components").path("messages").path(type);
    if (message.isMissingNode()) {
      return List.of("no schema for " + type);
    }
    return validate(message.path("payload").path("$ref").asText().substring(1), body);
  }

  private List<String> validate(String place, JsonNode value) {
    return schemas.getSchema(SchemaLocation.of(ADDRESS + "#" + place)).validate(value).stream()
        .map(Error::toString)
        .toList();
  }

  private static JsonNode body(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("an event that is no JSON", e);
    }
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}
