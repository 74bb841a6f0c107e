package org.bihuan.kit.openapi;

import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;

/**
 * What every schema and property means: the Javadoc of its record, whose {@code @param} is the
 * property, or the words that all records share for a name.
 */
final class MeaningsFilter {

  private static final String SHARED = "/org/bihuan/kit/openapi/properties.properties";

  private final OpenAPI description;
  private final SchemaRecords records;
  private final Properties shared = read();

  MeaningsFilter(OpenAPI description, SchemaRecords records) {
    this.description = description;
    this.records = records;
  }

  void complete() {
    Map<String, Schema> schemas = description.getComponents().getSchemas();
    schemas.forEach(
        (name, schema) -> {
          if (schema.getProperties() != null) {
            describe(schema, records.of(name, schema));
          }
        });
  }

  private void describe(Schema schema, ClassInfo record) {
    ClassJavadoc javadoc =
        RuntimeJavadoc.getJavadoc(
            record.name().toString(), Thread.currentThread().getContextClassLoader());
    if (schema.getDescription() == null) {
      JavadocText.of(javadoc.getComment()).ifPresent(schema::setDescription);
    }
    Map<String, Schema> properties = new LinkedHashMap<>();
    schema
        .getProperties()
        .forEach(
            (property, value) ->
                properties.put(
                    property,
                    described(javadoc, SchemaRecords.component(record, property).name(), value)));
    schema.setProperties(properties);
  }

  private Schema described(ClassJavadoc javadoc, String property, Schema value) {
    return value.getDescription() != null
        ? value
        : meaning(javadoc, property).map(words -> with(value, words)).orElse(value);
  }

  private Optional<String> meaning(ClassJavadoc javadoc, String property) {
    return javadoc.getRecordComponents().stream()
        .filter(component -> component.getName().equals(property))
        .map(ParamJavadoc::getComment)
        .findFirst()
        .flatMap(JavadocText::of)
        .or(() -> Optional.ofNullable(shared.getProperty(property)));
  }

  /** A reference means what it refers to; its own meaning here stands beside it. */
  private static Schema with(Schema value, String words) {
    return value.getRef() == null
        ? value.description(words)
        : OASFactory.createSchema()
            .allOf(List.of(OASFactory.createSchema().ref(value.getRef())))
            .description(words);
  }

  private static Properties read() {
    try (Reader file =
        new InputStreamReader(
            MeaningsFilter.class.getResourceAsStream(SHARED), StandardCharsets.UTF_8)) {
      Properties words = new Properties();
      words.load(file);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + SHARED, e);
    }
  }
}
