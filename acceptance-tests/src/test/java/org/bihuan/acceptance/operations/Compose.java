package org.bihuan.acceptance.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Files of Docker Compose, read as Compose reads them: what a later one says is laid over what an
 * earlier one says, lists are joined, and variables are put in place.
 */
public final class Compose {
  public static final String COMMON = "docker-compose.yml";
  public static final String DEMONSTRATION = "docker-compose.override.yml";
  public static final String CITY = "docker/city.yml";

  /** {@code ${NAME:-default}} or {@code ${NAME:?words}}; two dollars are one. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\$|\\$\\{(\\w+):([-?])([^}]*)}");

  private final Map<String, String> variables;
  private final Map<String, Object> content = new LinkedHashMap<>();

  private Compose(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * @param variables what {@code .env} would say; what must be set and is not stands as its name
   */
  public static Compose of(Path root, Map<String, String> variables, String... files)
      throws IOException {
    Compose compose = new Compose(variables);
    for (String file : files) {
      compose.layOver(compose.content, read(root.resolve(file)));
    }
    return compose;
  }

  private static Map<String, Object> read(Path file) throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
  }

  @SuppressWarnings("unchecked")
  private void layOver(Map<String, Object> below, Map<String, Object> above) {
    above.forEach(
        (key, value) -> {
          Object known = below.get(key);
          if (value instanceof Map<?, ?> map) {
            Map<String, Object> joined =
                known instanceof Map<?, ?> earlier
                    ? new LinkedHashMap<>((Map<String, Object>) earlier)
                    : new LinkedHashMap<>();
            layOver(joined, (Map<String, Object>) map);
            below.put(key, joined);
          } else if (value instanceof List<?> list && known instanceof List<?> earlier) {
            // A command is one thing; mounts, ports and what is waited for add up.
            List<Object> joined = new ArrayList<>(key.equals("command") ? List.of() : earlier);
            joined.addAll(list);
            below.put(key, joined);
          } else {
            below.put(key, value);
          }
        });
  }

  List<String> services() {
    return List.copyOf(map(content, "services").keySet());
  }

  /** A setting of a service; absent: null. */
  String environment(String service, String variable) {
    Object value = map(service(service), "environment").get(variable);
    return value == null ? null : resolved(value.toString());
  }

  /** All settings of a service. */
  public Map<String, String> environment(String service) {
    Map<String, String> settings = new TreeMap<>();
    map(service(service), "environment")
        .forEach((name, value) -> settings.put(name, resolved(String.valueOf(value))));
    return settings;
  }

  /** A part of a service that is one text. */
  String text(String service, String key) {
    return resolved(service(service).get(key).toString());
  }

  /** A part of a service that is a list of texts; empty when absent. */
  List<String> texts(String service, String key) {
    return service(service).get(key) instanceof List<?> list
        ? list.stream().map(one -> resolved(one.toString())).toList()
        : List.of();
  }

  private Map<String, Object> service(String name) {
    return map(map(content, "services"), name);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> from, String key) {
    return from.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  private String resolved(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) == null
                        ? "$"
                        : variables.getOrDefault(
                            found.group(1),
                            found.group(2).equals("-") ? found.group(3) : found.group(1))));
  }
}
