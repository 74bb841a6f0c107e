package org.bihuan.kit.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.annotation.Priority;
import jakarta.validation.Validator;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.kit.idempotency.RequestKey;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.Malformed;

/**
 * Reads a JSON body into a record and names everything that is wrong with it at once: unknown
 * fields, wrong types and enum values, and the bounds annotated on the record.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Consumes(MediaType.APPLICATION_JSON)
@Priority(Priorities.USER - 100)
public class JsonBodyReader implements MessageBodyReader<Object> {

  private static final int DEEPEST = 50;

  /**
   * Most values, names and brackets of a body. Without it a list of some hundred thousand wrong
   * elements would be checked one by one before its length is refused.
   */
  private static final int LONGEST = 20_000;

  /** The same for a {@link LongBody}. */
  private static final int LONGEST_OF_MANY = 1_000_000;

  private static final ObjectMapper STRICT = strict(LONGEST);
  private static final ObjectMapper STRICT_OF_MANY = strict(LONGEST_OF_MANY);

  private final Validator validator;
  private final RequestKey request;

  JsonBodyReader(Validator validator, RequestKey request) {
    this.validator = validator;
    this.request = request;
  }

  private static ObjectMapper strict(int longest) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxTokenCount(longest)
                        .build())
                .build())
        .addModule(new JavaTimeModule())
        .addModule(new StrictScalars())
        .addHandler(new FieldErrorCollector())
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .build();
  }

  private static boolean isLong(Type type) {
    return type instanceof Class<?> body && body.isAnnotationPresent(LongBody.class);
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    // Who takes the bytes as they are reads them by himself.
    return type != byte[].class;
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    byte[] body = stream.readAllBytes();
    request.bodyWas(body);
    return read(generic, body);
  }

  /**
   * Reads what is no body by itself, such as a line of one, by the same rules.
   *
   * @throws Malformed when it is no JSON
   * @throws Invalid with everything that is wrong with it
   */
  public <T> T read(Class<T> type, byte[] text) {
    return type.cast(read((Type) type, text));
  }

  private Object read(Type generic, byte[] body) {
    if (body.length == 0) {
      throw new Malformed("body-required");
    }
    List<FieldError> faults = new ArrayList<>();
    Object value = parse(generic, body, faults);
    if (value == null && faults.isEmpty()) {
      throw new Malformed("body-required");
    }
    if (value != null) {
      Set<String> named = faults.stream().map(FieldError::field).collect(Collectors.toSet());
      FieldErrors.of(validator.validate(value)).stream()
          .filter(fault -> !named.contains(fault.field()))
          .forEach(faults::add);
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return value;
  }

  /** What can be read of a body; what cannot is added to {@code faults}. */
  static Object parse(Type type, byte[] body, List<FieldError> faults) {
    ObjectMapper strict = isLong(type) ? STRICT_OF_MANY : STRICT;
    ObjectReader reader =
        strict
            .readerFor(strict.constructType(type))
            .withAttribute(FieldErrorCollector.FAULTS, faults);
    try {
      return reader.readValue(body);
    } catch (StreamConstraintsException tooMuch) {
      throw tooMuch(tooMuch, isLong(type) ? LONGEST_OF_MANY : LONGEST);
    } catch (StreamReadException | CharConversionException broken) {
      throw malformed(broken);
    } catch (JsonProcessingException mismatch) {
      // Inside a list it comes wrapped, with the way to the element around it.
      if (mismatch.getCause() instanceof StreamConstraintsException tooMuch) {
        throw tooMuch(tooMuch, isLong(type) ? LONGEST_OF_MANY : LONGEST);
      }
      if (faults.isEmpty()) {
        throw malformed(mismatch);
      }
      return null;
    } catch (IOException unreadable) {
      throw malformed(unreadable);
    }
  }

  private static Malformed tooMuch(StreamConstraintsException limit, int longest) {
    return limit.getOriginalMessage().startsWith("Token count")
        ? new Malformed("json-too-long", longest)
        : new Malformed("json-too-deep", DEEPEST);
  }

  private static Malformed malformed(IOException broken) {
    if (broken instanceof JsonProcessingException json && json.getLocation() != null) {
      return new Malformed(
          "malformed-json", json.getLocation().getLineNr(), json.getLocation().getColumnNr());
    }
    return new Malformed("malformed-json", 1, 1);
  }
}
