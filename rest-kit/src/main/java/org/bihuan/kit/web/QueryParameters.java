package org.bihuan.kit.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.kit.export.SheetForm;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.text.VisibleText;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query with all its faults at once, before anything is read for it: parameters that the
 * operation does not have, since a misspelt filter must not answer everything; values that are
 * empty, cannot be read or name a code that there is not; more or longer values than anyone needs;
 * and U+0000, which no text of ours has and the database cannot compare with.
 */
public class QueryParameters {

  /** Longest value of a query parameter, in characters. */
  public static final int LONGEST_VALUE = 500;

  /** How often a query parameter can be repeated. */
  public static final int MOST_VALUES = 50;

  private final ParameterTypes types;
  private final Map<Method, Map<String, Known>> known = new ConcurrentHashMap<>();

  QueryParameters(ParameterTypes types) {
    this.types = types;
  }

  /**
   * A parameter that an operation has.
   *
   * @param type of one value
   * @param repeatable whether it can be given more than once
   */
  private record Known(Class<?> type, boolean repeatable, Annotation[] annotations) {

    static Known of(Type type, Annotation[] annotations) {
      if (type instanceof ParameterizedType list) {
        return new Known((Class<?>) list.getActualTypeArguments()[0], true, annotations);
      }
      return new Known(
          (Class<?>) type, Collection.class.isAssignableFrom((Class<?>) type), annotations);
    }
  }

  @ServerRequestFilter
  public void refuseFaults(ContainerRequestContext request, ResourceInfo resource) {
    UriInfo uri = request.getUriInfo();
    if (uri.getQueryParameters().isEmpty()
        || resource.getResourceMethod() == null
        || resource.getResourceClass().isAnnotationPresent(OtherStandard.class)) {
      return;
    }
    Map<String, Known> parameters =
        known.computeIfAbsent(resource.getResourceMethod(), QueryParameters::parametersOf);
    List<FieldError> faults = new ArrayList<>();
    uri.getQueryParameters()
        .forEach((name, values) -> fault(parameters, name, values).ifPresent(faults::add));
    filterOf(resource.getResourceMethod()).stream()
        .flatMap(filter -> PageRequest.faults(filter, uri, isExport(request)).stream())
        .filter(fault -> faults.stream().noneMatch(named -> named.field().equals(fault.field())))
        .toList()
        .forEach(faults::add);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static boolean isExport(ContainerRequestContext request) {
    return SheetForm.askedFor(request::getAcceptableMediaTypes).isPresent();
  }

  private Optional<FieldError> fault(
      Map<String, Known> parameters, String name, List<String> values) {
    Known parameter = parameters.get(name);
    if (parameter == null) {
      return Optional.of(
          new FieldError(name, "unknown-parameter", String.join(", ", parameters.keySet())));
    }
    if (values.size() > MOST_VALUES || values.stream().anyMatch(QueryParameters::isTooLong)) {
      return Optional.of(new FieldError(name, "too-much", MOST_VALUES, LONGEST_VALUE));
    }
    if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
      return Optional.of(new FieldError(name, "unprintable"));
    }
    if (values.stream().anyMatch(VisibleText::isBlank)) {
      return Optional.of(new FieldError(name, "empty"));
    }
    if (values.size() > 1 && !parameter.repeatable()) {
      return Optional.of(new FieldError(name, "repeated"));
    }
    return types
        .of(parameter.type(), parameter.annotations())
        .filter(type -> values.stream().anyMatch(value -> type.value(value).isEmpty()))
        .map(type -> new FieldError(name, type.fault(), type.expected()));
  }

  private static boolean isTooLong(String value) {
    return value.codePointCount(0, value.length()) > LONGEST_VALUE;
  }

  private static Optional<Class<?>> filterOf(Method method) {
    for (Class<?> type : method.getParameterTypes()) {
      if (PageRequest.class.isAssignableFrom(type)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  private static Map<String, Known> parametersOf(Method method) {
    Map<String, Known> parameters = new TreeMap<>();
    for (Parameter parameter : method.getParameters()) {
      QueryParam named = parameter.getAnnotation(QueryParam.class);
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        collect(parameter.getType(), parameters);
      } else if (named != null || parameter.isAnnotationPresent(RestQuery.class)) {
        parameters.put(
            named == null ? parameter.getName() : named.value(),
            Known.of(parameter.getParameterizedType(), parameter.getAnnotations()));
      }
    }
    return parameters;
  }

  private static void collect(Class<?> bean, Map<String, Known> parameters) {
    for (Class<?> type = bean; type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.isAnnotationPresent(QueryParam.class)) {
          parameters.put(
              field.getAnnotation(QueryParam.class).value(),
              Known.of(field.getGenericType(), field.getAnnotations()));
        }
      }
    }
  }
}
