package org.bihuan.localstack.open311;

import static org.bihuan.localstack.open311.Expect.equal;
import static org.bihuan.localstack.open311.Expect.hasStatus;
import static org.bihuan.localstack.open311.Expect.holds;
import static org.bihuan.localstack.open311.Expect.ids;
import static org.bihuan.localstack.open311.Expect.isError;
import static org.bihuan.localstack.open311.Expect.isMoment;
import static org.bihuan.localstack.open311.Expect.isOfItsForm;
import static org.bihuan.localstack.open311.Expect.isRequest;
import static org.bihuan.localstack.open311.Expect.isRoot;
import static org.bihuan.localstack.open311.Expect.requested;
import static org.bihuan.localstack.open311.Expect.updated;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** How requests are read. */
final class RequestClauses {

  private static final String DATES = "Date and Time Format";
  private static final String REQUESTS = "GET Service Requests";
  private static final String REQUEST = "GET Service Request";
  private static final String BIHUAN = "Bihuan";
  private static final String UNKNOWN = "no-such-thing";
  private static final String START = "start_date";
  private static final String END = "end_date";
  private static final String ID = "service_request_id";
  private static final String CODE = "service_code";
  private static final int MOST = 1_000;

  private final ClauseTable table;

  private RequestClauses(ClauseTable table) {
    this.table = table;
  }

  static void addTo(ClauseTable table) {
    RequestClauses clauses = new RequestClauses(table);
    clauses.reading();
    clauses.filters();
  }

  private void reading() {
    table.mustWithKey(
        REQUEST,
        "a request is a list of one, with the fields of the standard",
        endpoint -> {
          Reply reply = endpoint.get("requests/" + endpoint.createdId());
          hasStatus(200, reply);
          isOfItsForm(endpoint, reply);
          isRoot(endpoint, "service_requests", reply);
          holds(reply.list().size() == 1, reply);
          equal(endpoint.createdId(), reply.first().path(ID).asText());
          isRequest(reply.first());
        });
    table.must(
        REQUEST,
        "an unknown service_request_id is 404",
        endpoint -> isError(404, endpoint, endpoint.get("requests/" + UNKNOWN)));
    table.must(
        REQUESTS,
        "every request has the fields of the standard",
        endpoint -> {
          Reply reply = endpoint.get("requests");
          hasStatus(200, reply);
          isRoot(endpoint, "service_requests", reply);
          reply.list().forEach(Expect::isRequest);
        });
    table.must(
        DATES,
        "moments have seconds and an offset",
        endpoint ->
            endpoint
                .get("requests", "page_size", "20")
                .list()
                .forEach(
                    request ->
                        List.of("requested_datetime", "updated_datetime", "expected_datetime")
                            .forEach(name -> isMoment(request.path(name)))));
    table.must(
        REQUESTS,
        "without dates the last 90 days are told, and at most 1000 requests",
        endpoint -> {
          Reply reply = endpoint.get("requests");
          holds(reply.list().size() <= MOST, reply.list().size());
          Instant earliest = Instant.now().minus(Duration.ofDays(90)).minusSeconds(60);
          reply.list().forEach(request -> holds(!requested(request).isBefore(earliest), request));
        });
    table.mustWithKey(
        REQUESTS,
        "service_request_id names requests, separated by commas, and goes before all else",
        endpoint -> {
          Reply reply =
              endpoint.get(
                  "requests",
                  ID,
                  endpoint.createdId() + ", " + UNKNOWN,
                  "status",
                  "closed",
                  START,
                  "2001-01-01T00:00:00Z",
                  END,
                  "2001-01-02T00:00:00Z");
          hasStatus(200, reply);
          holds(reply.list().size() == 1, reply);
          equal(endpoint.createdId(), reply.first().path(ID).asText());
        });
  }

