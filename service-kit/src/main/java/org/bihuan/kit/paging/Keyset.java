package org.bihuan.kit.paging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

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
  private final Map<String, Function<E, Instant>> sorts = new LinkedHashMap<>();

  public Keyset(Class<E> entity, Function<E, UUID> id) {
    this.entity = entity;
    this.id = id;
  }

  /**
   * Offers {@code ?sort=field} on an attribute of type {@link Instant}; rows without a value come
   * last.
   */
  public Keyset<E> sortableBy(String field, Function<E, Instant> value) {
    sorts.put(field, value);
    return this;
  }

  /**
   * One page of the rows that meet {@code criteria}.
   *
   * @throws org.bihuan.kit.refusal.Invalid for a limit, sort, count or cursor that is none of ours
   */
  public Page<E> read(EntityManager entities, Criteria criteria, PageRequest request) {
    int limit = request.limit();
    String sort = request.sort(List.copyOf(sorts.keySet()));
    boolean counted = request.counted();
    String question = entity.getSimpleName() + criteria.fingerprint() + sort;
    Criteria page = criteria.copy();
    if (request.cursor() != null) {
      startAfter(Cursor.parse(request.cursor(), question), sort, page);
    }
    TypedQuery<E> query =
        entities.createQuery(
            "from " + entity.getName() + " e" + page.clause() + order(sort), entity);
    page.parameters().forEach(query::setParameter);
    List<E> rows = query.setMaxResults(limit + 1).getResultList();
    boolean more = rows.size() > limit;
    List<E> items = more ? rows.subList(0, limit) : rows;
    return new Page<>(
        items,
        more ? cursor(items.get(limit - 1), sort).format(question) : null,
        counted ? count(entities, criteria) : null);
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

  private long count(EntityManager entities, Criteria criteria) {
    TypedQuery<Long> query =
        entities.createQuery(
            "select count(*) from " + entity.getName() + " e" + criteria.clause(), Long.class);
    criteria.parameters().forEach(query::setParameter);
    return query.getSingleResult();
  }

  private Cursor cursor(E last, String sort) {
    return new Cursor(sort == null ? null : sorts.get(field(sort)).apply(last), id.apply(last));
  }

  private static void startAfter(Cursor cursor, String sort, Criteria page) {
    if (sort == null) {
      page.where("e.id < %s", cursor.id());
      return;
    }
    String field = "e." + field(sort);
    String beyond = sort.startsWith("-") ? "<" : ">";
    if (cursor.value() == null) {
      page.where(field + " is null and e.id " + beyond + " %s", cursor.id());
    } else {
      page.where(
          field
              + " "
              + beyond
              + " %s or "
              + field
              + " = %s and e.id "
              + beyond
              + " %s or "
              + field
              + " is null",
          cursor.value(),
          cursor.value(),
          cursor.id());
    }
  }

  private static String order(String sort) {
    if (sort == null) {
      return " order by e.id desc";
    }
    String direction = sort.startsWith("-") ? " desc" : " asc";
    return " order by e." + field(sort) + direction + " nulls last, e.id" + direction;
  }

  private static String field(String sort) {
    return sort.startsWith("-") ? sort.substring(1) : sort;
  }
}
