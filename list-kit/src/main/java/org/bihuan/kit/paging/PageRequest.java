package org.bihuan.kit.paging;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bihuan.kit.refusal.FieldError;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The parameters every list takes: how many, from where, in which order, and whether to count. They
 * are checked together with all others before the filter of a list is made.
 */
public class PageRequest {

  private static final int DEFAULT_LIMIT = 50;
  static final int MOST = 200;

  /** Parameters that may differ from page to page of the same question. */
  private static final Set<String> OF_ONE_PAGE = Set.of("limit", "cursor", "count");

  @Parameter(
      description = "Rows on a page, 1 to 200",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
  @QueryParam("limit")
  Integer limit;

  @Parameter(description = "The nextCursor of the page before")
  @QueryParam("cursor")
  String cursor;

  @Parameter(
      description =
          "Field to sort by, with - in front for descending. Without it newest first; a list "
              + "bounded by a moment is in its order, latest first")
  @QueryParam("sort")
  String sort;

  @Parameter(
      description = "exact adds the number of all matching rows",
      schema = @Schema(enumeration = "exact"))
  @QueryParam("count")
  String count;

  @Context UriInfo uri;

  /** Up to which number all rows are counted for the whole of a list; 0 when they are not. */
  private int countedUpTo;

  int limit() {
    return limit == null ? DEFAULT_LIMIT : limit;
  }

  Optional<Cursor> cursor() {
    return Optional.ofNullable(cursor).map(sent -> Cursor.parse(sent, question()));
  }

  String sort() {
    return sort;
  }

  boolean counted() {
    return count != null || countedUpTo > 0;
  }

  /** The number at which counting can end, if there is one. */
  OptionalInt countedUpTo() {
    return countedUpTo > 0 ? OptionalInt.of(countedUpTo) : OptionalInt.empty();
  }

  /** Asks for the first page of the whole list, and for the number of its rows. */
  void beginWhole(int countedUpTo) {
    this.limit = MOST;
    this.countedUpTo = countedUpTo;
  }

  /** Asks for the page at {@code cursor}; rows are counted once. */
  void continueWhole(String cursor) {
    this.cursor = cursor;
    this.countedUpTo = 0;
  }

  /**
   * One page of rows that are all at hand, newest first.
   *
   * @param id of a row, a UUIDv7
   */
  public <T> Page<T> pageOf(List<T> rows, Function<T, UUID> id) {
    UUID after = cursor().map(Cursor::id).orElse(null);
    List<T> rest =
        rows.stream().filter(row -> after == null || id.apply(row).compareTo(after) < 0).toList();
    List<T> page = rest.subList(0, Math.min(rest.size(), limit()));
    String next =
        rest.size() > limit()
            ? new Cursor(null, id.apply(page.get(page.size() - 1))).format(question())
            : null;
    return new Page<>(page, next, counted() ? (long) rows.size() : null);
  }

  /**
   * One page of rows that are all at hand, in their order. A cursor counts the rows before it, so
   * this is for lists to which nothing is added between two pages.
   */
  public <T> Page<T> pageOf(List<T> rows) {
    long before = cursor().map(Cursor::id).map(UUID::getLeastSignificantBits).orElse(0L);
    int from = (int) Math.max(0, Math.min(before, rows.size()));
    int to = Math.min(rows.size(), from + limit());
    String next = to < rows.size() ? new Cursor(null, new UUID(0, to)).format(question()) : null;
    return new Page<>(rows.subList(from, to), next, counted() ? (long) rows.size() : null);
  }

  /** Whether this is the first page of a list without any filter. */
  public boolean beginsAll() {
    return cursor == null
        && uri != null
        && OF_ONE_PAGE.containsAll(uri.getQueryParameters().keySet());
  }

  /** What every page of the same list and filters has in common. */
  String question() {
    return uri == null ? "" : question(uri);
  }

  /**
   * What is wrong with the parameters that every list takes.
   *
   * @param filter class of the filter, which says what its list can be sorted by
   * @param whole whether all rows are asked for, so that no part of them can be
   */
  public static List<FieldError> faults(Class<?> filter, UriInfo uri, boolean whole) {
    MultivaluedMap<String, String> sent = uri.getQueryParameters();
    List<FieldError> faults = new ArrayList<>();
    List<String> sorts = sortsOf(filter);
    if (sent.containsKey("sort") && !sorts.contains(sent.getFirst("sort"))) {
      faults.add(new FieldError("sort", "one-of", String.join(", ", sorts)));
    }
    if (whole) {
      OF_ONE_PAGE.stream()
          .filter(sent::containsKey)
          .forEach(name -> faults.add(new FieldError(name, "not-with-export")));
      return faults;
    }
    if (sent.containsKey("limit") && !isLimit(sent.getFirst("limit"))) {
      faults.add(new FieldError("limit", "range", 1, MOST));
    }
    if (sent.containsKey("count") && !sent.getFirst("count").equals("exact")) {
      faults.add(new FieldError("count", "one-of", "exact"));
    }
    if (sent.containsKey("cursor") && !Cursor.isOf(sent.getFirst("cursor"), question(uri))) {
      faults.add(new FieldError("cursor", "cursor"));
    }
    return faults;
  }

  private static List<String> sortsOf(Class<?> filter) {
    Sorted sorted = filter.getAnnotation(Sorted.class);
    return sorted == null
        ? List.of()
        : Arrays.stream(sorted.value()).flatMap(field -> Stream.of(field, "-" + field)).toList();
  }

  private static boolean isLimit(String text) {
    try {
      int limit = Integer.parseInt(text);
      return limit >= 1 && limit <= MOST;
    } catch (NumberFormatException notOne) {
      return false;
    }
  }

  private static String question(UriInfo uri) {
    Map<String, Set<String>> asked = new TreeMap<>();
    uri.getQueryParameters().forEach((name, values) -> asked.put(name, new TreeSet<>(values)));
    asked.keySet().removeAll(OF_ONE_PAGE);
    return Integer.toHexString((uri.getPath() + asked).hashCode());
  }
}
