package org.bihuan.localstack.open311;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an endpoint must do to speak GeoReport v2, clause by clause. Each assertion is looked at in
 * XML and in JSON.
 */
public final class GeoReportSuite {

  private static final String GENERAL = "General";
  private static final String FORMATS = "Formats and Content Types";
  private static final String DATES = "Date and Time Format";
  private static final String ERRORS = "Errors";
  private static final String DISCOVERY = "Service Discovery";
  private static final String SERVICES = "GET Service List";
  private static final String DEFINITION = "GET Service Definition";
  private static final String POST = "POST Service Request";
  private static final String TOKEN = "GET service_request_id from a token";
  private static final String REQUESTS = "GET Service Requests";
  private static final String REQUEST = "GET Service Request";
  private static final String BIHUAN = "Bihuan";

  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)");
  private static final String UNKNOWN = "no-such-thing";
  private static final String DESCRIPTION = "description";
  private static final String START = "start_date";
  private static final String END = "end_date";
  private static final String ID = "service_request_id";
  private static final String CODE = "service_code";
  private static final int MOST = 1_000;
  private static final int LONGEST_DESCRIPTION = 4_000;

  private final List<Assertion> assertions = new ArrayList<>();

  private GeoReportSuite() {
    general();
    discovery();
    services();
    posting();
    places();
    reading();
    filters();
    hostile();
  }

  /** Every assertion, in the order of the standard. */
  public static List<Assertion> assertions() {
    return List.copyOf(new GeoReportSuite().assertions);
  }

  private void must(String clause, String sentence, Assertion.Check check) {
    assertions.add(new Assertion(clause, sentence, false, check));
  }

  private void mustWithKey(String clause, String sentence, Assertion.Check check) {
    assertions.add(new Assertion(clause, sentence, true, check));
  }

  private void general() {
    must(
        FORMATS,
        "the suffix of the address says the form of the answer, with its media type in UTF-8",
        endpoint -> isOfItsForm(endpoint, endpoint.services()));
    must(
        FORMATS,
        "the header Accept does not go before the suffix",
        endpoint -> {
          for (String other :
              List.of("text/html", "image/png", "application/json", "text/xml", ";")) {
            Reply reply = endpoint.asking("services", "Accept", other);
            hasStatus(200, reply);
            isOfItsForm(endpoint, reply);
          }
        });
    must(
        FORMATS,
        "a suffix of neither form is not found",
        endpoint -> hasStatus(404, endpoint.raw("services.pdf")));
    must(
        GENERAL,
        "an empty parameter is the same as none",
        endpoint -> hasStatus(200, endpoint.get("services", "jurisdiction_id", "")));
    must(
        ERRORS,
        "an unknown jurisdiction_id is 404",
        endpoint -> {
          for (String method : List.of("services", "services/" + endpoint.service(), "requests")) {
            isError(404, endpoint, endpoint.get(method, "jurisdiction_id", UNKNOWN));
          }
        });
    must(
        ERRORS,
        "an error is a list of code and description, in the form that was asked for",
        endpoint -> isError(404, endpoint, endpoint.get("services/" + UNKNOWN)));
    must(
        ERRORS,
        "the code of an error is the status of the answer",
        endpoint ->
            equal("404", endpoint.get("services/" + UNKNOWN).first().path("code").asText()));
    must(
        ERRORS,
        "several errors can be listed in one answer",
        endpoint -> {
          Reply reply = endpoint.get("requests", START, "yesterday", "status", "lost");
          isError(400, endpoint, reply);
          holds(reply.list().size() == 2, reply);
        });
    must(
        ERRORS,
        "what is nowhere is 404 in the form of the standard",
        endpoint -> isError(404, endpoint, endpoint.get("nothing/here")));
    must(
        ERRORS,
        "a method that an address does not take is refused in the form of the standard",
        endpoint -> {
          isError(405, endpoint, endpoint.by("DELETE", "services"));
          isError(405, endpoint, endpoint.by("POST", "services"));
        });
  }

  private void discovery() {
    must(
        DISCOVERY,
        "changeset, contact, key_service and endpoints are told",
        endpoint -> {
          Reply reply = endpoint.get("discovery");
          hasStatus(200, reply);
          isOfItsForm(endpoint, reply);
          isRoot(endpoint, "discovery", reply);
          has(reply.content(), "changeset", "contact", "key_service");
          holds(!reply.content().path("endpoints").isEmpty(), reply);
        });
    must(
        DISCOVERY,
        "an endpoint tells specification, url, changeset, type and formats",
        endpoint -> {
          JsonNode told = endpoint.get("discovery").content().path("endpoints").path(0);
          has(told, "specification", "url", "changeset", "type");
          equal("http://wiki.open311.org/GeoReport_v2", told.path("specification").asText());
          oneOf(Set.of("production", "test"), told.path("type").asText());
          Set<String> formats = new HashSet<>();
          told.path("formats").forEach(format -> formats.add(format.asText()));
          holds(formats.containsAll(Set.of("text/xml", "application/json")), formats);
        });
  }

  private void services() {
    must(
        SERVICES,
        "each service has service_code, service_name, description, metadata, type, keywords, group",
        endpoint -> {
          Reply reply = endpoint.services();
          hasStatus(200, reply);
          isRoot(endpoint, "services", reply);
          holds(!reply.list().isEmpty(), reply);
          for (JsonNode service : reply.list()) {
            has(service, CODE, "service_name", "metadata", "type");
            present(service, DESCRIPTION, "keywords", "group");
            oneOf(Set.of("true", "false"), service.path("metadata").asText());
            oneOf(Set.of("realtime", "batch", "blackbox"), service.path("type").asText());
          }
        });
    must(
        SERVICES,
        "a service_code is unique, and a text in JSON",
        endpoint -> {
          Set<String> codes = new HashSet<>();
          for (JsonNode service : endpoint.services().list()) {
            holds(service.path(CODE).isTextual(), service);
            holds(codes.add(service.path(CODE).asText()), service);
          }
        });
    must(
        SERVICES,
        "metadata is true or false, not the word in quotes, in JSON",
        endpoint ->
            holds(
                endpoint.form() == Endpoint.Form.XML
                    || endpoint.services().first().path("metadata").isBoolean(),
                endpoint.services()));
    must(
        DEFINITION,
        "the definition of a service names its code and its attributes",
        endpoint -> {
          Reply reply = endpoint.get("services/" + endpoint.service());
          hasStatus(200, reply);
          isRoot(endpoint, "service_definition", reply);
          equal(endpoint.service(), reply.content().path(CODE).asText());
          holds(reply.content().path("attributes").isArray(), reply);
        });
    must(
        DEFINITION,
        "an attribute has variable, code, datatype, required, datatype_description, order,"
            + " description",
        endpoint -> {
          Set<String> orders = new HashSet<>();
          for (JsonNode attribute : attributes(endpoint)) {
            has(attribute, "variable", "code", "datatype", "required", "order", DESCRIPTION);
            present(attribute, "datatype_description");
            oneOf(
                Set.of("string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"),
                attribute.path("datatype").asText());
            holds(attribute.path("order").asInt() > 0, attribute);
            holds(orders.add(attribute.path("order").asText()), attribute);
          }
        });
    must(
        DEFINITION,
        "an attribute of a list has values of key and name",
        endpoint -> {
          for (JsonNode attribute : attributes(endpoint)) {
            if (attribute.path("datatype").asText().endsWith("valuelist")) {
              holds(!attribute.path("values").isEmpty(), attribute);
              attribute.path("values").forEach(value -> has(value, "key", "name"));
            }
          }
        });
    must(
        DEFINITION,
        "an unknown service_code is 404",
        endpoint -> isError(404, endpoint, endpoint.get("services/" + UNKNOWN)));
  }

  private static JsonNode attributes(Endpoint endpoint) {
    return endpoint.get("services/" + endpoint.service()).content().path("attributes");
  }

  private void posting() {
    mustWithKey(
        POST,
        "a realtime service answers with a service_request_id and without a token",
        endpoint -> {
          Reply reply = endpoint.created();
          oneOf(Set.of("200", "201"), String.valueOf(reply.status()));
          isOfItsForm(endpoint, reply);
          isRoot(endpoint, "service_requests", reply);
          holds(reply.list().size() == 1, reply);
          has(reply.first(), ID);
          holds(!reply.first().has("token"), reply);
          present(reply.first(), "service_notice", "account_id");
        });
    must(
        POST,
        "without an api_key it is 403",
        endpoint -> isError(403, endpoint, endpoint.post(noKey())));
    must(
        POST,
        "with an api_key that is not valid it is 403",
        endpoint -> isError(403, endpoint, endpoint.post(Map.of("api_key", "wrong"))));
    mustWithKey(
        POST,
        "without a service_code it is 400",
        endpoint -> isError(400, endpoint, endpoint.post(Map.of(CODE, ""))));
    mustWithKey(
        POST,
        "an unknown service_code is 404",
        endpoint -> isError(404, endpoint, endpoint.post(Map.of(CODE, UNKNOWN))));
    mustWithKey(
        POST,
        "an unknown jurisdiction_id is 404",
        endpoint -> isError(404, endpoint, endpoint.post(Map.of("jurisdiction_id", UNKNOWN))));
    mustWithKey(
        POST,
        "a description of more than 4000 characters is 400",
        endpoint -> {
          String most = "漏".repeat(LONGEST_DESCRIPTION);
          hasStatus(200, endpoint.post(Map.of(DESCRIPTION, most)));
          isError(400, endpoint, endpoint.post(Map.of(DESCRIPTION, most + "漏")));
        });
    mustWithKey(
        POST,
        "the optional fields are taken",
        endpoint ->
            hasStatus(
                200,
                endpoint.post(
                    Map.of(
                        "email", "nobody@example.org",
                        "device_id", "7",
                        "account_id", "8",
                        "first_name", "某某",
                        "last_name", "李",
                        "phone", "19900000123",
                        "media_url", "https://example.org/photo.jpg"))));
    mustWithKey(
        POST,
        "attributes go by attribute[CODE], and a value that is none of the list is 400",
        endpoint -> {
          for (JsonNode attribute : attributes(endpoint)) {
            if (attribute.path("datatype").asText().equals("singlevaluelist")) {
              String name = "attribute[" + attribute.path("code").asText() + "]";
              String key = attribute.path("values").path(0).path("key").asText();
              hasStatus(200, endpoint.post(Map.of(name, key)));
              isError(400, endpoint, endpoint.post(Map.of(name, UNKNOWN)));
            }
          }
        });
    mustWithKey(
        BIHUAN,
        "a body of another kind than a form is 415 in the form of the standard",
        endpoint -> isError(415, endpoint, endpoint.postBody("application/json", "{}")));
    must(
        TOKEN,
        "an unknown token is 404",
        endpoint -> isError(404, endpoint, endpoint.get("tokens/" + UNKNOWN)));
  }

  private static Map<String, String> noKey() {
    return Map.of("api_key", "");
  }

  private void places() {
    mustWithKey(
        POST,
        "without lat and long, address_string and address_id it is 400",
        endpoint -> isError(400, endpoint, endpoint.post(Map.of("address_string", ""))));
    mustWithKey(
        POST,
        "lat without long, and long without lat, is 400",
        endpoint -> {
          isError(400, endpoint, endpoint.post(Map.of("lat", "36.08")));
          isError(400, endpoint, endpoint.post(Map.of("long", "120.35")));
        });
    mustWithKey(
        POST,
        "a lat that is no number of degrees is 400",
        endpoint -> {
          for (String odd : List.of("north", "NaN", "1e999", "0x1p3", "36,08", "999")) {
            isError(400, endpoint, endpoint.post(Map.of("lat", odd, "long", "120.35")));
          }
        });
  }

  private void reading() {
    mustWithKey(
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
    must(
        REQUEST,
        "an unknown service_request_id is 404",
        endpoint -> isError(404, endpoint, endpoint.get("requests/" + UNKNOWN)));
    must(
        REQUESTS,
        "every request has the fields of the standard",
        endpoint -> {
          Reply reply = endpoint.get("requests");
          hasStatus(200, reply);
          isRoot(endpoint, "service_requests", reply);
          reply.list().forEach(GeoReportSuite::isRequest);
        });
    must(
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
    must(
        REQUESTS,
        "without dates the last 90 days are told, and at most 1000 requests",
        endpoint -> {
          Reply reply = endpoint.get("requests");
          holds(reply.list().size() <= MOST, reply.list().size());
          Instant earliest = Instant.now().minus(Duration.ofDays(90)).minusSeconds(60);
          reply.list().forEach(request -> holds(!requested(request).isBefore(earliest), request));
        });
    mustWithKey(
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
    mustWithKey(
        REQUESTS,
        "service_code narrows the list, with more than one separated by commas",
        endpoint -> {
          endpoint.created();
          Reply reply =
              endpoint.get("requests", CODE, endpoint.service() + "," + endpoint.service());
          holds(!reply.list().isEmpty(), reply);
          reply.list().forEach(request -> equal(endpoint.service(), request.path(CODE).asText()));
        });
    must(
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
    mustWithKey(
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
    must(
        REQUESTS,
        "a span of more than 90 days, or one that ends before it starts, is 400",
        endpoint -> {
          hasStatus(200, endpoint.get("requests", START, day(90), END, day(0)));
          isError(400, endpoint, endpoint.get("requests", START, day(91), END, day(0)));
          isError(400, endpoint, endpoint.get("requests", START, day(0), END, day(1)));
        });
    must(
        DATES,
        "a moment without an offset, or no moment, is 400",
        endpoint -> {
          for (String odd :
              List.of("2026-01-01", "2026-01-01T00:00:00", "2026-13-01T00:00:00Z", "now", "0")) {
            isError(400, endpoint, endpoint.get("requests", START, odd));
            isError(400, endpoint, endpoint.get("requests", END, odd));
          }
        });
    must(
        DATES,
        "an offset whose plus was not escaped is read",
        endpoint ->
            hasStatus(
                200,
                endpoint.raw(
                    "requests"
                        + endpoint.form().suffix()
                        + "?start_date=2026-01-01T00:00:00+08:00&end_date=2026-01-02T00:00:00+08:00")));
    mustWithKey(
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
    mustWithKey(
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
    must(
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

  private void hostile() {
    mustWithKey(
        FORMATS,
        "what is written with markup, controls and letters beyond is answered in proper form",
        endpoint -> {
          for (String odd :
              List.of("<a>&amp;]]>", "\u0001\u0008\u000B\uFFFE漏", "😀𠮷\r\n\t", "\u202Eabc")) {
            Reply reply = endpoint.post(Map.of(DESCRIPTION, odd, "address_string", odd));
            hasStatus(200, reply);
            hasStatus(200, endpoint.get("requests/" + reply.first().path(ID).asText()));
          }
          hasStatus(200, endpoint.get("requests"));
        });
    mustWithKey(
        BIHUAN,
        "odd values of any field are refused or taken, and break nothing",
        endpoint -> {
          for (String field :
              List.of(
                  CODE,
                  "lat",
                  "long",
                  "address_string",
                  "address_id",
                  DESCRIPTION,
                  "phone",
                  "first_name",
                  "last_name",
                  "media_url",
                  "jurisdiction_id",
                  "email")) {
            for (String odd : List.of("\0", "a\0b", "'; --", "%00", "漏".repeat(5_000), "\uFEFF")) {
              Reply reply = endpoint.post(Map.of(field, odd));
              holds(reply.status() < 500, reply);
              isOfItsForm(endpoint, reply);
            }
          }
          isError(
              400,
              endpoint,
              endpoint.postBody(
                  "application/x-www-form-urlencoded", "service_code=%ZZ&description=%FF"));
        });
    must(
        BIHUAN,
        "odd values of any parameter are refused or passed over, and break nothing",
        endpoint -> {
          for (String name :
              List.of(
                  ID,
                  CODE,
                  START,
                  END,
                  "status",
                  "page",
                  "page_size",
                  "jurisdiction_id",
                  "updated_after",
                  "callback")) {
            for (String odd : List.of("\0", "'; --", ",,,", "漏".repeat(100), "\u0001")) {
              Reply reply = endpoint.get("requests", name, odd);
              holds(reply.status() < 500, reply);
              isOfItsForm(endpoint, reply);
            }
          }
        });
  }

  private static void isRequest(JsonNode request) {
    has(request, ID, "status", "service_name", CODE, "requested_datetime", "updated_datetime");
    present(
        request,
        "status_notes",
        DESCRIPTION,
        "agency_responsible",
        "service_notice",
        "expected_datetime",
        "address",
        "address_id",
        "zipcode",
        "lat",
        "long",
        "media_url");
    oneOf(Set.of("open", "closed"), request.path("status").asText());
    isMoment(request.path("requested_datetime"));
    isMoment(request.path("updated_datetime"));
    isMoment(request.path("expected_datetime"));
  }

  private static Set<String> ids(Reply reply) {
    Set<String> ids = new HashSet<>();
    reply.list().forEach(request -> ids.add(request.path(ID).asText()));
    return ids;
  }

  private static Instant requested(JsonNode request) {
    return OffsetDateTime.parse(request.path("requested_datetime").asText()).toInstant();
  }

  private static Instant updated(JsonNode request) {
    return OffsetDateTime.parse(request.path("updated_datetime").asText()).toInstant();
  }

  private static String day(int daysAgo) {
    return Instant.now()
        .truncatedTo(ChronoUnit.SECONDS)
        .atOffset(ZoneOffset.UTC)
        .minusDays(daysAgo)
        .toString();
  }

  private static void isMoment(JsonNode moment) {
    holds(moment.isNull() || MOMENT.matcher(moment.asText()).matches(), moment);
  }

  private static void isError(int status, Endpoint endpoint, Reply reply) {
    hasStatus(status, reply);
    isOfItsForm(endpoint, reply);
    isRoot(endpoint, "errors", reply);
    holds(!reply.list().isEmpty(), reply);
    reply.list().forEach(error -> has(error, "code", DESCRIPTION));
  }

  private static void isOfItsForm(Endpoint endpoint, Reply reply) {
    String type = reply.type().toLowerCase(java.util.Locale.ROOT).replace(" ", "");
    equal(endpoint.form().mediaType() + ";charset=utf-8", type);
  }

  private static void isRoot(Endpoint endpoint, String root, Reply reply) {
    boolean isList = !Set.of("discovery", "service_definition").contains(root);
    equal(endpoint.form() == Endpoint.Form.XML ? root : "", reply.root());
    holds(isList ? reply.content().isArray() : reply.content().isObject(), reply);
  }

  private static void hasStatus(int status, Reply reply) {
    holds(reply.status() == status, status + " expected: " + reply);
  }

  /** Fields that are there and say something. */
  private static void has(JsonNode object, String... names) {
    for (String name : names) {
      holds(!object.path(name).asText("").isBlank(), name + " of " + object);
    }
  }

  /** Fields that are there, be they empty. */
  private static void present(JsonNode object, String... names) {
    for (String name : names) {
      holds(object.has(name), name + " of " + object);
    }
  }

  private static void oneOf(Set<String> expected, String seen) {
    holds(expected.contains(seen), seen + " is none of " + expected);
  }

  private static void equal(Object expected, Object seen) {
    holds(expected.equals(seen), expected + " expected, not " + seen);
  }

  private static void holds(boolean condition, Object seen) {
    if (!condition) {
      throw new AssertionError(String.valueOf(seen));
    }
  }
}
