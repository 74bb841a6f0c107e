package org.bihuan.kit.web;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.refusal.Refusal;

/**
 * Makes values of query and path parameters. Query parameters have been checked by {@link
 * QueryParameters} before; an id in a path that is no id is something that does not exist.
 */
@Provider
public class QueryConverters implements ParamConverterProvider {

  private final ParameterTypes types;

  QueryConverters(ParameterTypes types) {
    this.types = types;
  }

  @Override
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
    boolean asked = Arrays.stream(annotations).anyMatch(QueryParam.class::isInstance);
    if (type == String.class && !asked) {
      return null;
    }
    return types
        .of(type, annotations)
        .map(parameter -> converter(type, parameter, annotations))
        .orElse(null);
  }

  private static <T> ParamConverter<T> converter(
      Class<T> type, ParameterTypes.ParameterType parameter, Annotation[] annotations) {
    return new ParamConverter<>() {
      @Override
      public T fromString(String text) {
        return text == null
            ? null
            : type.cast(
                parameter
                    .value(text)
                    .orElseThrow(
                        () -> new WebApplicationException(refusal(annotations, parameter), 400)));
      }

      @Override
      public String toString(T value) {
        return value.toString();
      }
    };
  }

  private static Refusal refusal(Annotation[] annotations, ParameterTypes.ParameterType parameter) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof QueryParam query) {
        return new Invalid(query.value(), parameter.fault(), parameter.expected());
      }
      if (annotation instanceof PathParam) {
        return new NotFound("not-found");
      }
    }
    return new Invalid("", parameter.fault(), parameter.expected());
  }
}
