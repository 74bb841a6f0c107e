package org.bihuan.acceptance.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.EventType;
import org.bihuan.contract.MayBeNull;
import org.bihuan.contract.ReferenceEvent;
import org.bihuan.localstack.layout.Layout;

/**
 * The description of the events in AsyncAPI 3.0, made from {@link EventCatalogue}, its records and
 * their golden files, so that it says what the code does.
 */
final class EventDescription {

  static final String DEAD_LETTERS = ".dlq";

  private static final ObjectMapper YAML =
      new YAMLMapper(
          com.fasterxml.jackson.dataformat.yaml.YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVENT_HEADERS = "EventHeaders";
  private static final String DEAD_LETTER = "deadLetter";

  private final Map<String, String> schemaOf = new LinkedHashMap<>();
  private final ObjectNode document = JSON.createObjectNode();

  private EventDescription() throws IOException {
    JsonNode schemas = schemas();
    document.put("asyncapi", "3.0.0");
    describeService();
    describeChannels();
    describeOperations();
    ObjectNode components = document.putObject("components");
    ObjectNode messages = components.putObject("messages");
    for (EventType type : EventCatalogue.types()) {
      messages.set(type.name(), message(type));
    }
    messages.set(DEAD_LETTER, deadLetter());
    components.set("schemas", schemas);
  }

  /** The description as it is stored. */
  static String asYaml() throws IOException {
    return YAML.writeValueAsString(new EventDescription().document);
  }

  static Path file() {
    return Layout.ofTests().root().resolve("docs/asyncapi/bihuan.yaml");
  }

  static JsonNode golden(EventType type) throws IOException {
    Path files = Layout.ofTests().root().resolve("shared-model/src/test/resources/golden");
    return JSON.readTree(Files.readString(files.resolve(type.name() + ".json")));
  }

  private void describeService() {
    ObjectNode info = document.putObject("info");
    info.put("title", "Bihuan events");
    info.put("version", "0.1.0");
    info.put(
        "description",
        "What the three services tell each other, and whoever else reads along: CloudEvents 1.0 in"
            + " binary content mode, so the attributes are headers and the body is the fact alone."
            + " Facts with the same key are in order. Delivery is at least once; readers go by"
            + " `ce_id`. No event carries personal data.");
    info.putObject("license")
        .put("name", "Apache-2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    info.putObject("contact")
        .put("name", "Whoever runs this installation")
        .put("url", "http://localhost:8081/docs")
        .put("email", "operators@bihuan.local");
    info.putArray("tags").addObject().put("name", "events").put("description", "Facts of the loop");
    document.put("defaultContentType", "application/json");
    document
        .putObject("servers")
        .putObject("local")
        .put("host", "localhost:9092")
        .put("protocol", "kafka")
        .put("description", "The broker that `./bihuan up` starts");
  }

  private void describeChannels() {
    ObjectNode channels = document.putObject("channels");
    for (String topic : EventCatalogue.topics()) {
      boolean compacted = EventCatalogue.COMPACTED_TOPICS.contains(topic);
      ObjectNode channel = channels.putObject(topic);
      channel.put("address", topic);
      channel.put(
          "description",
          compacted
              ? "Compacted: the newest state of every row of reference data, by its code"
              : "Facts, in order for each problem, or for what will become one");
      ObjectNode messages = channel.putObject("messages");
      for (EventType type : typesOn(topic)) {
        messages.set(type.name(), reference("/components/messages/" + type.name()));
      }
      ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
      kafka.put("topic", topic);
      kafka
          .putObject("topicConfiguration")
          .putArray("cleanup.policy")
          .add(compacted ? "compact" : "delete");
      kafka.put("bindingVersion", "0.5.0");

      ObjectNode deadLetters = channels.putObject(topic + DEAD_LETTERS);
      deadLetters.put("address", topic + DEAD_LETTERS);
      deadLetters.put(
          "description", "Events of `" + topic + "` that a service could not apply, as they came");
      deadLetters
          .putObject("messages")
          .set(DEAD_LETTER, reference("/components/messages/" + DEAD_LETTER));
    }
  }

  private void describeOperations() {
    ObjectNode operations = document.putObject("operations");
    for (String topic : EventCatalogue.topics()) {
      ObjectNode tell = operations.putObject("tell." + topic);
      tell.put("action", "send");
      tell.put("description", "The owner tells what happened, in the transaction of its change");
      tell.set("channel", reference("/channels/" + topic));
      typesOn(topic)
          .forEach(
              type ->
                  tell.withArray("messages")
                      .add(reference("/channels/" + topic + "/messages/" + type.name())));
      ObjectNode setAside = operations.putObject("setAside." + topic);
      setAside.put("action", "send");
      setAside.put("description", "A reader sets aside what it cannot apply, with the reason");
      setAside.set("channel", reference("/channels/" + topic + DEAD_LETTERS));
    }
  }

  private ObjectNode message(EventType type) throws IOException {
    ObjectNode message = JSON.createObjectNode();
    message.put("name", type.name());
    message.put("title", title(type));
    message.put("summary", title(type));
    message.put("contentType", "application/json");
    ObjectNode headers = message.putObject("headers");
    headers.put("type", "object");
    headers
        .putArray("allOf")
        .add(reference("/components/schemas/" + EVENT_HEADERS))
        .addObject()
        .putObject("properties")
        .putObject("ce_type")
        .put("const", type.name());
    message.set("payload", reference("/components/schemas/" + schemaOf.get(type.name())));
    ObjectNode kafka = message.putObject("bindings").putObject("kafka");
    kafka.set("key", key(type));
    kafka.put("bindingVersion", "0.5.0");
    message
        .putArray("examples")
        .addObject()
        .put("name", "golden")
        .put("summary", "As the contract keeps it")
        .set("payload", golden(type));
    return message;
  }

  private static ObjectNode deadLetter() {
    ObjectNode message = JSON.createObjectNode();
    message.put("name", DEAD_LETTER);
    message.put("title", "Dead letter");
    message.put("summary", "What a reader could not apply, told by that reader, with the reason");
    message.put("contentType", "application/json");
    ObjectNode headers = message.putObject("headers");
    headers.put("type", "object");
    headers.putArray("required").add("dead_letter_reason");
    ObjectNode properties = headers.putObject("properties");
    properties
        .putObject("ce_source")
        .put("type", "string")
        .put("format", "uri-reference")
        .put("description", "The service that could not apply it");
    properties
        .putObject("ce_time")
        .put("type", "string")
        .put("format", "date-time")
        .put("description", "When it was set aside");
    properties
        .putObject("ce_type")
        .put("type", "string")
        .put("description", "As it came; `unknown` when it had none that can be read");
    properties
        .putObject("dead_letter_reason")
        .put("type", "string")
        .put("description", "`behind-another` when only an earlier event of its key is at fault");
    message
        .putObject("payload")
        .put(
            "description",
            "Whatever came, readable or not; empty when it was longer than 900 000 bytes");
    return message;
  }

  private static ObjectNode key(EventType type) {
    boolean code = ReferenceEvent.class.isAssignableFrom(type.record());
    ObjectNode key = JSON.createObjectNode().put("type", "string");
    return code
        ? key.put("description", "Code of the row")
        : key.put("format", "uuid")
            .put("description", "Id of the problem, or of what may become one");
  }

  private JsonNode schemas() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
            .with(
                Option.EXTRA_OPEN_API_FORMAT_VALUES,
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                Option.FLATTENED_ENUMS)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    config
        .forFields()
        .withRequiredCheck(component -> true)
        .withNullableCheck(component -> component.getAnnotation(MayBeNull.class) != null);
    SchemaBuilder builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    Map<String, ObjectNode> references = new LinkedHashMap<>();
    for (EventType type : EventCatalogue.types()) {
      references.put(type.name(), builder.createSchemaReference(type.record()));
    }
    ObjectNode schemas = JsonNodeFactory.instance.objectNode();
    schemas.set(EVENT_HEADERS, eventHeaders());
    schemas.setAll(builder.collectDefinitions("components/schemas"));
    references.forEach(
        (type, reference) -> {
          String path = reference.get("$ref").asText();
          schemaOf.put(type, path.substring(path.lastIndexOf('/') + 1));
        });
    return schemas;
  }

  private static ObjectNode eventHeaders() {
    ObjectNode headers = JSON.createObjectNode();
    headers.put("type", "object");
    headers.put(
        "description", "Attributes of CloudEvents 1.0, as the Kafka protocol binding names them");
    ObjectNode properties = headers.putObject("properties");
    properties.putObject("ce_specversion").put("type", "string").put("const", "1.0");
    properties.putObject("ce_id").put("type", "string").put("format", "uuid");
    properties
        .putObject("ce_type")
        .put("type", "string")
        .put("description", "Name of the fact with its version");
    properties
        .putObject("ce_source")
        .put("type", "string")
        .put("format", "uri-reference")
        .put("description", "The service that tells it, e.g. `/bihuan/intake-service`");
    properties.putObject("ce_time").put("type", "string").put("format", "date-time");
    properties
        .putObject("ce_subject")
        .put("type", "string")
        .put("description", "The same as the key");
    properties.putObject("content-type").put("type", "string").put("const", "application/json");
    List.copyOf(properties.properties())
        .forEach(property -> headers.withArray("required").add(property.getKey()));
    properties
        .putObject("traceparent")
        .put("type", "string")
        .put("description", "W3C trace context of the request that led to it");
    return headers;
  }

  /** {@code ItemWrittenOff} is "Item written off". */
  private static String title(EventType type) {
    String words = type.record().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    return words.charAt(0) + words.substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  private static List<EventType> typesOn(String topic) {
    return EventCatalogue.types().stream().filter(type -> type.topic().equals(topic)).toList();
  }

  private static ObjectNode reference(String place) {
    return JSON.createObjectNode().put("$ref", "#" + place);
  }
}
