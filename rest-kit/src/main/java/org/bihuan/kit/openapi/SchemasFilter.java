package org.bihuan.kit.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.contract.MayBeNull;
import org.bihuan.kit.web.QueryParameters;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.Type;

/**
 * What a body holds: which fields are always there, which can be {@code null}, and bounds for
 * everything.
 *
 * <p>Of what is sent, a field is needed when a constraint says so, any other may be left out or
 * {@code null}, and an unknown one is refused. Of what is answered, every field is there; it is
 * never {@code null} when it is a primitive, a collection or marked {@link NotNull}, and in the
 * values of the contract unless it is marked {@link MayBeNull}.
 */
final class SchemasFilter {

  /** What the database can keep: anything but U+0000. */
  static final String TEXT = "^[^\\u0000]*$";

  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_MATCH = 100;
  private static final int MOST_ITEMS = 10_000;
  private static final int MOST_ENTRIES = 200;
  private static final BigDecimal GREATEST_SAFE = BigDecimal.valueOf(9_007_199_254_740_991L);

  /** As {@link java.time.LocalTime} writes and reads it, to the second. */
  private static final String TIME_OF_DAY = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$";

  /** As {@link java.time.Duration} writes and reads it; a negative one has its signs inside. */
  private static final String DURATION =
      "^-?P(-?[0-9]+D)?(T(-?[0-9]+H)?(-?[0-9]+M)?(-?[0-9]+([.][0-9]+)?S)?)?$";

  private static final DotName NOT_NULL = DotName.createSimple(NotNull.class);
  private static final DotName MAY_BE_NULL = DotName.createSimple(MayBeNull.class);
  private static final String CONTRACT = MayBeNull.class.getPackageName();
  private static final DotName JSON_INCLUDE = DotName.createSimple(JsonInclude.class);

  private final OpenAPI description;
  private final SchemaRecords records;
  private final Set<String> sent = new TreeSet<>();

  SchemasFilter(OpenAPI description, SchemaRecords records) {
    this.description = description;
    this.records = records;
  }

  void complete() {
    findSent();
    Map<String, Schema> schemas = description.getComponents().getSchemas();
    schemas.forEach(this::completeComponent);
    ApiDescription.operations(description)
        .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
        .map(APIResponse::getContent)
        .filter(content -> content != null && content.getMediaTypes() != null)
        .flatMap(content -> content.getMediaTypes().values().stream())
        .forEach(body -> bound(body.getSchema()));
  }

  /** Bounds a query parameter by what the filter before every operation lets through. */
  static void boundQuery(Schema schema) {
    if (schema.getType() == null) {
      return;
    }
    if (schema.getType().contains(SchemaType.ARRAY)) {
      schema.setMaxItems(QueryParameters.MOST_VALUES);
      boundQuery(schema.getItems());
    } else if (schema.getType().contains(SchemaType.STRING) && schema.getEnumeration() == null) {
      if (schema.getFormat() == null && schema.getPattern() == null) {
        schema.setPattern(TEXT);
      }
      if (schema.getMaxLength() == null) {
        schema.setMaxLength(
            schema.getFormat() == null ? QueryParameters.LONGEST_VALUE : LONGEST_MATCH);
      }
    } else if (schema.getType().contains(SchemaType.INTEGER) && schema.getFormat() == null) {
      schema.setFormat("int32");
    }
  }

  private void findSent() {
    ApiDescription.operations(description)
        .filter(operation -> operation.getRequestBody() != null)
        .flatMap(
            operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
        .forEach(body -> markSent(body.getSchema()));
  }

  private void markSent(Schema schema) {
    if (schema == null) {
      return;
    }
    if (schema.getRef() != null) {
      String name = nameOf(schema.getRef());
      if (sent.add(name)) {
        markSent(description.getComponents().getSchemas().get(name));
      }
    }
    markSent(schema.getItems());
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(this::markSent);
    }
  }

