package org.bihuan.kit.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.kit.refusal.Fault;
import org.bihuan.kit.refusal.Invalid;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the operation does not have, since a misspelt filter must not
 * answer everything, and values that are longer or more than anyone needs. Refuses U+0000 as well,
 * which no text of ours has and the database cannot compare with.
 */
public class QueryParameters {

  /** Longest value of a query parameter, in characters. */
  public static final int LONGEST_VALUE = 500;

  /** How often a query parameter can be repeated. */
  public static final int MOST_VALUES = 50;

  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @ServerRequestFilter
  public void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
    MultivaluedMap<String, String> parameters = request.getUriInfo().getQueryParameters();
    Set<String> given = parameters.keySet();
    if (given.isEmpty() || resource.getResourceMethod() == null) {
      return;
    }
    Set<String> expected =
        known.computeIfAbsent(resource.getResourceMethod(), QueryParameters::namesOf);
    List<Fault> faults = new ArrayList<>();
    parameters.forEach(
        (name, values) -> {
          if (!expected.contains(name)) {
            faults.add(new Fault(name, "unknown-parameter", String.join(", ", expected)));
          } else if (values.size() > MOST_VALUES
              || values.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
            faults.add(new Fault(name, "too-much", MOST_VALUES, LONGEST_VALUE));
          } else if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            faults.add(new Fault(name, "unprintable"));
          }
        });
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static Set<String> namesOf(Method method) {
    Set<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        collect(parameter.getType(), names);
      } else if (parameter.isAnnotationPresent(QueryParam.class)) {
        names.add(parameter.getAnnotation(QueryParam.class).value());
      } else if (parameter.isAnnotationPresent(RestQuery.class)) {
        names.add(parameter.getName());
      }
    }
    return names;
  }

  private static void collect(Class<?> bean, Set<String> names) {
    for (Class<?> type = bean; type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.isAnnotationPresent(QueryParam.class)) {
          names.add(field.getAnnotation(QueryParam.class).value());
        }
      }
    }
  }
}
