package org.bihuan.kit.paging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.kit.text.SearchText;

/**
 * Conditions on the rows of an entity {@code e}, joined with AND, in Jakarta Persistence query
 * language. A list and the number of its rows are made from the same conditions, so that they
 * cannot differ.
 */
public final class Criteria {

  private static final String NOW = "now";

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters;
  private final Set<String> bounded = new HashSet<>();

  public Criteria() {
    this(new LinkedHashMap<>());
  }

  private Criteria(Map<String, Object> parameters) {
    this.parameters = parameters;
  }

  /** Conditions on part of the rows that meet these, to be counted with them in one query. */
  public Criteria part() {
    return new Criteria(parameters);
  }

  /** {@code e.path} is one of {@code values}; no condition when there are none. */
  public Criteria in(String path, Collection<?> values) {
    return values == null || values.isEmpty() ? this : where("e." + path + " in %s", values);
  }

  /** {@code e.path} is none of {@code values}; no condition when there are none. */
  public Criteria notIn(String path, Collection<?> values) {
    return values.isEmpty() ? this : where("e." + path + " not in %s", values);
  }

  /** {@code e.path} equals {@code value}; no condition for {@code null}. */
  public Criteria equal(String path, Object value) {
    return value == null ? this : where("e." + path + " = %s", value);
  }

  /** {@code e.path} is {@code value} or later; no condition for {@code null}. */
  public Criteria from(String path, Comparable<?> value) {
    return value == null ? this : bound(path, ">=", value);
  }

  /** {@code e.path} is before {@code value}; no condition for {@code null}. */
  public Criteria before(String path, Comparable<?> value) {
    return value == null ? this : bound(path, "<", value);
  }

  /**
   * {@code expression} contains each word of {@code text}, whatever its case, width or composition;
   * no condition for {@code null}. An index of trigrams of {@code search_text(expression)} serves
   * words of one and two characters as well.
   */
  public Criteria containing(String expression, String text) {
    SearchText.words(text)
        .forEach(
            word ->
                where(
                    "function(search_text as String, " + expression + ") like %s escape '\\'",
                    SearchText.pattern(word)));
    return this;
  }

  /**
   * The same of texts that stand in a table of their own.
   *
   * @param texts entity with the {@code id} of {@code e} and its {@code text} as {@code
   *     search_text} makes it, with an index of trigrams
   */
  public Criteria containing(Class<?> texts, String text) {
    SearchText.words(text)
        .forEach(
            word ->
                where(
                    "exists (select 1 from "
                        + texts.getName()
                        + " t where t.id = e.id and t.text like %s escape '\\')",
                    SearchText.pattern(word)));
    return this;
  }

  /**
   * One of the serials at {@code paths} is {@code serial}, whatever brackets, blanks, case and
   * width it is written with; no condition for {@code null}.
   */
  public Criteria serial(String serial, String... paths) {
    if (serial == null) {
      return this;
    }
    String key = SearchText.serialKey(serial);
    String condition =
        Arrays.stream(paths)
            .map(path -> "function(serial_key as String, e." + path + ") = %s")
            .collect(Collectors.joining(" or "));
    return where(condition, Arrays.stream(paths).map(path -> key).toArray());
  }

  /** The moment of asking, for conditions that speak of {@code :now}. */
  public Criteria asOf(Instant now) {
    parameters.put(NOW, now);
    return this;
  }

  /** A condition of its own; each {@code %s} stands for the next of {@code values}. */
  public Criteria where(String condition, Object... values) {
    Object[] names = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      String name = "p" + parameters.size();
      parameters.put(name, values[i]);
      names[i] = ":" + name;
    }
    conditions.add("(" + condition.formatted(names) + ")");
    return this;
  }

  private Criteria bound(String path, String comparison, Comparable<?> value) {
    bounded.add(path);
    return where("e." + path + " " + comparison + " %s", value);
  }

  /** Whether {@link #from} or {@link #before} narrows this path. */
  boolean isBounded(String path) {
    return bounded.contains(path);
  }

  String clause() {
    return conditions.isEmpty() ? "" : " where " + condition();
  }

  String condition() {
    return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  /** The same conditions, to which others can be added without touching these. */
  public Criteria copy() {
    Criteria copy = new Criteria();
    copy.conditions.addAll(conditions);
    copy.parameters.putAll(parameters);
    copy.bounded.addAll(bounded);
    return copy;
  }
}
