package org.bihuan.kit.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.lang.annotation.Annotation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bihuan.kit.paging.CodeList;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.text.VisibleText;
import org.bihuan.kit.time.Days;
import org.bihuan.kit.time.Moments;
import org.bihuan.kit.time.Month;
import org.bihuan.kit.time.Week;

/** What parameters of an operation can be, and what is wrong with one that is not. */
@ApplicationScoped
class ParameterTypes {

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,20})?");

  private final Instance<CodeList> lists;

  ParameterTypes(@Any Instance<CodeList> lists) {
    this.lists = lists;
  }

  /**
   * One type of parameter.
   *
   * @param fault code of the fault of a text that is none
   * @param expected what the message of the fault names
   * @param reading throws for a text that is none
   */
  record ParameterType(String fault, String expected, Function<String, Optional<?>> reading) {

    /** The value, or nothing when {@code text} is none of this type. */
    Optional<?> value(String text) {
      try {
        return reading.apply(text);
      } catch (IllegalArgumentException | DateTimeException none) {
        return Optional.empty();
      }
    }
  }

  /** The type of a parameter, or nothing when it is left to the framework. */
  Optional<ParameterType> of(Class<?> type, Annotation[] annotations) {
    if (type == String.class) {
      return Optional.of(text(annotations));
    }
    if (type.isEnum()) {
      String values =
          Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      return one("one-of", values, text -> constant(type, text));
    }
    if (type == UUID.class) {
      return one("type", "uuid", ParameterTypes::uuid);
    }
    if (type == Instant.class) {
      return one("instant", "", Moments::read);
    }
    if (type == LocalDate.class) {
      return one("day", "", Days::read);
    }
    if (type == Month.class) {
      return one("month", "", Month::read);
    }
    if (type == Week.class) {
      return one("week", "", Week::read);
    }
    if (type == Integer.class) {
      return one("type", "integer", Integer::valueOf);
    }
    if (type == Long.class) {
      return one("type", "integer", Long::valueOf);
    }
    if (type == Double.class) {
      return one("type", "number", ParameterTypes::decimal);
    }
    return type == Boolean.class
        ? one("one-of", "true, false", ParameterTypes::bool)
        : Optional.empty();
  }

  private static Optional<ParameterType> one(
      String fault, String expected, Function<String, ?> reading) {
    return Optional.of(
        new ParameterType(fault, expected, reading.andThen(Optional::ofNullable)::apply));
  }

  private ParameterType text(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof CodeOf code) {
        CodeList list = lists.select(code.value()).get();
        return new ParameterType(list.fault(), "", text -> list.codeOf(VisibleText.of(text)));
      }
    }
    return new ParameterType("empty", "", text -> Optional.ofNullable(VisibleText.of(text)));
  }

  private static Object constant(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.toString().equals(text))
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

  /** As people write decimals; {@link Double#valueOf} also takes {@code NaN} and {@code 0x1p3}. */
  private static Double decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException("no decimal number");
    }
    return Double.valueOf(text);
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }
}
