package org.bihuan.intake.open311.request;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.bihuan.intake.open311.wire.QueryText;
import org.bihuan.kit.time.Moments;

/**
 * Which service requests are asked for, by the rules of GeoReport v2: numbers go before everything
 * else, a span has at most 90 days, and nothing said means the last 90 days.
 *
 * @param ids numbers; when there are any, nothing else counts
 * @param codes services; all when empty
 * @param requested when they were received; {@code null} for any time
 * @param updated when they last changed; {@code null} for any time
 * @param open only those that are open, or only those that are not; {@code null} for both
 * @param page which page, from 1
 * @param size most requests of a page, 1 to 1000
 */
record ServiceRequestQuery(
    List<String> ids,
    List<String> codes,
    Span requested,
    Span updated,
    Boolean open,
    int page,
    int size) {

  static final int MOST = 1_000;

  /** So many requests can be turned over before the span has to be made shorter. */
  private static final int FURTHEST = 100_000;

  private static final Duration LONGEST = Duration.ofDays(90);
  private static final String OPEN = "open";
  private static final String CLOSED = "closed";

  /** From a moment to before another. */
  record Span(Instant from, Instant before) {

    /** To the whole of the second {@code last}, since moments are shown to the second. */
    private static Span of(Instant first, Instant last) {
      return new Span(first, last.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    }
  }

  /** Reads a query, and refuses it with all that is wrong with it. */
  static ServiceRequestQuery read(QueryText query, Instant now) {
    List<String> ids = query.list("service_request_id");
    if (!ids.isEmpty()) {
      query.refuseFaults();
      return new ServiceRequestQuery(ids, List.of(), null, null, null, 1, MOST);
    }
    Span requested = span(query, "start_date", "end_date");
    Span updated = span(query, "updated_after", "updated_before");
    int size = Math.min(MOST, number(query, "page_size", 1, MOST));
    int page = Math.max(1, number(query, "page", 0, 1));
    if ((page - 1L) * size >= FURTHEST) {
      query.addFault("page", "most", FURTHEST / size);
    }
    Boolean open = open(query);
    List<String> codes = query.list("service_code");
    query.refuseFaults();
    boolean anyTime = requested == null && updated == null;
    return new ServiceRequestQuery(
        ids,
        codes,
        anyTime ? Span.of(now.minus(LONGEST), now) : requested,
        updated,
        open,
        page,
        size);
  }

  /** The span between two parameters; of one alone 90 days, {@code null} without any. */
  private static Span span(QueryText query, String firstName, String lastName) {
    Instant first = moment(query, firstName);
    Instant last = moment(query, lastName);
    if (first == null && last == null) {
      return null;
    }
    if (first != null && last != null) {
      if (last.isBefore(first)) {
        query.addFault(lastName, "before-its-start", firstName);
      } else if (Duration.between(first, last).compareTo(LONGEST) > 0) {
        query.addFault(lastName, "span-too-long", LONGEST.toDays());
      }
      return Span.of(first, last);
    }
    return first == null ? Span.of(last.minus(LONGEST), last) : Span.of(first, first.plus(LONGEST));
  }

  private static Instant moment(QueryText query, String name) {
    // Clients forget to escape the plus of an offset, and forms read it as a blank.
    return query.one(name, text -> Moments.read(text.replace(' ', '+')), "instant");
  }

  private static int number(QueryText query, String name, int least, int otherwise) {
    Integer number = query.one(name, Integer::valueOf, "type", "integer");
    if (number != null && number < least) {
      query.addFault(name, "least", least);
    }
    return number == null || number < least ? otherwise : number;
  }

  private static Boolean open(QueryText query) {
    Set<String> states = Set.copyOf(query.list("status"));
    if (!Set.of(OPEN, CLOSED).containsAll(states)) {
      query.addFault("status", "one-of", OPEN + ", " + CLOSED);
    }
    return states.size() == 1 ? states.contains(OPEN) : null;
  }
}
