package org.bihuan.localstack.open311;

import static org.bihuan.localstack.open311.Expect.has;
import static org.bihuan.localstack.open311.Expect.hasStatus;
import static org.bihuan.localstack.open311.Expect.holds;
import static org.bihuan.localstack.open311.Expect.isError;
import static org.bihuan.localstack.open311.Expect.isOfItsForm;
import static org.bihuan.localstack.open311.Expect.isRoot;
import static org.bihuan.localstack.open311.Expect.oneOf;
import static org.bihuan.localstack.open311.Expect.present;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How something is reported. */
final class ReportClauses {

  private static final String POST = "POST Service Request";
  private static final String TOKEN = "GET service_request_id from a token";
  private static final String BIHUAN = "Bihuan";
  private static final String UNKNOWN = "no-such-thing";
  private static final String DESCRIPTION = "description";
  private static final String ID = "service_request_id";
  private static final String CODE = "service_code";
  private static final int LONGEST_DESCRIPTION = 4_000;

  private final ClauseTable table;

  private ReportClauses(ClauseTable table) {
    this.table = table;
  }

  static void addTo(ClauseTable table) {
    ReportClauses clauses = new ReportClauses(table);
    clauses.posting();
    clauses.places();
  }

  private void posting() {
    table.mustWithKey(
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
    table.must(
        POST,
        "without an api_key it is 403",
        endpoint -> isError(403, endpoint, endpoint.post(noKey())));
    table.must(
        POST,
        "with an api_key that is not valid it is 403",
        endpoint -> isError(403, endpoint, endpoint.post(Map.of("api_key", "wrong"))));
    table.mustWithKey(
        POST,
        "without a service_code it is 400",
        endpoint -> isError(400, endpoint, endpoint.post(Map.of(CODE, ""))));
    table.mustWithKey(
        POST,
        "an unknown service_code is 404",
        endpoint -> isError(404, endpoint, endpoint.post(Map.of(CODE, UNKNOWN))));
    table.mustWithKey(
        POST,
        "an unknown jurisdiction_id is 404",
        endpoint -> isError(404, endpoint, endpoint.post(Map.of("jurisdiction_id", UNKNOWN))));
    table.mustWithKey(
        POST,
        "a description of more than 4000 characters is 400",
        endpoint -> {
          String most = "漏".repeat(LONGEST_DESCRIPTION);
          hasStatus(200, endpoint.post(Map.of(DESCRIPTION, most)));
          isError(400, endpoint, endpoint.post(Map.of(DESCRIPTION, most + "漏")));
        });
    table.mustWithKey(
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
    table.mustWithKey(
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
    table.mustWithKey(
        BIHUAN,
        "a body of another kind than a form is 415 in the form of the standard",
        endpoint -> isError(415, endpoint, endpoint.postBody("application/json", "{}")));
    table.must(
        TOKEN,
        "an unknown token is 404",
        endpoint -> isError(404, endpoint, endpoint.get("tokens/" + UNKNOWN)));
  }

  private void places() {
    table.mustWithKey(
        POST,
        "without lat and long, address_string and address_id it is 400",
        endpoint -> isError(400, endpoint, endpoint.post(Map.of("address_string", ""))));
    table.mustWithKey(
        POST,
        "lat without long, and long without lat, is 400",
        endpoint -> {
          isError(400, endpoint, endpoint.post(Map.of("lat", "36.08")));
          isError(400, endpoint, endpoint.post(Map.of("long", "120.35")));
        });
    table.mustWithKey(
        POST,
        "a lat that is no number of degrees is 400",
        endpoint -> {
          for (String odd : List.of("north", "NaN", "1e999", "0x1p3", "36,08", "999")) {
            isError(400, endpoint, endpoint.post(Map.of("lat", odd, "long", "120.35")));
          }
        });
  }

  private static JsonNode attributes(Endpoint endpoint) {
    return endpoint.get("services/" + endpoint.service()).content().path("attributes");
  }

  private static Map<String, String> noKey() {
    return Map.of("api_key", "");
  }
}
