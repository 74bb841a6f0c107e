package org.bihuan.kit.web;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.time.Moments;

/**
 * Reads query and path parameters. A query parameter that cannot be read is a bad request that
 * names it (the framework alone would say "not found"); an id in a path that is no id is something
 * that does not exist.
 */
@Provider
public class QueryConverters implements ParamConverterProvider {

  @Override
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
    if (type.isEnum()) {
      String values =
          Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      return converter(annotations, "one-of", values, text -> constant(type, text));
    }
    if (type == UUID.class) {
      return converter(annotations, "type", "uuid", text -> type.cast(uuid(text)));
    }
    if (type == Instant.class) {
      return converter(annotations, "instant", "", text -> type.cast(Moments.read(text)));
    }
    if (type == Integer.class) {
      return converter(annotations, "type", "integer", text -> type.cast(Integer.valueOf(text)));
    }
    if (type == Long.class) {
      return converter(annotations, "type", "integer", text -> type.cast(Long.valueOf(text)));
    }
    if (type == Boolean.class) {
      return converter(annotations, "one-of", "true, false", text -> type.cast(bool(text)));
    }
    return null;
  }

  private static <T> ParamConverter<T> converter(
      Annotation[] annotations, String code, String expected, Function<String, T> reading) {
    return new ParamConverter<>() {
      @Override
      public T fromString(String text) {
        try {
          return text == null ? null : reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
          throw new WebApplicationException(refusal(annotations, code, expected), 400);
        }
      }

      @Override
      public String toString(T value) {
        return value.toString();
      }
    };
  }

  private static RuntimeException refusal(Annotation[] annotations, String code, String expected) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof QueryParam query) {
        return new Invalid(query.value(), code, expected);
      }
      if (annotation instanceof PathParam) {
        return new NotFound("not-found");
      }
    }
    return new Invalid("", code, expected);
  }

  private static <T> T constant(Class<T> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(text))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  /** {@link UUID#fromString} also takes shortened groups, which no id of ours has. */
  private static UUID uuid(String text) {
    UUID uuid = UUID.fromString(text);
    if (text.length() != 36) {
      throw new IllegalArgumentException("not a full UUID");
    }
    return uuid;
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }
}
