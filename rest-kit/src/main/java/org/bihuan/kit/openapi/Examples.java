package org.bihuan.kit.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/**
 * The examples of a service, one for each kind of body that is sent or answered, under the name of
 * its schema. They are data, {@code description/examples.json} among the resources of the service,
 * and the acceptance tests send and compare every one of them.
 */
final class Examples {

  private static final String FILE = "description/examples.json";

  private final Map<String, Object> bySchema;
  private final Map<String, Object> used = new TreeMap<>();

  Examples() {
    bySchema = read();
  }

  /** Puts the example of {@code schema} beside it, when there is one. */
  void show(MediaType body, String schema) {
    if (bySchema.containsKey(schema)) {
      used.put(schema, bySchema.get(schema));
      body.addExample(schema, OASFactory.createExample().ref("#/components/examples/" + schema));
    }
  }

  void addTo(Components components) {
    used.forEach(
        (schema, value) ->
            components.addExample(schema, OASFactory.createExample().summary(schema).value(value)));
  }

  private static Map<String, Object> read() {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
      return file == null
          ? Map.of()
          : new ObjectMapper().readValue(file, new TypeReference<Map<String, Object>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }
}