  private void filters() {
    table.mustWithKey(
        REQUESTS,
        "service_code narrows the list, with more than one separated by commas",
        endpoint -> {
          endpoint.created();
          Reply reply =
              endpoint.get("requests", CODE, endpoint.service() + "," + endpoint.service());
          holds(!reply.list().isEmpty(), reply);
          reply.list().forEach(request -> equal(endpoint.service(), request.path(CODE).asText()));
        });
    table.must(
        REQUESTS,
        "status is open, closed or both, separated by a comma",
        endpoint -> {
          for (String status : List.of("open", "closed")) {
            endpoint
                .get("requests", "status", status)
                .list()
                .forEach(request -> equal(status, request.path("status").asText()));
          }
          hasStatus(200, endpoint.get("requests", "status", "open,closed"));
          isError(400, endpoint, endpoint.get("requests", "status", "in_progress"));
        });
    table.mustWithKey(
        REQUESTS,
        "start_date and end_date bound requested_datetime, with their own seconds",
        endpoint -> {
          String id = endpoint.createdId();
          Instant moment = requested(endpoint.get("requests/" + id).first());
          Reply within = endpoint.get("requests", START, moment.toString(), END, moment.toString());
          holds(ids(within).contains(id), within);
          within.list().forEach(request -> holds(requested(request).equals(moment), request));
          Reply before =
              endpoint.get(
                  "requests",
                  START,
                  moment.minusSeconds(60).toString(),
                  END,
                  moment.minusSeconds(1).toString());
          holds(!ids(before).contains(id), before);
        });
    table.must(
        REQUESTS,
        "a span of more than 90 days, or one that ends before it starts, is 400",
        endpoint -> {
          hasStatus(200, endpoint.get("requests", START, day(90), END, day(0)));
          isError(400, endpoint, endpoint.get("requests", START, day(91), END, day(0)));
          isError(400, endpoint, endpoint.get("requests", START, day(0), END, day(1)));
        });
    table.must(
        DATES,
        "a moment without an offset, or no moment, is 400",
        endpoint -> {
          for (String odd :
              List.of("2026-01-01", "2026-01-01T00:00:00", "2026-13-01T00:00:00Z", "now", "0")) {
            isError(400, endpoint, endpoint.get("requests", START, odd));
            isError(400, endpoint, endpoint.get("requests", END, odd));
          }
        });
    table.must(
        DATES,
        "an offset whose plus was not escaped is read",
        endpoint ->
            hasStatus(
                200,
                endpoint.raw(
                    "requests"
                        + endpoint.form().suffix()
                        + "?start_date=2026-01-01T00:00:00+08:00&end_date=2026-01-02T00:00:00+08:00")));
    table.mustWithKey(
        BIHUAN,
        "updated_after and updated_before bound updated_datetime, with their own seconds",
        endpoint -> {
          String id = endpoint.createdId();
          JsonNode request = endpoint.get("requests/" + id).first();
          Instant moment = updated(request);
          Reply after = endpoint.get("requests", "updated_after", moment.toString());
          holds(ids(after).contains(id), after);
          after.list().forEach(one -> holds(!updated(one).isBefore(moment), one));
          Reply before =
              endpoint.get("requests", "updated_before", moment.minusSeconds(1).toString());
          holds(!ids(before).contains(id), before);
          isError(400, endpoint, endpoint.get("requests", "updated_after", "now"));
        });
    table.mustWithKey(
        BIHUAN,
        "pages begin with 1, 0 is the first too, and Link leads to the next",
        endpoint -> {
          endpoint.created();
          hasStatus(200, endpoint.post(Map.of()));
          Reply first = endpoint.get("requests", "page", "1", "page_size", "1");
          holds(first.list().size() == 1 && first.link().contains("rel=\"next\""), first);
          equal(ids(first), ids(endpoint.get("requests", "page", "0", "page_size", "1")));
          Reply second = endpoint.get("requests", "page", "2", "page_size", "1");
          holds(!ids(first).equals(ids(second)), second);
        });
    table.must(
        BIHUAN,
        "a page_size above 1000 is 1000, and what is no page is 400",
        endpoint -> {
          hasStatus(200, endpoint.get("requests", "page_size", "1000000"));
          for (String odd : List.of("-1", "x", "99999999999", "2147483647", "1.5")) {
            isError(400, endpoint, endpoint.get("requests", "page", odd));
          }
          isError(400, endpoint, endpoint.get("requests", "page_size", "0"));
        });
  }

  private static String day(int daysAgo) {
    return Instant.now()
        .truncatedTo(ChronoUnit.SECONDS)
        .atOffset(ZoneOffset.UTC)
        .minusDays(daysAgo)
        .toString();
  }
}
