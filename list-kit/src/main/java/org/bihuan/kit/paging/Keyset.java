package org.bihuan.kit.paging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a list page by page from where the last one ended, so that page 1000 costs what page 1
 * costs and rows that arrive meanwhile neither repeat nor hide others. Newest first by default: ids
 * are UUIDv7 and sort by age.
 *
 * @param <E> an entity with an attribute {@code id} of type {@link UUID}
 */
public final class Keyset<E> {

  private final Class<E> entity;
  private final Function<E, UUID> id;
  private final Map<String, Column<E>> columns = new LinkedHashMap<>();

  public Keyset(Class<E> entity, Function<E, UUID> id) {
    this.entity = entity;
    this.id = id;
  }

  /**
   * Can be sorted by an attribute of type {@link Instant}; rows without a value come last. A list
   * that is bounded by it is in its order anyway: only so are rows beyond its bounds never read.
   * Callers sort by it when the {@link Sorted} of the filter names it.
   */
  public Keyset<E> sortableBy(String field, Function<E, Instant> value) {
    return sortableBy(field, field, value);
  }

  /**
   * The same for an attribute inside an embedded one.
   *
   * @param field what callers name to sort by it
   * @param path where {@code e} has it
   */
  public Keyset<E> sortableBy(String field, String path, Function<E, Instant> value) {
    columns.put(field, new Column<>(path, value));
    return this;
  }

  private record Column<E>(String path, Function<E, Instant> value) {}

  /** One page of the rows that meet {@code criteria}. */
  public Page<E> read(EntityManager entities, Criteria criteria, PageRequest request) {
    int limit = request.limit();
    String sort = request.sort() == null ? withinBounds(criteria) : request.sort();
    Cursor after = request.cursor().orElse(null);
    List<E> rows =
        sort == null
            ? byId(entities, criteria, after, "<", limit + 1)
            : byValue(entities, criteria, after, sort, limit + 1);
    boolean more = rows.size() > limit;
    List<E> items = more ? rows.subList(0, limit) : rows;
    return new Page<>(
        items,
        more ? cursor(items.get(limit - 1), sort).format(request.question()) : null,
        request.counted() ? count(entities, criteria, request.countedUpTo()) : null);
  }

  /**
   * The one row that meets {@code criteria}, if there is one: how a record is read within what the
   * caller may see.
   */
  public Optional<E> one(EntityManager entities, Criteria criteria) {
    TypedQuery<E> query =
        entities.createQuery("from " + entity.getName() + " e" + criteria.clause(), entity);
    criteria.parameters().forEach(query::setParameter);
    return query.getResultStream().findFirst();
  }

  /**
   * Every row that meets {@code criteria}, oldest first: for lists that are short by their nature.
   */
  public List<E> all(EntityManager entities, Criteria criteria) {
    TypedQuery<E> query =
        entities.createQuery(
            "from " + entity.getName() + " e" + criteria.clause() + " order by e.id", entity);
    criteria.parameters().forEach(query::setParameter);
    return query.getResultList();
  }

  /**
   * The first rows that meet {@code criteria} by a field; those without a value come last.
   *
   * @param field one that the rows can be sorted by
   */
  public List<E> first(EntityManager entities, Criteria criteria, String field, int most) {
    return byValue(entities, criteria, null, field, most);
  }

  /**
   * How many of the rows that meet {@code criteria} have each pair of values; the rows are first
   * value, second value and number.
   */
  public List<Object[]> countBy(
      EntityManager entities, Criteria criteria, String first, String second) {
    String pair = "e." + first + ", e." + second;
    TypedQuery<Object[]> query =
        entities.createQuery(
            "select %s, count(*) from %s e%s group by %s"
                .formatted(pair, entity.getName(), criteria.clause(), pair),
            Object[].class);
    criteria.parameters().forEach(query::setParameter);
    return query.getResultList();
  }

  /**
   * How many of the rows that meet {@code criteria} have each value of {@code expression}; those
   * without one are counted under {@code null}.
   *
   * @param expression in query language, of a row {@code e}, such as {@code e.status}
   */
  public Map<String, Long> countEach(EntityManager entities, Criteria criteria, String expression) {
    TypedQuery<Object[]> query =
        entities.createQuery(
            "select %s as part, count(*) from %s e%s group by part"
                .formatted(expression, entity.getName(), criteria.clause()),
            Object[].class);
    criteria.parameters().forEach(query::setParameter);
    Map<String, Long> counts = new HashMap<>();
    query
        .getResultList()
        .forEach(row -> counts.put(row[0] == null ? null : row[0].toString(), (Long) row[1]));
    return counts;
  }

