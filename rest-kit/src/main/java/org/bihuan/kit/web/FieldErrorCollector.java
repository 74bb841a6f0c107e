package org.bihuan.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bihuan.kit.refusal.FieldError;

/** Notes what does not fit and reads on, so that one answer can name every fault. */
final class FieldErrorCollector extends DeserializationProblemHandler {

  /** Attribute under which a read finds its list of faults. */
  static final Object FAULTS = new Object();

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      JsonDeserializer<?> reader,
      Object target,
      String name)
      throws IOException {
    // A record's unknown fields come from a buffer once the record is read to its end; the body's
    // own parser then stands
    // behind the record, in the context that names it.
    boolean buffered = parser != context.getParser();
    String holder = path(context.getParser().getParsingContext());
    String inBuffer = holder.isEmpty() ? name : holder + "." + name;
    note(context, buffered ? inBuffer : holder, "unknown-field");
    parser.skipChildren();
    return true;
  }

  @Override
  public Object handleWeirdStringValue(
      DeserializationContext context, Class<?> target, String value, String message) {
    noteUnfit(context, target, message);
    return null;
  }

  @Override
  public Object handleWeirdNumberValue(
      DeserializationContext context, Class<?> target, Number value, String message) {
    noteUnfit(context, target, message);
    return null;
  }

  @Override
  public Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType target,
      JsonToken token,
      JsonParser parser,
      String message)
      throws IOException {
    noteUnfit(context, target.getRawClass(), message);
    parser.skipChildren();
    return null;
  }

  @Override
  public Object handleMissingInstantiator(
      DeserializationContext context,
      Class<?> target,
      ValueInstantiator instantiator,
      JsonParser parser,
      String message)
      throws IOException {
    noteUnfit(context, target, message);
    parser.skipChildren();
    return null;
  }

  private static void noteUnfit(DeserializationContext context, Class<?> target, String message) {
    JsonParser parser = context.getParser();
    boolean opened =
        parser.hasToken(JsonToken.START_ARRAY) || parser.hasToken(JsonToken.START_OBJECT);
    JsonStreamContext place = parser.getParsingContext();
    String path = path(opened ? place.getParent() : place);
    if (StrictScalars.isFaultCode(message)) {
      note(context, path, message);
    } else if (target.isEnum()) {
      String values =
          Arrays.stream(target.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      note(context, path, "one-of", values);
    } else {
      note(context, path, "type", typeName(target));
    }
  }

  private static String typeName(Class<?> target) {
    if (Number.class.isAssignableFrom(target)) {
      return "number";
    }
    if (target.isRecord()) {
      return "object";
    }
    return List.class.isAssignableFrom(target)
        ? "array"
        : target.getSimpleName().toLowerCase(Locale.ROOT);
  }

  @SuppressWarnings("unchecked")
  private static void note(
      DeserializationContext context, String path, String code, Object... arguments) {
    List<FieldError> faults = (List<FieldError>) context.getAttribute(FAULTS);
    faults.add(new FieldError(path, code, arguments));
  }

  private static String path(JsonStreamContext context) {
    if (context.inRoot()) {
      return "";
    }
    String parent = path(context.getParent());
    if (context.inArray()) {
      return parent + "[" + context.getCurrentIndex() + "]";
    }
    if (context.getCurrentName() == null) {
      return parent;
    }
    return parent.isEmpty() ? context.getCurrentName() : parent + "." + context.getCurrentName();
  }
}
