package org.bihuan.kit.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
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
import org.bihuan.kit.refusal.NotFound;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the operation does not have: a misspelt filter must not answer
 * everything. Refuses U+0000 as well, which no text of ours has and the database cannot compare
 * with.
 */
public class QueryParameters {

  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  /**
   * A path with U+0000 names nothing; a query parameter with it is a bad value.
   *
   * @throws NotFound for a path
   * @throws Invalid naming every such query parameter
   */
  @ServerRequestFilter
  public void refuseNul(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    if (uri.getPathParameters().values().stream()
        .flatMap(List::stream)
        .anyMatch(QueryParameters::hasNul)) {
      throw new NotFound("not-found");
    }
    List<Fault> faults =
        uri.getQueryParameters().entrySet().stream()
            .filter(parameter -> parameter.getValue().stream().anyMatch(QueryParameters::hasNul))
            .map(parameter -> new Fault(parameter.getKey(), "unprintable"))
            .toList();
    if (!faults.isEmpty()) {
      throw new Invalid(new ArrayList<>(faults));
    }
  }

  private static boolean hasNul(String text) {
    return text.indexOf('\0') >= 0;
  }

  @ServerRequestFilter
  public void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
    Set<String> given = request.getUriInfo().getQueryParameters().keySet();
    if (given.isEmpty() || resource.getResourceMethod() == null) {
      return;
    }
    Set<String> expected =
        known.computeIfAbsent(resource.getResourceMethod(), QueryParameters::namesOf);
    List<Fault> faults =
        given.stream()
            .filter(name -> !expected.contains(name))
            .map(name -> new Fault(name, "unknown-parameter", String.join(", ", expected)))
            .toList();
    if (!faults.isEmpty()) {
      throw new Invalid(new ArrayList<>(faults));
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
