package org.bihuan.kit.export;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bihuan.kit.time.DistrictTime;

/** Turns a value in JSON into what people read in a cell, by the type that it has in Java. */
final class CellValues {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(DistrictTime.ZONE);

  /** The component by which a record is known to people. */
  private static final String NAME = "name";

  private final ExportWords words;

  CellValues(ExportWords words) {
    this.words = words;
  }

  /** Whether people can do anything with it: ids lead machines to other records. */
  static boolean isShown(RecordComponent component) {
    return !component.getAccessor().isAnnotationPresent(JsonIgnore.class)
        && component.getType() != UUID.class
        && !(component.getGenericType() instanceof ParameterizedType list
            && list.getActualTypeArguments()[0] == UUID.class);
  }

  /** A text, or a number where that is what it is. */
  Function<JsonNode, Object> of(Type type) {
    Function<JsonNode, String> text = text(type);
    return value -> value.isNumber() ? value.decimalValue() : text.apply(value);
  }

  private Function<JsonNode, String> text(Type type) {
    if (type instanceof ParameterizedType many) {
      return many(many);
    }
    Class<?> kind = (Class<?>) type;
    if (kind == boolean.class || kind == Boolean.class) {
      return value -> words.text(value.asBoolean() ? "yes" : "no");
    }
    if (kind == Instant.class) {
      return value -> MINUTES.format(Instant.parse(value.asText()));
    }
    if (kind == Duration.class) {
      return value -> duration(Duration.parse(value.asText()));
    }
    if (kind.isEnum()) {
      UnaryOperator<String> called = constants(kind);
      return value -> called.apply(value.asText());
    }
    return kind.isRecord() ? inOneCell(kind) : CellValues::plain;
  }

  private Function<JsonNode, String> many(ParameterizedType type) {
    Type[] of = type.getActualTypeArguments();
    String comma = words.text("comma");
    if (Collection.class.isAssignableFrom((Class<?>) type.getRawType())) {
      Function<JsonNode, String> one = text(of[0]);
      return values ->
          StreamSupport.stream(values.spliterator(), false)
              .map(one)
              .collect(Collectors.joining(comma));
    }
    UnaryOperator<String> name =
        ((Class<?>) of[0]).isEnum() ? constants((Class<?>) of[0]) : UnaryOperator.identity();
    return values ->
        values.properties().stream()
            .map(entry -> name.apply(entry.getKey()) + " " + plain(entry.getValue()))
            .collect(Collectors.joining(comma));
  }

  private UnaryOperator<String> constants(Class<?> kind) {
    Map<String, String> called =
        Arrays.stream(kind.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .collect(Collectors.toMap(name -> name, name -> words.constant(kind, name)));
    return code -> called.getOrDefault(code, code);
  }

  /** One of many records: its name, or all that it has. */
  private Function<JsonNode, String> inOneCell(Class<?> record) {
    Map<String, Function<JsonNode, String>> parts = new LinkedHashMap<>();
    Arrays.stream(record.getRecordComponents())
        .filter(CellValues::isShown)
        .forEach(component -> parts.put(component.getName(), text(component.getGenericType())));
    if (parts.containsKey(NAME)) {
      parts.keySet().retainAll(Set.of(NAME));
    }
    return value ->
        parts.entrySet().stream()
            .filter(part -> value.hasNonNull(part.getKey()))
            .map(part -> part.getValue().apply(value.get(part.getKey())))
            .collect(Collectors.joining(" "));
  }

  /** Hours and minutes, begun minutes not counted. */
  private String duration(Duration duration) {
    Duration length = duration.abs();
    return words.text(
        duration.isNegative() ? "duration-over" : "duration",
        String.valueOf(length.toHours()),
        String.valueOf(length.toMinutesPart()));
  }

  private static String plain(JsonNode value) {
    if (value.isNumber()) {
      return new BigDecimal(value.asText()).toPlainString();
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