  /**
   * How many of the rows that meet {@code criteria} meet each of {@code parts} as well, in one
   * query.
   *
   * @param parts made by {@link Criteria#part}
   */
  public List<Long> countParts(EntityManager entities, Criteria criteria, List<Criteria> parts) {
    TypedQuery<Object[]> query =
        entities.createQuery(
            "select %s from %s e%s".formatted(counts(parts), entity.getName(), criteria.clause()),
            Object[].class);
    criteria.parameters().forEach(query::setParameter);
    return Arrays.stream(query.getSingleResult()).map(Long.class::cast).toList();
  }

  /**
   * The same for each pair of values; the rows are first value, second value and the numbers in the
   * order of {@code parts}.
   */
  public List<Object[]> countPartsBy(
      EntityManager entities,
      Criteria criteria,
      List<Criteria> parts,
      String first,
      String second) {
    String pair = "e." + first + ", e." + second;
    TypedQuery<Object[]> query =
        entities.createQuery(
            "select %s, %s from %s e%s group by %s"
                .formatted(pair, counts(parts), entity.getName(), criteria.clause(), pair),
            Object[].class);
    criteria.parameters().forEach(query::setParameter);
    return query.getResultList();
  }

  private static String counts(List<Criteria> parts) {
    return parts.stream()
        .map(part -> "count(*) filter (where " + part.condition() + ")")
        .collect(Collectors.joining(", "));
  }

  private long count(EntityManager entities, Criteria criteria, OptionalInt upTo) {
    String rows = " from " + entity.getName() + " e" + criteria.clause();
    String counted =
        upTo.isPresent()
            ? "select count(*) from (select e.id as id%s order by e.id limit %d) some"
                .formatted(rows, upTo.getAsInt())
            : "select count(*)" + rows;
    TypedQuery<Long> query = entities.createQuery(counted, Long.class);
    criteria.parameters().forEach(query::setParameter);
    return query.getSingleResult();
  }

  /** Latest first by the field that bounds the list; {@code null} when none does. */
  private String withinBounds(Criteria criteria) {
    return columns.entrySet().stream()
        .filter(column -> criteria.isBounded(column.getValue().path()))
        .findFirst()
        .map(column -> "-" + column.getKey())
        .orElse(null);
  }

  private Cursor cursor(E last, String sort) {
    return new Cursor(sort == null ? null : column(sort).value().apply(last), id.apply(last));
  }

  private List<E> byId(
      EntityManager entities, Criteria criteria, Cursor after, String beyond, int most) {
    Criteria page = criteria.copy();
    if (after != null) {
      page.where("e.id " + beyond + " %s", after.id());
    }
    return rows(entities, page, "e.id" + direction(beyond), most);
  }

  /**
   * Rows with a value first, and only when these are used up those without one: each part is one
   * stretch of an index, forwards or backwards, where a single query would read from its beginning.
   */
  private List<E> byValue(
      EntityManager entities, Criteria criteria, Cursor after, String sort, int most) {
    String path = column(sort).path();
    String field = "e." + path;
    String beyond = sort.startsWith("-") ? "<" : ">";
    List<E> rows = new ArrayList<>();
    boolean amongValues = after == null || after.value() != null;
    if (amongValues) {
      Criteria page = criteria.copy().where(field + " is not null");
      if (after != null) {
        page.where("(" + field + ", e.id) " + beyond + " (%s, %s)", after.value(), after.id());
      }
      String order = field + direction(beyond) + ", e.id" + direction(beyond);
      rows.addAll(rows(entities, page, order, most));
    }
    if (rows.size() < most && !criteria.isBounded(path)) {
      Criteria without = criteria.copy().where(field + " is null");
      rows.addAll(byId(entities, without, amongValues ? null : after, beyond, most - rows.size()));
    }
    return rows;
  }

  private List<E> rows(EntityManager entities, Criteria criteria, String order, int most) {
    TypedQuery<E> query =
        entities.createQuery(
            "from " + entity.getName() + " e" + criteria.clause() + " order by " + order, entity);
    criteria.parameters().forEach(query::setParameter);
    return query.setMaxResults(most).getResultList();
  }

  private static String direction(String beyond) {
    return beyond.equals("<") ? " desc" : " asc";
  }

  private Column<E> column(String sort) {
    return columns.get(sort.startsWith("-") ? sort.substring(1) : sort);
  }
}