  private void completeComponent(String name, Schema schema) {
    if (name.equals("Duration")) {
      schema.format(null).pattern(DURATION).maxLength(LONGEST_MATCH);
    }
    if (name.equals("LocalTime")) {
      schema.format(null).pattern(TIME_OF_DAY).maxLength(LONGEST_MATCH).examples(null);
    }
    if (schema.getProperties() == null) {
      bound(schema);
      return;
    }
    boolean isSent = sent.contains(name);
    Map<String, Schema> properties = new LinkedHashMap<>();
    List<String> required =
        isSent && schema.getRequired() != null
            ? new ArrayList<>(schema.getRequired())
            : new ArrayList<>();
    schema
        .getProperties()
        .forEach(
            (property, value) -> {
              bound(value);
              boolean leftOut = mayBeLeftOut(name, property);
              boolean never =
                  isSent ? required.contains(property) : leftOut || isNeverNull(name, property);
              if (!isSent && !leftOut) {
                required.add(property);
              }
              properties.put(property, never ? value : nullable(value));
            });
    schema.setProperties(properties);
    schema.setRequired(required.isEmpty() ? null : required);
    if (isSent) {
      schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }
  }

  private static void bound(Schema schema) {
    if (schema == null || schema.getRef() != null || schema.getType() == null) {
      return;
    }
    if (schema.getType().contains(SchemaType.ARRAY)) {
      if (schema.getMaxItems() == null) {
        schema.setMaxItems(MOST_ITEMS);
      }
      bound(schema.getItems());
    }
    if (schema.getType().contains(SchemaType.STRING) && schema.getEnumeration() == null) {
      boundText(schema);
    }
    if (schema.getType().contains(SchemaType.INTEGER)) {
      if (schema.getMinimum() == null) {
        schema.setMinimum(BigDecimal.ZERO);
      }
      if (schema.getMaximum() == null) {
        schema.setMaximum(
            "int64".equals(schema.getFormat())
                ? GREATEST_SAFE
                : BigDecimal.valueOf(Integer.MAX_VALUE));
      }
    }
    if (schema.getAdditionalPropertiesSchema() != null) {
      schema.setMaxProperties(MOST_ENTRIES);
      bound(schema.getAdditionalPropertiesSchema());
    }
  }

  private static void boundText(Schema schema) {
    String pattern = schema.getPattern();
    if (pattern == null && schema.getFormat() == null) {
      schema.setPattern(TEXT);
    } else if (pattern != null && !pattern.equals("\\S") && !pattern.startsWith("^")) {
      // The annotation means the whole text, a schema any part of it.
      schema.setPattern("^(?:" + pattern + ")$");
    }
    if (schema.getMaxLength() == null) {
      boolean free = pattern == null && schema.getFormat() == null;
      int longest = free ? LONGEST_TEXT : LONGEST_MATCH;
      // A file is as long as it is.
      schema.setMaxLength("binary".equals(schema.getFormat()) ? Integer.MAX_VALUE : longest);
    }
  }

  private static Schema nullable(Schema schema) {
    if (schema.getRef() != null) {
      return OASFactory.createSchema()
          .anyOf(
              List.of(
                  OASFactory.createSchema().ref(schema.getRef()),
                  OASFactory.createSchema().addType(SchemaType.NULL)));
    }
    if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
      List<SchemaType> types = new ArrayList<>(schema.getType());
      types.add(SchemaType.NULL);
      schema.setType(types);
      if (schema.getEnumeration() != null) {
        List<Object> values = new ArrayList<>(schema.getEnumeration());
        values.add(null);
        schema.setEnumeration(values);
      }
    }
    return schema;
  }

  private boolean isNeverNull(String schema, String property) {
    FieldInfo field = field(schema, property);
    Type type = field.type();
    if (CONTRACT.equals(field.declaringClass().name().packagePrefix())) {
      return !field.hasAnnotation(MAY_BE_NULL);
    }
    return type.kind() == Type.Kind.PRIMITIVE
        || field.hasAnnotation(NOT_NULL)
        || isCollection(type) && !field.hasAnnotation(MAY_BE_NULL);
  }

  private static boolean isCollection(Type type) {
    return type.name().equals(DotName.createSimple(List.class))
        || type.name().equals(DotName.createSimple(Collection.class))
        || type.name().equals(DotName.createSimple(Map.class));
  }

  private boolean mayBeLeftOut(String schema, String property) {
    FieldInfo field = field(schema, property);
    return field.hasAnnotation(JSON_INCLUDE)
        || field.declaringClass().hasDeclaredAnnotation(JSON_INCLUDE)
            && field.type().kind() != Type.Kind.PRIMITIVE
            && !field.hasAnnotation(NOT_NULL);
  }

  private FieldInfo field(String schema, String property) {
    return SchemaRecords.component(
        records.of(schema, description.getComponents().getSchemas().get(schema)), property);
  }

  private static String nameOf(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
