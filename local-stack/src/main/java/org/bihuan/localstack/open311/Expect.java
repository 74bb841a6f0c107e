package org.bihuan.localstack.open311;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an answer has to be, else the assertion is violated; and what is read from it. */
final class Expect {

  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)");
  private static final String DESCRIPTION = "description";
  private static final String ID = "service_request_id";
  private static final String CODE = "service_code";

  private Expect() {}

  static void isRequest(JsonNode request) {
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

  static Set<String> ids(Reply reply) {
    Set<String> ids = new HashSet<>();
    reply.list().forEach(request -> ids.add(request.path(ID).asText()));
    return ids;
  }

  static Instant requested(JsonNode request) {
    return OffsetDateTime.parse(request.path("requested_datetime").asText()).toInstant();
  }

  static Instant updated(JsonNode request) {
    return OffsetDateTime.parse(request.path("updated_datetime").asText()).toInstant();
  }

  static void isMoment(JsonNode moment) {
    holds(moment.isNull() || MOMENT.matcher(moment.asText()).matches(), moment);
  }

  static void isError(int status, Endpoint endpoint, Reply reply) {
    hasStatus(status, reply);
    isOfItsForm(endpoint, reply);
    isRoot(endpoint, "errors", reply);
    holds(!reply.list().isEmpty(), reply);
    reply.list().forEach(error -> has(error, "code", DESCRIPTION));
  }

  static void isOfItsForm(Endpoint endpoint, Reply reply) {
    String type = reply.type().toLowerCase(Locale.ROOT).replace(" ", "");
    equal(endpoint.form().mediaType() + ";charset=utf-8", type);
  }

  static void isRoot(Endpoint endpoint, String root, Reply reply) {
    boolean isList = !Set.of("discovery", "service_definition").contains(root);
    equal(endpoint.form() == Endpoint.Form.XML ? root : "", reply.root());
    holds(isList ? reply.content().isArray() : reply.content().isObject(), reply);
  }

  static void hasStatus(int status, Reply reply) {
    holds(reply.status() == status, status + " expected: " + reply);
  }

  /** Fields that are there and say something. */
  static void has(JsonNode object, String... names) {
    for (String name : names) {
      holds(!object.path(name).asText("").isBlank(), name + " of " + object);
    }
  }

  /** Fields that are there, be they empty. */
  static void present(JsonNode object, String... names) {
    for (String name : names) {
      holds(object.has(name), name + " of " + object);
    }
  }

  static void oneOf(Set<String> expected, String seen) {
    holds(expected.contains(seen), seen + " is none of " + expected);
  }

  static void equal(Object expected, Object seen) {
    holds(expected.equals(seen), expected + " expected, not " + seen);
  }

  static void holds(boolean condition, Object seen) {
    if (!condition) {
      throw new AssertionError(String.valueOf(seen));
    }
  }
}
